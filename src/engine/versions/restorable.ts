import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldRight } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";

/** Who has a record is not restored with its contents, unless asked for by name. */
export const LEFT_ALONE = ["owner", "department"];
const MADE: readonly Field["kind"][] = ["formula", "rollup", "auto_number", "tags"];
/** Fields of which the caller sees all and writes all. */
export const isRestorable = (context: Context, object: CatalogObject, field: Field | undefined): boolean =>
  field !== undefined &&
  (!field.system || LEFT_ALONE.includes(field.name)) &&
  !field.computed &&
  !field.fixed &&
  !MADE.includes(field.kind) &&
  fieldRight(context, object, field.name) === "edit";
