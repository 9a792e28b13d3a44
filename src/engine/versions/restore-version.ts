import { withPresentOptions } from "../catalog/option-lists.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { fieldNamed } from "../query/chosen-fields.ts";
import { get } from "../query/get.ts";
import { badRequest, notFound } from "../query/messages.ts";
import { objectOf } from "../query/object-of.ts";
import { sameValue } from "../values/row-values.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { storedFields } from "../schema/plan.ts";
import { isRestorable, LEFT_ALONE } from "./restorable.ts";
import { linesToRestore } from "./restore-lines.ts";
import { versionAt } from "./read-versions.ts";

export interface Restoring {
  /** First moment of the state to go back to. */
  readonly from: string;
  /** Only these; absent: every field that the caller may write and that differs. */
  readonly fields?: readonly string[];
}

/**
 * The values that bring a record back to an earlier state: what `save` is then asked for, with every rule and
 * gate.
 */
export async function valuesToRestore(
  context: Context,
  name: string,
  id: string,
  { from, fields }: Restoring,
): Promise<Result<Values>> {
  const known = objectOf(context, name);
  if (!known.ok) return known;
  const object = known.value;
  const current = await get(context, object, id);
  if (!current.ok) return current;
  const wrong = fields?.find((field) => !isRestorable(context, object, fieldNamed(object, field)));
  if (wrong !== undefined) return badRequest("unknown_field", "fields", { name: wrong.slice(0, 60) });
  const then = await versionAt(context, object, id, from);
  if (!then) return notFound();
  const chosen = storedFields(object).filter((field) =>
    fields
      ? fields.includes(field.name)
      : isRestorable(context, object, field) && !LEFT_ALONE.includes(field.name),
  );
  const values: Values = await linesToRestore(context, object, id, from, (field) =>
    fields ? fields.includes(field.name) : isRestorable(context, object, field),
  );
  for (const field of chosen) {
    const wanted = withPresentOptions(field, then[field.name] ?? null);
    if (!sameValue(current.value[field.name] ?? null, wanted)) values[field.name] = wanted;
  }
  return accept(values);
}
