import { type Language, textOf } from "../../../shared/i18n/label.ts";
import type { Field } from "../../../shared/metadata/field.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import { fieldSchema } from "../field-schema.ts";
import { EXAMPLE_ID, exampleOf } from "./example-of.ts";

/** What a field holds in an example: its own example, else something of its kind. */
function exampleOfField(field: Field, language: Language): unknown {
  if (field.kind === "json") return {};
  if (field.kind === "children") return [];
  if (field.kind === "formula" || field.kind === "rollup") return exampleOf(fieldSchema(field), field.name);
  const plain = fieldSchema(field);
  if (plain["type"] !== "string" || plain["format"] || plain["enum"] || plain["pattern"])
    return exampleOf(plain, field.name);
  return field.example ?? WORDS[field.kind] ?? textOf(field.label, language, field.name);
}
const WORDS: Partial<Readonly<Record<Field["kind"], string>>> = {
  phone: "+8613800138000",
  email: "li.na@example.com",
  url: "https://example.com",
  rich_text: "<p>…</p>",
};
const isMade = (field: Field): boolean =>
  field.system === true || field.computed === true || ["formula", "rollup"].includes(field.kind);

export interface Sight {
  readonly language: Language;
  readonly maySee: (object: CatalogObject, field: Field) => boolean;
}
const seen = (object: CatalogObject, { maySee }: Sight): readonly Field[] =>
  object.fields.filter((field) => !field.hidden && maySee(object, field));
const values = (fields: readonly Field[], language: Language) =>
  Object.fromEntries(fields.map((field) => [field.name, exampleOfField(field, language)]));

/** A record as it is answered. */
export const exampleRecord = (object: CatalogObject, sight: Sight): Readonly<Record<string, unknown>> => ({
  id: EXAMPLE_ID,
  version: 3,
  ...values(
    seen(object, sight).filter((field) => field.name !== "id" && field.name !== "version"),
    sight.language,
  ),
});
/** What one would send to create one: what must be there, and a few more. */
export function exampleValues(object: CatalogObject, sight: Sight): Readonly<Record<string, unknown>> {
  const writable = seen(object, sight).filter((field) => !isMade(field) && field.kind !== "children");
  const needed = writable.filter((field) => field.required && field.default === undefined);
  const more = writable.filter((field) => !needed.includes(field)).slice(0, Math.max(0, 4 - needed.length));
  return values([...needed, ...more], sight.language);
}
