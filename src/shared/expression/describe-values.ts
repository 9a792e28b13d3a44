import { type Language, label, textOf } from "../i18n/label.ts";
import { optionField } from "./coerce.ts";
import { formatNumber } from "./formats.ts";
import type { ExpressionSchema, Node } from "./types.ts";
import { big } from "./values.ts";

export interface DescribeContext {
  readonly schema: ExpressionSchema;
  readonly language: Language;
  readonly object: string;
}

const YES = label("是", "yes");
const NO = label("否", "no");
const BLANK = label("空", "empty");
const PARTS: Readonly<Record<string, { readonly "zh-CN": string; readonly en: string }>> = {
  amount: label("原币金额", "original amount"),
  currency: label("币种", "currency"),
  province: label("省份", "province"),
  city: label("城市", "city"),
  district: label("区县", "district"),
  detail: label("详细地址", "detail"),
  code: label("区划代码", "code"),
};

/** A path by labels: 客户.行业. */
export function describeOperand(
  node: Extract<Node, { is: "path" }>,
  { schema, language }: DescribeContext,
): string {
  const names = node.steps.flatMap((step) => {
    const object = schema.object(step.object);
    const name = textOf(object?.byName[step.field]?.label, language, step.field);
    const target =
      step.several && step.target !== undefined
        ? [textOf(schema.object(step.target)?.label, language, step.target)]
        : [];
    return [
      name,
      ...target,
      ...(step.part === undefined ? [] : [textOf(PARTS[step.part], language, step.part)]),
    ];
  });
  return names.join(".");
}

/** A literal as a person reads it: option labels, thousands separators, percent beside a percent field. */
export function describeLiteral(
  node: Extract<Node, { is: "literal" }>,
  beside: Node | undefined,
  { schema, language }: DescribeContext,
): string {
  const { value, type } = node;
  if (value === null) return textOf(BLANK, language);
  if (typeof value === "boolean") return textOf(value ? YES : NO, language);
  if (type === "number") return describeNumber(String(value), beside);
  const option = beside && optionField(beside, schema)?.options.find(({ name }) => name === value);
  if (option) return textOf(option.label, language, option.name);
  return type === "text" ? `“${value}”` : String(value);
}
function describeNumber(value: string, beside: Node | undefined): string {
  const percent =
    beside?.is === "path" &&
    beside.steps.at(-1)?.kind === "percent" &&
    beside.steps.at(-1)?.part === undefined;
  const number = percent ? big(value).times(100) : big(value);
  const places = number.toFixed().split(".")[1]?.length ?? 0;
  return `${formatNumber(number, { grouped: true, places, percent: false }) ?? value}${percent ? "%" : ""}`;
}
