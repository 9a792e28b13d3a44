import type { Label, Language } from "../../../../shared/i18n/label.ts";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { shortMoney } from "../../../../ui/kit/money-text.ts";
import type { BaselineFigure } from "../shared/baseline.contract.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { daysText, percentText } from "./figures.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { movementMessages } from "./movement.messages.ts";

/** The words of a figure's place that are the program's; stages and groups have names of their own. */
const WORDS: Readonly<Record<string, Label>> = {
  start: movementMessages.start,
  new: movementMessages.new,
  increased: movementMessages.increased,
  decreased: movementMessages.decreased,
  moved_in: movementMessages.moved_in,
  moved_out: movementMessages.moved_out,
  won: movementMessages.won,
  lost: movementMessages.lost,
  end: movementMessages.end,
  count: movementMessages.count,
  n: movementMessages.count,
  amount: insightScreenMessages.amount,
  won_amount: insightScreenMessages.wonAmount,
  lost_amount: baselineMessages.lostAmount,
  entered: insightScreenMessages.entered,
  rate: insightScreenMessages.rate,
  cumulative: insightScreenMessages.cumulative,
  skipped: insightScreenMessages.skipped,
  still_open: insightScreenMessages.stillOpenShort,
  lost_here: insightScreenMessages.lostHereShort,
  reopened: baselineMessages.reopened,
  biggest_drop: baselineMessages.biggestDrop,
  share: baselineMessages.share,
  total: insightScreenMessages.total,
  mean: insightScreenMessages.mean,
  median: insightScreenMessages.median,
  p90: insightScreenMessages.p90,
  open: insightScreenMessages.open,
  calendar_days: insightScreenMessages.calendarDays,
  working_days: insightScreenMessages.workingDays,
};
const LEFT_OUT = new Set(["stages", "groups", "0", "currency", "mixed", "rate_date"]);
const FRACTIONS = new Set(["rate", "cumulative", "share"]);
const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?$/.test(value);
const lastOf = (place: string): string => place.split(".").at(-1) ?? "";

/** What only says how something was asked or counted is no figure of its own. */
export const isTold = ({ name, value }: BaselineFigure): boolean =>
  isNumber(value) && !LEFT_OUT.has(lastOf(name));

/**
 * A figure's place in words; `nameOf` tells what a stage or group is called.
 * @example placeInWords("stages.needs.entered", t, nameOf) // "需求分析 · 到达"
 */
export function placeInWords(
  place: string,
  t: (label: Label) => string,
  nameOf: (part: string, before: string | undefined) => string | undefined,
): string {
  const parts = place.split(".");
  const words = parts
    .map((part, at) => ({ part, before: parts[at - 1] }))
    .filter(({ part }) => !LEFT_OUT.has(part))
    .filter(({ part, before }) => !(part === "amount" && before?.endsWith("amount")))
    .map(({ part, before }) => {
      const named = nameOf(part, before);
      if (named !== undefined) return named;
      return WORDS[part] ? t(WORDS[part]) : part;
    });
  return words.filter((word, at) => word !== words[at - 1]).join(" · ");
}

/**
 * A figure as it is read: shares in percent, sums of money in the unit of the language, days with one decimal.
 * @example figureText(figures, "stages.needs.rate", "en") // "76.7%"
 */
export function figureText(figures: readonly BaselineFigure[], place: string, language: Language): string {
  const valueAt = (name: string) => figures.find((one) => one.name === name)?.value;
  const value = valueAt(place);
  if (value === undefined) return "—";
  if (!isNumber(value)) return value;
  const last = lastOf(place);
  if (FRACTIONS.has(last)) return percentText(value);
  if (last === "amount")
    return shortMoney(value, valueAt(place.replace(/amount$/, "currency")) ?? "", language);
  return value.includes(".") ? daysText(value) : groupDigits(value);
}
