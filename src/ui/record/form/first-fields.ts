import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import type { FormPart } from "./form-fields.ts";

/** What one knows when one meets it, in the order in which one says it; the rest can come later. */
const FIRST: Readonly<Record<string, readonly string[]>> = {
  opportunity: ["account", "name", "amount", "close_date", "product", "next_step"],
  lead: ["company", "contact_name", "mobile", "source", "requirement", "title"],
  account: ["name", "industry", "level", "phone", "website"],
  contact: ["name", "account", "title", "mobile", "email", "wechat"],
  task: ["subject", "regarding", "due_date", "priority", "owner"],
  activity: ["type", "regarding", "contact", "occurred_at", "content", "next_at"],
};
/** Fewer than these are not worth a fold. */
const FEW = 3;

export interface FoldedParts {
  readonly first: FormPart;
  readonly more: readonly FormPart[];
}
/**
 * A new record's form in two: a handful of fields that stand there at once, and the rest folded. What is
 * required is never folded. Null where nothing would be gained, or nobody has said what comes first.
 */
export function foldParts(
  object: Pick<ObjectInfo, "name">,
  parts: readonly FormPart[],
  isRequired: (field: FieldInfo) => boolean,
): FoldedParts | null {
  const names = FIRST[object.name];
  if (!names) return null;
  const all = parts.flatMap(({ fields }) => fields);
  const placeOf = ({ name }: FieldInfo) => (names.includes(name) ? names.indexOf(name) : names.length);
  const isFirst = (field: FieldInfo) => names.includes(field.name) || isRequired(field);
  const first = all.filter(isFirst).toSorted((one, other) => placeOf(one) - placeOf(other));
  if (first.length === 0 || all.length - first.length < FEW) return null;
  const more = parts
    .map(({ label, fields }) => ({ label, fields: fields.filter((field) => !isFirst(field)) }))
    .filter(({ fields }) => fields.length > 0);
  return { first: { label: null, fields: first }, more };
}
