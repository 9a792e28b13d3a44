import type { Field } from "../../../../shared/metadata/field.ts";

/** Whether a file may fill the field. `created_at` may be back-filled; `id` only finds records. */
export const isImportable = (field: Field): boolean =>
  field.name === "created_at" ||
  (!field.computed &&
    !field.hidden &&
    !["formula", "rollup", "children", "auto_number"].includes(field.kind));
