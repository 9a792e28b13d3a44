import type Big from "big.js";
import { label } from "../i18n/label.ts";
import type { Arguments, FunctionEntry } from "./function-entry.ts";
import { compareValues } from "./compare-values.ts";
import { type Value, big, divide, toBig } from "./values.ts";

/** Places that ROUND and its kin accept, to either side of the point. */
export const MAX_PLACES = 30;
const UP = 3;
const DOWN = 0;
const HALF_UP = 1;
const rounded =
  (mode: 0 | 1 | 3) =>
  (args: Arguments): Value =>
    args.number(0).round(args.whole(1, MAX_PLACES), mode);

/**
 * What is left after whole multiples of `step`, from below (0 ≤ rest < step); null without a positive step.
 */
function restAbove(value: Big, step: Big): Big | null {
  if (step.lte(0)) return null;
  const rest = value.mod(step);
  return rest.lt(0) ? rest.plus(step) : rest;
}
function modulo(value: Big, divisor: Big): Big | null {
  if (divisor.eq(0)) return null;
  const rest = value.mod(divisor);
  return rest.eq(0) || rest.lt(0) === divisor.lt(0) ? rest : rest.plus(divisor);
}
function extreme(values: readonly Value[], sign: 1 | -1): Value {
  const known = values.filter((value) => value !== null);
  return known.reduce<Value>(
    (best, value) => (best === null || compareValues(value, best) * sign > 0 ? value : best),
    null,
  );
}
const total = (numbers: readonly Big[]): Big => numbers.reduce((sum, number) => sum.plus(number), big(0));

/** VALUE reads plain numbers, with thousands separators or without; the database uses the same pattern. */
export const VALUE_PATTERN = "^[+-]?[0-9]{1,30}([.][0-9]{1,30})?$";
const valuePattern = new RegExp(VALUE_PATTERN);

export const NUMBER_FUNCTIONS = {
  ROUND: {
    label: label("四舍五入到指定小数位", "Rounds half away from zero to a number of places"),
    example: "ROUND(amount / 3, 2)",
    args: ["number", "number"],
    optional: 1,
    returns: "number",
    evaluate: rounded(HALF_UP),
  },
  ROUNDUP: {
    label: label("向远离零的方向进位", "Rounds away from zero"),
    example: "ROUNDUP(amount, -3)",
    args: ["number", "number"],
    optional: 1,
    returns: "number",
    evaluate: rounded(UP),
  },
  ROUNDDOWN: {
    label: label("向零的方向舍去", "Rounds towards zero"),
    example: "ROUNDDOWN(amount, 0)",
    args: ["number", "number"],
    optional: 1,
    returns: "number",
    evaluate: rounded(DOWN),
  },
  CEILING: {
    label: label("向上取到倍数（默认 1）", "The next multiple upwards (of 1 by default)"),
    example: "CEILING(amount, 100)",
    args: ["number", "number"],
    optional: 1,
    returns: "number",
    evaluate: (args) => {
      const step = args.number(1, "1");
      const rest = restAbove(args.number(0), step);
      if (rest === null) return null;
      return rest.eq(0) ? args.number(0) : args.number(0).minus(rest).plus(step);
    },
  },
  FLOOR: {
    label: label("向下取到倍数（默认 1）", "The next multiple downwards (of 1 by default)"),
    example: "FLOOR(amount, 100)",
    args: ["number", "number"],
    optional: 1,
    returns: "number",
    evaluate: (args) => {
      const rest = restAbove(args.number(0), args.number(1, "1"));
      return rest === null ? null : args.number(0).minus(rest);
    },
  },
  ABS: {
    label: label("绝对值", "Absolute value"),
    example: "ABS(amount)",
    args: ["number"],
    returns: "number",
    evaluate: (args) => args.number(0).abs(),
  },
  MOD: {
    label: label("余数，符号同除数", "Remainder, with the divisor’s sign"),
    example: "MOD(quantity, 12)",
    args: ["number", "number"],
    returns: "number",
    evaluate: (args) => modulo(args.number(0), args.number(1)),
  },
  MIN: {
    label: label("最小值，空值不计", "Minimum, ignoring nulls"),
    example: "MIN(amount, 1000)",
    args: ["ordered"],
    rest: "ordered",
    returns: "same",
    nulls: "own",
    evaluate: (args) => extreme(args.values, -1),
  },
  MAX: {
    label: label("最大值，空值不计", "Maximum, ignoring nulls"),
    example: "MAX(amount, 0)",
    args: ["ordered"],
    rest: "ordered",
    returns: "same",
    nulls: "own",
    evaluate: (args) => extreme(args.values, 1),
  },
  SUM: {
    label: label("求和，空值不计", "Sum, ignoring nulls"),
    example: "SUM(amount, tax)",
    args: ["number"],
    rest: "number",
    returns: "number",
    nulls: "own",
    evaluate: (args) => total(args.numbers()),
  },
  AVERAGE: {
    label: label("平均值，空值不计", "Average, ignoring nulls"),
    example: "AVERAGE(score_a, score_b)",
    args: ["number"],
    rest: "number",
    returns: "number",
    nulls: "own",
    evaluate: (args) => divide(total(args.numbers()), big(args.numbers().length)),
  },
  VALUE: {
    label: label("把文本读成数字，无法转换时为空", "Reads text as a number; null if it is not one"),
    example: 'VALUE("1,200.50")',
    args: ["text"],
    returns: "number",
    evaluate: (args) => {
      const text = args.text(0).replaceAll(",", "");
      return valuePattern.test(text) ? toBig(text) : null;
    },
  },
} as const satisfies Record<string, FunctionEntry>;
