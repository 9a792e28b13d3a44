import { label } from "../../shared/i18n/label.ts";
import type { FilterOperator } from "./kind-ui.ts";

const one = (name: string, zh: string, en: string): FilterOperator => ({ name, label: label(zh, en), value: "one" });
const none = (name: string, zh: string, en: string): FilterOperator => ({ name, label: label(zh, en), value: "none" });
const many = (name: string, zh: string, en: string): FilterOperator => ({ name, label: label(zh, en), value: "many" });

const EMPTY = [none("is_empty", "为空", "is empty"), none("is_not_empty", "不为空", "is not empty")] as const;
const EQUAL = [one("equals", "等于", "is"), one("not_equals", "不等于", "is not")] as const;

export const TEXT_OPERATORS: readonly FilterOperator[] = [one("contains", "包含", "contains"), one("starts_with", "开头是", "starts with"), ...EQUAL, ...EMPTY];
export const NUMBER_OPERATORS: readonly FilterOperator[] = [...EQUAL, one("at_least", "≥", "≥"), one("greater_than", ">", ">"), one("at_most", "≤", "≤"), one("less_than", "<", "<"), ...EMPTY];
export const DATE_OPERATORS: readonly FilterOperator[] = [one("on", "是", "is"), one("on_or_after", "不早于", "on or after"), one("on_or_before", "不晚于", "on or before"), one("before", "早于", "before"), one("after", "晚于", "after"), ...EMPTY];
export const OPTION_OPERATORS: readonly FilterOperator[] = [many("any_of", "是其中之一", "is any of"), many("none_of", "都不是", "is none of"), ...EMPTY];
export const LIST_OPERATORS: readonly FilterOperator[] = [one("has", "包含", "has"), ...EMPTY];
export const LINK_OPERATORS: readonly FilterOperator[] = [...EQUAL, ...EMPTY];
export const PERSON_OPERATORS: readonly FilterOperator[] = [none("is_me", "是我", "is me"), ...EQUAL, ...EMPTY];
export const BOOLEAN_OPERATORS: readonly FilterOperator[] = [none("is_true", "为是", "is yes"), none("is_false", "为否", "is no")];
export const PRESENCE_OPERATORS: readonly FilterOperator[] = EMPTY;
