import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { Properties } from "./field-draft.ts";
import type { Editor, Part } from "./field-parts.ts";

export interface PartInputProps {
  readonly part: Part;
  readonly object: ObjectInfo;
  readonly properties: Properties;
  readonly error: string | undefined;
  readonly onChange: (value: unknown) => void;
}
/** The same for the control itself, which stands under a label. */
export type PartControlProps = PartInputProps & {
  readonly editor: Editor;
  readonly ids: { readonly id: string; readonly describedBy: string | undefined; readonly invalid: boolean };
};

/** A property as text, empty where it has none. */
export const textOf = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined || value === null ? "" : String(value);
