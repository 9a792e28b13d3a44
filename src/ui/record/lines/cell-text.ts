import type { Language } from "../../../shared/i18n/label.ts";
import { textOf } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo } from "../../data/objects.ts";
import { isList, moneyOf, textValue, titleAt } from "../../data/values.ts";
import { kitMessages } from "../../kit/kit.messages.ts";

/** A cell in words, as it is copied and read aloud: numbers plainly, options and records by their names. */
export function cellText(field: FieldInfo, record: Values, language: Language): string {
  const value = record[field.name];
  if (value === null || value === undefined) return "";
  const named = (name: string): string => {
    const options = "options" in field ? (field.options ?? []) : [];
    const option = options.find((one) => one.name === name);
    return option ? textOf(option.label, language, name) : name;
  };
  if (typeof value === "boolean") return (value ? kitMessages.yes : kitMessages.no)[language];
  const money = moneyOf(value);
  if (money) return money.amount;
  if (field.kind === "link" || field.kind === "person" || field.kind === "department")
    return titleAt(record, field.name) || (typeof value === "string" && !value.includes("-") ? value : "");
  if (isList(value)) return value.map((one) => named(textValue(one))).join(", ");
  if (field.kind === "percent") return `${textValue(value)}%`;
  return named(textValue(value));
}
