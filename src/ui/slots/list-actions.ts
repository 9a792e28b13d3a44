import type { ComponentType } from "react";
import type { Label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { BulkResult } from "../data/bulk.ts";
import type { Me } from "../data/session.ts";
import type { ObjectInfo } from "../data/objects.ts";
import type { IconName } from "../kit/Icon.tsx";

/** A further action of a list's menu: a link, or a dialog that the list opens. */
export interface ListAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly to?: (object: ObjectInfo) => string;
  readonly Dialog?: ComponentType<ListActionProps>;
}

export interface ListActionProps {
  readonly object: ObjectInfo;
  /** Condition of the list as shown, scene included. */
  readonly filter: string;
  readonly columns: readonly string[];
  readonly onClose: () => void;
}

/** What can be done with the selected rows of a list: a dialog, opened by its button in their bar. */
export interface BatchAction {
  readonly name: string;
  readonly label: Label;
  readonly icon: IconName;
  readonly applies: (object: ObjectInfo, me: Me) => boolean;
  readonly Dialog: ComponentType<BatchActionProps>;
}

export interface BatchActionProps {
  readonly object: ObjectInfo;
  /** The selected rows; all that the condition of the list covers when `whole`. */
  readonly ids: readonly string[];
  readonly whole: boolean;
  readonly count: number;
  /** A change of all of them is under way. */
  readonly busy: boolean;
  /** Gives all of them these values, each through its own gates. */
  readonly onApply: (values: Values) => void;
  /** What the dialog did by itself. */
  readonly onDone: (result: BulkResult) => void;
  readonly onClose: () => void;
}
