import { type Label, label } from "../i18n/label.ts";
import type { FunctionEntry } from "./function-entry.ts";
import { DATE_FUNCTIONS } from "./functions-date.ts";
import { LOGIC_FUNCTIONS } from "./functions-logic.ts";
import { NUMBER_FUNCTIONS } from "./functions-number.ts";
import { TEXT_FUNCTIONS } from "./functions-text.ts";

const ALL = { ...LOGIC_FUNCTIONS, ...NUMBER_FUNCTIONS, ...TEXT_FUNCTIONS, ...DATE_FUNCTIONS };
export type FunctionName = keyof typeof ALL;
/** Every function by its canonical name. */
export const FUNCTIONS: Readonly<Record<FunctionName, FunctionEntry>> = ALL;

/** Names that become an operator when checked: IF → `?:`, AND → `&&` … Here for help texts. */
export const REWRITTEN: Readonly<Record<string, { readonly label: Label; readonly example: string }>> = {
  IF: {
    label: label("条件成立取一值，否则取另一值", "One value if a condition holds, else another"),
    example: "IF(amount > 0, 1, 0)",
  },
  AND: { label: label("全部成立", "All hold"), example: "AND(won, amount > 0)" },
  OR: { label: label("任一成立", "Any holds"), example: "OR(won, lost)" },
  NOT: { label: label("不成立", "Does not hold"), example: "NOT(won)" },
  CONCAT: {
    label: label("连接文本（同 &）", "Joins text (same as &)"),
    example: "CONCAT(last_name, first_name)",
  },
};

export function isFunctionName(name: string): name is FunctionName {
  return Object.hasOwn(ALL, name);
}
const byFolded: ReadonlyMap<string, FunctionName> = new Map(
  Object.keys(ALL)
    .filter(isFunctionName)
    .map((name) => [name.toLowerCase(), name]),
);
/** The canonical name, ignoring case. */
export const functionNamed = (name: string): FunctionName | undefined => byFolded.get(name.toLowerCase());
