import type { Label } from "../../../../shared/i18n/label.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { movementMessages } from "./movement.messages.ts";

/** The words of a figure's place that are the program's; the others (stages, groups) stand as they are. */
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
  entered: insightScreenMessages.entered,
  rate: insightScreenMessages.rate,
  cumulative: insightScreenMessages.cumulative,
  skipped: insightScreenMessages.skipped,
  still_open: insightScreenMessages.stillOpenShort,
  lost_here: insightScreenMessages.lostHereShort,
  total: insightScreenMessages.total,
  mean: insightScreenMessages.mean,
  median: insightScreenMessages.median,
  p90: insightScreenMessages.p90,
  open: insightScreenMessages.open,
  calendar_days: insightScreenMessages.calendarDays,
  working_days: insightScreenMessages.workingDays,
};
const LEFT_OUT = new Set(["stages", "groups", "0", "currency", "mixed", "rate_date"]);
/** What only says in what an amount is counted is no figure of its own. */
export const isTold = (place: string): boolean =>
  !["currency", "mixed", "rate_date"].includes(place.split(".").at(-1) ?? "");
/** A figure's place in words. @example wordsOf("stages.needs.entered", t) // "needs · 到达" */
export const placeMessages = (place: string, t: (label: Label) => string): string => {
  const parts = place.split(".").filter((part) => !LEFT_OUT.has(part));
  // An amount of money is told by what it is of, not by its own part.
  const told = parts.filter((part, at) => !(part === "amount" && parts[at - 1]?.endsWith("amount")));
  return told.map((part) => (WORDS[part] ? t(WORDS[part]) : part)).join(" · ");
};
