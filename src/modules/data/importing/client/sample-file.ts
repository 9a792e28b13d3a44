import type { Field } from "../../../../shared/metadata/field.ts";
import { csvLines } from "../../../../shared/text/csv.ts";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { LanguageTools } from "../../../../ui/kit/language.tsx";
import { fieldOptions } from "./field-choices.ts";

const MOST_COLUMNS = 12;
const PLAIN: Partial<Record<Field["kind"], readonly [string, string]>> = {
  money: ["120000", "85000"],
  integer: ["12", "30"],
  decimal: ["1.5", "2"],
  percent: ["30%", "60%"],
  date: ["2027-03-31", "2027-06-30"],
  datetime: ["2027-03-31 09:30", "2027-06-30 14:00"],
  phone: ["13800138000", "13900139000"],
  email: ["wang@example.com", "li@example.com"],
  url: ["https://example.com", "https://example.org"],
  boolean: ["是", "否"],
};

/** A field's two example cells; empty where only the company knows what would be found. */
function cellsOf(field: Field, of: LanguageTools["of"], isTitle: boolean): readonly [string, string] {
  if ("options" in field && field.options) {
    const [first, second = first] = field.options.filter((option) => !option.hidden);
    return first && second ? [of(first.label, first.name), of(second.label, second.name)] : ["", ""];
  }
  const name = of(field.label, field.name);
  return PLAIN[field.kind] ?? (isTitle ? [`${name} 1`, `${name} 2`] : ["", ""]);
}

/**
 * A file that can be imported as it is: the fields that must be filled and those of the list, under their
 * names here, with two example rows. The mark at its beginning tells spreadsheets its encoding.
 */
export function sampleFile(object: ObjectInfo, language: LanguageTools): string {
  const offered = new Set(fieldOptions(object, language).map(({ value }) => value));
  const columns = object.list?.columns ?? [];
  const fields = object.fields
    .filter(({ name, internal, kind }) => offered.has(name) && !internal && kind !== "stage")
    .filter(({ name, required }) => required || name === object.title || columns.includes(name))
    .filter(({ name }) => name !== "created_at")
    .slice(0, MOST_COLUMNS);
  const rows = fields.map((field) => cellsOf(field, language.of, field.name === object.title));
  const head = fields.map((field) => language.of(field.label, field.name));
  return `\uFEFF${csvLines([head, rows.map(([first]) => first), rows.map(([, second]) => second)])}`;
}
