import type { ConditionOperator, ConditionValue } from "../../shared/expression/simple-conditions.ts";
import { label } from "../../shared/i18n/label.ts";
import type { FilterOperator } from "./kind-ui.ts";

const one = (operator: ConditionOperator, zh: string, en: string): FilterOperator => ({
  key: operator,
  operator,
  label: label(zh, en),
  value: "one",
});
const many = (operator: ConditionOperator, zh: string, en: string): FilterOperator => ({
  key: operator,
  operator,
  label: label(zh, en),
  value: "many",
});
const fixed = (
  key: string,
  operator: ConditionOperator,
  zh: string,
  en: string,
  value?: ConditionValue,
): FilterOperator => ({
  key,
  operator,
  label: label(zh, en),
  value: "none",
  ...(value === undefined ? {} : { fixed: value }),
});

const EMPTY = [
  fixed("blank", "blank", "为空", "is empty"),
  fixed("not_blank", "not_blank", "不为空", "is not empty"),
] as const;
const EQUAL = [one("eq", "等于", "is"), one("ne", "不等于", "is not")] as const;
const TODAY = { expression: "today()" } as const;

export const TEXT_OPERATORS: readonly FilterOperator[] = [
  one("contains", "包含", "contains"),
  one("not_contains", "不包含", "does not contain"),
  one("starts_with", "开头是", "starts with"),
  one("ends_with", "结尾是", "ends with"),
  ...EQUAL,
  ...EMPTY,
];
export const NUMBER_OPERATORS: readonly FilterOperator[] = [
  one("ge", "≥", "≥"),
  one("gt", ">", ">"),
  one("le", "≤", "≤"),
  one("lt", "<", "<"),
  ...EQUAL,
  ...EMPTY,
];
export const DATE_OPERATORS: readonly FilterOperator[] = [
  one("ge", "不早于", "on or after"),
  one("le", "不晚于", "on or before"),
  one("gt", "晚于", "after"),
  one("lt", "早于", "before"),
  fixed("past", "lt", "已过（早于今天）", "is past", TODAY),
  fixed("ahead", "ge", "今天及以后", "is today or later", TODAY),
  ...EMPTY,
];
export const DAY_OPERATORS: readonly FilterOperator[] = [
  ...DATE_OPERATORS.slice(0, 4),
  one("eq", "是", "is"),
  fixed("today", "eq", "是今天", "is today", TODAY),
  ...DATE_OPERATORS.slice(4),
];
const ANY_OF = [many("in", "是其中之一", "is any of"), many("not_in", "都不是", "is none of")] as const;
export const OPTION_OPERATORS: readonly FilterOperator[] = [...ANY_OF, ...EQUAL, ...EMPTY];
export const STAGE_OPERATORS: readonly FilterOperator[] = [...OPTION_OPERATORS];
export const LIST_OPERATORS: readonly FilterOperator[] = [
  one("contains", "包含", "has"),
  one("not_contains", "不包含", "does not have"),
  ...EMPTY,
];
export const LINK_OPERATORS: readonly FilterOperator[] = [...EQUAL, ...EMPTY];
export const PERSON_OPERATORS: readonly FilterOperator[] = [
  fixed("me", "eq", "是我", "is me", { expression: "me()" }),
  ...EQUAL,
  ...ANY_OF,
  ...EMPTY,
];
export const BOOLEAN_OPERATORS: readonly FilterOperator[] = [
  fixed("yes", "eq", "为是", "is yes", true),
  fixed("no", "ne", "为否", "is no", true),
  ...EMPTY,
];
export const PRESENCE_OPERATORS: readonly FilterOperator[] = EMPTY;
