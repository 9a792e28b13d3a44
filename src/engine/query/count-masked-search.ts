import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { readPhone } from "../../shared/text/phone.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { fieldRight } from "../access/rights-of.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { columnsOf } from "../schema/names.ts";
import { searchFields } from "./search-entries.ts";
import { queryWords } from "./search-tokens.ts";

/**
 * To be asked by whatever answers a search: masked fields are found by their whole value, so that enough
 * questions would find out what is masked.
 */
export async function countMaskedSearch(
  context: Context,
  objects: readonly CatalogObject[],
  question: string | undefined,
): Promise<Result<null>> {
  const { hooks, principal } = context;
  if (
    !hooks.countMaskedSearch ||
    principal.kind === "system" ||
    principal.id === null ||
    question === undefined
  )
    return accept(null);
  const words = queryWords(question);
  if (words.length === 0) return accept(null);
  const parts = [question, ...words.map(({ text }) => text)];
  const fields = objects.flatMap((object) =>
    searchFields(object)
      .filter(
        (field) => isMaskedSomewhere(context, object, field) && parts.some((part) => canBe(field, part)),
      )
      .map((field) => `${object.name}.${field.name}`),
  );
  return fields.length === 0
    ? accept(null)
    : hooks.countMaskedSearch(context, { question: words.map(({ text }) => text).join(" "), fields });
}

/** A field whose right follows from the state of a record may be masked in some. */
const isMaskedSomewhere = (context: Context, object: CatalogObject, field: Field): boolean =>
  fieldRight(context, object, field.name) === "mask" || fieldsByState(context, object).has(field.name);

/** Whether a text could be the whole value of the field at all; the same forms as `wholeValue` finds. */
function canBe(field: Field, text: string): boolean {
  if (columnsOf(field)[0]?.type !== "text") return false;
  if (field.kind === "phone") return readPhone(text) !== null;
  return field.kind === "email" ? text.includes("@") : true;
}
