import type { Context } from "../../../../engine/public.ts";
import { textOf } from "../../../../shared/i18n/label.ts";
import type { Field, SelectOption } from "../../../../shared/metadata/field.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { isMap, textIn } from "../../../../shared/metadata/wire-value.ts";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { plainText } from "../../../../shared/rich-text/plain-text.ts";
import { wallTime } from "../../../../shared/time/zone.ts";
import type { PublicPage } from "../shared/public-page.contract.ts";

export type PublicFact = PublicPage["facts"][number];

/**
 * Fields of a record in words, for a page that knows no definitions. The record is as its reader may see it,
 * with titles; what is empty, or is no text, is left out.
 */
export function factsOf(
  context: Context,
  object: CatalogObject,
  record: Values,
  names: readonly string[],
): readonly PublicFact[] {
  return names.flatMap((name): readonly PublicFact[] => {
    const field = object.byName[name];
    if (!field || field.hidden || field.internal) return [];
    const value = inWords(context, field, record);
    if (value === "") return [];
    return [{ label: textOf(field.label, context.language, name), value, strong: field.kind === "money" }];
  });
}

function inWords({ language, company }: Context, field: Field, record: Values): string {
  const value = record[field.name];
  if (value === undefined || value === null || value === "") return "";
  switch (field.kind === "formula" ? field.returns : field.kind) {
    case "money":
      return moneyInWords(value, language, company.currency);
    case "integer":
    case "decimal":
      return field.kind === "integer" && field.ungrouped ? String(value) : groupDigits(String(value));
    case "percent":
      return `${String(value)}%`;
    case "boolean":
      return value === true ? YES[language] : NO[language];
    case "datetime":
      return wallTime(company.zone, String(value)).slice(0, 16).replace("T", " ");
    case "select":
    case "stage":
    case "multiselect":
      return listed(value)
        .map((name) => optionText(field, String(name), language))
        .join(language === "en" ? ", " : "、");
    case "link":
    case "person":
    case "department":
      return titleOf(record, field.name);
    case "rich_text":
      return plainText(textIn(value));
    case "address":
      return isMap(value)
        ? ["province", "city", "district", "detail"].map((part) => textIn(value[part])).join("")
        : "";
    default:
      return isText(value) ? String(value) : "";
  }
}
const YES = { "zh-CN": "是", en: "Yes" } as const;
const NO = { "zh-CN": "否", en: "No" } as const;

const isText = (value: WireValue): boolean => ["string", "number"].includes(typeof value);
const listed = (value: WireValue): readonly WireValue[] => (Array.isArray(value) ? value : [value]);

function optionText(field: Field, name: string, language: Context["language"]): string {
  const all: readonly SelectOption[] = "options" in field ? (field.options ?? []) : [];
  const found = all.find((option) => option.name === name);
  return found ? textOf(found.label, language, name) : name;
}

/** Exact, with the sign of its currency: the amount is a decimal text of any length. */
function moneyInWords(value: WireValue, language: Context["language"], own: string): string {
  const money: Readonly<Values> = isMap(value) ? value : { amount: value, currency: "" };
  const { amount: decimal, currency: code } = money;
  const [amount, currency] = [String(decimal), textIn(code)];
  if (!/^-?\d+(\.\d+)?$/.test(amount)) return amount;
  if (!/^[A-Z]{3}$/.test(currency)) return groupDigits(amount);
  return new Intl.NumberFormat(language, {
    style: "currency",
    currency,
    // The company's own needs no "CN" before its sign, a whole amount no ".00".
    currencyDisplay: currency === own ? "narrowSymbol" : "symbol",
    trailingZeroDisplay: "stripIfInteger",
  }).format(amount as `${number}`);
}

/** Empty where the reader may not see it: an id tells nobody anything. */
function titleOf({ titles }: Values, name: string): string {
  return isMap(titles) ? textIn(titles[name]) : "";
}
