import type { Label } from "../../../../shared/i18n/label.ts";
import { insightTexts } from "./insight.messages.ts";
import { movementTexts } from "./movement.messages.ts";

/** The words of a figure's place that are the program's; the others (stages, groups) stand as they are. */
const WORDS: Readonly<Record<string, Label>> = {
  start: movementTexts.start,
  new: movementTexts.new,
  increased: movementTexts.increased,
  decreased: movementTexts.decreased,
  moved_in: movementTexts.moved_in,
  moved_out: movementTexts.moved_out,
  won: movementTexts.won,
  lost: movementTexts.lost,
  end: movementTexts.end,
  count: movementTexts.count,
  n: movementTexts.count,
  amount: insightTexts.amount,
  won_amount: insightTexts.wonAmount,
  entered: insightTexts.entered,
  rate: insightTexts.rate,
  cumulative: insightTexts.cumulative,
  skipped: insightTexts.skipped,
  still_open: insightTexts.stillOpenShort,
  lost_here: insightTexts.lostHereShort,
  total: insightTexts.total,
  mean: insightTexts.mean,
  median: insightTexts.median,
  p90: insightTexts.p90,
  open: insightTexts.open,
  calendar_days: insightTexts.calendarDays,
  working_days: insightTexts.workingDays,
};
const LEFT_OUT = new Set(["stages", "groups", "0", "currency", "mixed", "rate_date"]);
/** What only says in what an amount is counted is no figure of its own. */
export const isTold = (place: string): boolean =>
  !["currency", "mixed", "rate_date"].includes(place.split(".").at(-1) ?? "");
/** A figure's place in words. @example wordsOf("stages.needs.entered", t) // "needs · 到达" */
export const placeWords = (place: string, t: (label: Label) => string): string => {
  const parts = place.split(".").filter((part) => !LEFT_OUT.has(part));
  // An amount of money is told by what it is of, not by its own part.
  const told = parts.filter((part, at) => !(part === "amount" && parts[at - 1]?.endsWith("amount")));
  return told.map((part) => (WORDS[part] ? t(WORDS[part]) : part)).join(" · ");
};
