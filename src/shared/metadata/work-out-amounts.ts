import { documentTotals, type DocumentTerms, type LineTotals } from "../money/document-totals.ts";
import { amountInWords } from "../text/amount-in-words.ts";
import type { DocumentAmounts, LineAmounts } from "./line-amounts.ts";
import type { Values, WireValue } from "./object.ts";
import { isMap } from "./wire-value.ts";

export interface WorkedOut {
  /** Of each line in its place, the fields that the program keeps. */
  readonly lines: readonly Values[];
  /** The same of the document. */
  readonly document: Values;
  readonly currency: string;
  /** Places of lines whose price is in another currency than the document. */
  readonly foreign: readonly number[];
}

/**
 * What the lines of a document and the document itself come to, in fields: the same in the write and on the
 * screen. Lines are given in their order, since the last one of a tax rate takes what rounding leaves.
 */
export function workOutAmounts(
  amounts: LineAmounts,
  document: Readonly<Values> | null,
  lines: readonly Readonly<Values>[],
  company: string,
): WorkedOut {
  const { document: fields = {} } = amounts;
  const currency = currencyOf(amounts, document, lines) ?? company;
  const totals = documentTotals(
    lines.map((line) => ({
      quantity: decimalOf(line[amounts.quantity]),
      unitPrice: decimalOf(line[amounts.unit_price]),
      discount: decimalOf(line[amounts.discount ?? ""]),
      taxRate: decimalOf(line[amounts.tax_rate ?? ""]),
    })),
    termsOf(fields, document, currency),
  );
  const money = (amount: string): WireValue => ({ amount, currency });
  return {
    currency,
    foreign: lines.flatMap((line, at) => {
      const own = priceCurrency(line[amounts.unit_price]);
      return own === null || own === currency ? [] : [at];
    }),
    lines: totals.lines.map((line) => lineValues(amounts, line, money)),
    document: present({
      [fields.subtotal ?? ""]: money(totals.subtotal),
      [fields.discount_total ?? ""]: money(totals.discount),
      [fields.tax_total ?? ""]: money(totals.tax),
      [fields.total ?? ""]: money(totals.total),
      [fields.total_in_words ?? ""]: currency === "CNY" ? amountInWords(totals.total) : null,
    }),
  };
}

const lineValues = (
  { amount, net, tax }: LineAmounts,
  line: LineTotals | null,
  money: (amount: string) => WireValue,
): Values =>
  present({
    [amount]: line && money(line.amount),
    [net ?? ""]: line && money(line.net),
    [tax ?? ""]: line && money(line.tax),
  });
/** Without what has no field. */
const present = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([name]) => name !== ""));

function termsOf(
  fields: DocumentAmounts,
  document: Readonly<Values> | null,
  currency: string,
): DocumentTerms {
  const mode = document?.[fields.tax_mode ?? ""];
  const discount = document?.[fields.discount ?? ""] ?? null;
  const given = decimalOf(discount);
  return {
    currency,
    inclusive: mode === "inclusive" || mode === true,
    discount: given === null ? null : isMap(discount) ? { amount: given } : { percent: given },
  };
}

/** A decimal as text, of a number or an amount; null where there is none that can be read. */
export function decimalOf(value: WireValue | undefined): string | null {
  const bare = isMap(value) ? value["amount"] : value;
  const text = typeof bare === "number" ? String(bare) : bare;
  return typeof text === "string" && /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}
const CODE = /^[A-Z]{3}$/;
const priceCurrency = (price: WireValue | undefined): string | null =>
  isMap(price) && typeof price["currency"] === "string" ? price["currency"] : null;

/** As the document says; else that of the first price that has one. */
function currencyOf(
  { unit_price, document: fields }: LineAmounts,
  document: Readonly<Values> | null,
  lines: readonly Readonly<Values>[],
): string | null {
  const said = document?.[fields?.currency ?? ""];
  if (typeof said === "string" && CODE.test(said.toUpperCase())) return said.toUpperCase();
  for (const line of lines) {
    const own = priceCurrency(line[unit_price]);
    if (own) return own;
  }
  return null;
}

/**
 * Lines in the order in which people read them: by the field that says it, then as they were made. A line that
 * is new stands behind those there are.
 */
export const inLineOrder =
  (order: string | undefined) =>
  (one: Readonly<Values>, other: Readonly<Values>): number =>
    placeOf(one, order) - placeOf(other, order) ||
    compare(madeAt(one), madeAt(other)) ||
    compare(String(one["id"] ?? ""), String(other["id"] ?? ""));

function placeOf(line: Readonly<Values>, order: string | undefined): number {
  const place = order === undefined ? null : line[order];
  return typeof place === "number" ? place : Number.MAX_SAFE_INTEGER;
}
const madeAt = (line: Readonly<Values>): string =>
  typeof line["created_at"] === "string" ? line["created_at"] : "9";
const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);
