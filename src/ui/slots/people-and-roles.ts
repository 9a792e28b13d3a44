import type { ComponentType } from "react";
import type { Label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Me } from "../data/session.ts";
import type { IconName } from "../kit/Icon.tsx";

/** A further line in a person's menu: an address, something done at once, or a dialog that the menu opens. */
export interface PersonAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly order: number;
  readonly applies: (me: Me, person: { readonly id: string; readonly isActive: boolean }) => boolean;
  readonly to?: (id: string) => string;
  /** Throws what went wrong; the menu says it. */
  readonly run?: (id: string) => Promise<unknown>;
  readonly Dialog?: ComponentType<PersonActionProps>;
}

export interface PersonActionProps {
  readonly person: Values;
  readonly onClose: () => void;
}

export interface RoleActionProps {
  readonly role: Values;
}

export interface RoleReviewProps {
  /** Its id. */
  readonly role: string;
  readonly name: string;
  /** As they would be kept in the role's record. */
  readonly rights: unknown;
  readonly busy: boolean;
  readonly onSave: () => void;
  readonly onClose: () => void;
}
