import { type Label, label } from "../i18n/label.ts";
import type { Field } from "./field.ts";

/** Which fields of a line its amounts are worked out of, and where they are kept. */
export interface LineAmounts {
  readonly quantity: string;
  readonly unit_price: string;
  readonly discount?: string;
  readonly tax_rate?: string;
  /** Kept by the program: quantity × price less the line's discount, the same without tax, and its tax. */
  readonly amount: string;
  readonly net?: string;
  readonly tax?: string;
  readonly document?: DocumentAmounts;
}
/** The same of the document that the lines belong to. */
export interface DocumentAmounts {
  readonly currency?: string;
  readonly tax_mode?: string;
  /** What is taken off the whole: points, or an amount. */
  readonly discount?: string;
  /** Kept by the program. */
  readonly subtotal?: string;
  readonly discount_total?: string;
  readonly tax_total?: string;
  readonly total?: string;
  readonly total_in_words?: string;
}

/** What a field is in the arithmetic of a document. */
export interface AmountRole {
  readonly label: Label;
  readonly kinds: readonly Field["kind"][];
  /** Written by the program alone. */
  readonly kept?: true;
}
const money = (words: Label): AmountRole => ({ label: words, kinds: ["money"], kept: true });
const NUMBERS: readonly Field["kind"][] = ["integer", "decimal", "formula", "rollup"];

export const LINE_ROLES: Readonly<Record<Exclude<keyof LineAmounts, "document">, AmountRole>> = {
  quantity: { label: label("数量", "Quantity"), kinds: NUMBERS },
  unit_price: { label: label("单价", "Unit price"), kinds: ["money", "decimal", "formula"] },
  discount: { label: label("行折扣", "Discount of the line"), kinds: ["percent", "formula"] },
  tax_rate: { label: label("税率", "Tax rate"), kinds: ["percent", "formula"] },
  amount: money(label("金额", "Amount")),
  net: money(label("不含税金额", "Amount without tax")),
  tax: money(label("税额", "Tax")),
};
export const DOCUMENT_ROLES: Readonly<Record<keyof DocumentAmounts, AmountRole>> = {
  currency: { label: label("币种", "Currency"), kinds: ["text", "select"] },
  tax_mode: { label: label("含税方式", "Tax mode"), kinds: ["select", "boolean"] },
  discount: { label: label("整单折扣", "Discount of the whole"), kinds: ["percent", "money"] },
  subtotal: money(label("小计（不含税）", "Subtotal (without tax)")),
  discount_total: money(label("折扣合计", "Discount in total")),
  tax_total: money(label("税额合计", "Tax in total")),
  total: money(label("总计", "Total")),
  total_in_words: { label: label("大写金额", "Total in words"), kinds: ["text"], kept: true },
};
/** Options of a tax mode; a yes/no field says yes to the second. */
export const TAX_MODES = ["exclusive", "inclusive"] as const;

type Roles = Readonly<Record<string, AmountRole>>;
/** Names of the fields in these roles, kept by the program or given to it. */
function named(roles: Roles, given: object, kept: boolean): readonly string[] {
  const fields = given as Readonly<Record<string, string | undefined>>;
  return Object.entries(roles).flatMap(([role, { kept: isKept }]) => {
    const name = fields[role];
    return typeof name === "string" && (isKept ?? false) === kept ? [name] : [];
  });
}
export const givenOfLine = (amounts: LineAmounts): readonly string[] => named(LINE_ROLES, amounts, false);
export const keptOfLine = (amounts: LineAmounts): readonly string[] => named(LINE_ROLES, amounts, true);
export const givenOfDocument = ({ document = {} }: LineAmounts): readonly string[] =>
  named(DOCUMENT_ROLES, document, false);
export const keptOfDocument = ({ document = {} }: LineAmounts): readonly string[] =>
  named(DOCUMENT_ROLES, document, true);
