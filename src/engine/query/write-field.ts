import type { ColumnOf, RowTexts } from "../../platform/db/database.ts";
import { instantOf, valueOf } from "../../platform/db/value-types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { amountText } from "../../shared/money/minor-units.ts";
import type { Context } from "../kernel/context.ts";
import { maskedOf, plainDecimal, rollupKind, wireOf, type FoundRow } from "./present.ts";

/** The JSON of a column's text, which is not null, as `wireOf` and JSON would spell it. */
export type WriteText = (text: string, texts: RowTexts, context: Context) => string;

const quoted = (text: string): string => `"${text}"`;
/** Whole numbers that a JavaScript number holds are spelled as PostgreSQL spells them. */
const wholeNumber = (text: string): string => (text.length < 16 ? text : String(Number(text)));
/**
 * Types whose text is written as it stands, or nearly so, by oid. What is not here is read and spelled anew.
 */
const WRITERS: ReadonlyMap<number, (text: string) => string> = new Map([
  [16, (text: string) => (text === "t" ? "true" : "false")],
  [20, wholeNumber], // int8
  [21, wholeNumber],
  [23, wholeNumber],
  [25, (text: string) => JSON.stringify(text)],
  [1043, (text: string) => JSON.stringify(text)],
  [1082, quoted], // date
  [1184, (text: string) => quoted(instantOf(text))], // timestamptz
  [1700, quoted], // numeric
  [2950, quoted], // uuid
]);

/** How a field's JSON is written from the columns it has. */
export function writeOf(
  context: Context,
  field: Field,
  columns: readonly ColumnOf[],
  places: ReadonlyMap<string, number>,
  isMasked: boolean,
): WriteText {
  const type = columns[places.get(field.name) ?? -1]?.type ?? 0;
  const plain = isMasked ? undefined : plainWriter(context, field, type, places);
  if (plain) return plain;
  const whole = [field.name, ...BESIDES.map((part) => field.name + part)].flatMap((name) => {
    const at = places.get(name);
    return at === undefined ? [] : [{ name, at, type: columns[at]?.type ?? 0 }];
  });
  return (_, texts, now) => {
    const row: Record<string, unknown> = {};
    for (const column of whole) {
      const text = texts[column.at];
      row[column.name] = text === null || text === undefined ? null : valueOf(column.type, text);
    }
    const value = wireOf(now, field, row as FoundRow);
    return JSON.stringify(isMasked ? maskedOf(field, value) : value);
  };
}
/** What the names of a field's further columns end in. */
const BESIDES = ["__currency", "__base", "__rate_date", "__object"];

/** Where the text itself says it. */
function plainWriter(
  context: Context,
  field: Field,
  type: number,
  places: ReadonlyMap<string, number>,
): WriteText | undefined {
  const write = WRITERS.get(type);
  const kind =
    field.kind === "rollup"
      ? rollupKind(context, field)
      : field.kind === "formula"
        ? field.returns
        : field.kind;
  if (kind === "decimal" || kind === "percent")
    return type === 1700 ? (text) => quoted(plainDecimal(text)) : undefined;
  if (field.kind === "formula" || field.kind === "rollup")
    return kind === "integer" || kind === "money" ? undefined : write;
  if (field.kind === "money") return type === 1700 ? moneyWriter(field.name, places) : undefined;
  if (field.kind === "link") return field.targets.length > 1 ? undefined : write;
  return field.kind === "links" || field.kind === "signature" ? undefined : write;
}

/**
 * Money in the company's currency, as nearly all is; what has a company amount beside it is left to `wireOf`.
 */
function moneyWriter(name: string, places: ReadonlyMap<string, number>): WriteText {
  const [currencyAt, baseAt, dateAt] = [
    places.get(`${name}__currency`) ?? -1,
    places.get(`${name}__base`) ?? -1,
    places.get(`${name}__rate_date`) ?? -1,
  ];
  return (text, texts, { company }) => {
    const currency = texts[currencyAt] ?? company.currency;
    const amount = amountText(text, currency);
    const base = texts[baseAt];
    if (currency === company.currency || typeof base !== "string")
      return `{"amount":"${amount}","currency":${JSON.stringify(currency)}}`;
    const date = texts[dateAt];
    const rated = typeof date === "string" ? { rate_date: date } : {};
    return JSON.stringify({ amount, currency, base: amountText(base, company.currency), ...rated });
  };
}
