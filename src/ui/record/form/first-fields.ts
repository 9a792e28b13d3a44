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

type Asked = Pick<ObjectInfo, "name" | "custom" | "changed">;
/** Whether a new record asks for a field at once: as the company said, else by what one knows first. */
export const asksAtOnce = (
  object: Pick<ObjectInfo, "name">,
  field: Pick<FieldInfo, "name" | "create_form">,
): boolean => field.create_form ?? FIRST[object.name]?.includes(field.name) ?? true;

export interface FoldedParts {
  readonly first: FormPart;
  readonly more: readonly FormPart[];
}
/**
 * A new record's form in two: what is asked for at once, and the rest folded. What is required is never
 * folded. Null where nothing would be gained, or nobody has said what comes first.
 */
export function foldParts(
  object: Asked,
  parts: readonly FormPart[],
  isRequired: (field: FieldInfo) => boolean,
): FoldedParts | null {
  const all = parts.flatMap(({ fields }) => fields);
  const isFirst = (field: FieldInfo) => asksAtOnce(object, field) || isRequired(field);
  // A form that somebody arranged is asked in its own order.
  const isArranged = object.custom === true || (object.changed?.includes("sections") ?? false);
  const names = isArranged ? [] : (FIRST[object.name] ?? []);
  const placeOf = ({ name }: FieldInfo) => (names.includes(name) ? names.indexOf(name) : names.length);
  const first = all.filter(isFirst).toSorted((one, other) => placeOf(one) - placeOf(other));
  const folded = all.filter((field) => !isFirst(field));
  const isChosen = folded.some((field) => field.create_form === false);
  if (first.length === 0 || folded.length === 0 || (!isChosen && folded.length < FEW)) return null;
  const more = parts
    .map(({ label, fields }) => ({ label, fields: fields.filter((field) => !isFirst(field)) }))
    .filter(({ fields }) => fields.length > 0);
  return { first: { label: null, fields: first }, more };
}
