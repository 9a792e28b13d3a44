import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRight } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { badRequest } from "./messages.ts";

/** The field of a name that a caller gave; "constructor" is none. */
export const fieldNamed = (object: CatalogObject, name: string): Field | undefined =>
  Object.hasOwn(object.byName, name) ? object.byName[name] : undefined;

/** The fields to answer, id first. Those the caller may not see are left out; an unknown name is refused. */
export function chosenFields(
  context: Context,
  object: CatalogObject,
  names: readonly string[] | undefined,
): Result<readonly Field[]> {
  const byState = fieldsByState(context, object);
  const seen = (field: Field) =>
    byState.has(field.name) || fieldRight(context, object, field.name) !== "hidden";
  if (names === undefined)
    return accept(
      object.fields.filter(
        (field) => field.kind !== "children" && field.kind !== "tags" && !field.on_request && seen(field),
      ),
    );
  const unknown = names.find((name) => !fieldNamed(object, name));
  if (unknown !== undefined) return badRequest("unknown_field", "fields", { name: unknown.slice(0, 60) });
  const asked = new Set(["id", ...names]);
  return accept(object.fields.filter((field) => asked.has(field.name) && seen(field)));
}
