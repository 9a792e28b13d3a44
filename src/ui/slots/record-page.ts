import type { ComponentType, ReactNode } from "react";
import type { Label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Me } from "../data/session.ts";
import type { ObjectInfo } from "../data/objects.ts";
import type { IconName } from "../kit/Icon.tsx";

export interface RecordPanelProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** The record is shown as it was at this moment: nothing may be changed. */
  readonly asOf: string | null;
  /** Reads the record and what hangs on it again. */
  readonly reload: () => void;
}

/**
 * A piece of the record page. `head`: at the end of its head, on a phone at the thumb; `bar`: full width under
 * it; `side`: right column; `tab`: beside timeline and related lists.
 */
export interface RecordPanel {
  readonly name: string;
  readonly place: "head" | "bar" | "side" | "tab";
  readonly order: number;
  readonly label?: Label;
  readonly applies: (object: ObjectInfo) => boolean;
  readonly Component: ComponentType<RecordPanelProps>;
  /** As high as it is: kept free until its code has come, so that nothing below it moves. */
  readonly pixels?: { readonly wide: number; readonly narrow: number };
}

/**
 * How what happened to a record of another object is told in the log of the record it concerns (`about` of
 * the entry).
 */
export interface EventLine {
  readonly about: string;
  readonly Component: ComponentType<{ readonly entry: Values; readonly around?: ReactNode }>;
}

/** A further line of a record's menu: a link, or a dialog that the record's page opens. */
export interface RecordAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly to?: (object: ObjectInfo, id: string) => string;
  readonly Dialog?: ComponentType<RecordActionProps>;
}

export interface RecordActionProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onClose: () => void;
}
