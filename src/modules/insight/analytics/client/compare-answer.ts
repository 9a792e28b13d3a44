import Big from "big.js";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { type Clause, SEMICOLON } from "../../../../ui/kit/answer-text.ts";
import type { BaselineComparison } from "../shared/baseline.contract.ts";
import type { MoneySum } from "../shared/insight-parts.contract.ts";
import type { MovementFigure } from "../shared/movement.contract.ts";
import { frozenStep, moreBy } from "./compare-figures.ts";
import { countText } from "./figures.ts";
import type { MovementWords } from "./movement-answer.ts";

const answerMessages = defineMessages({
  open: label("{day} 在谈 [{value}]", "[{value}] open on {day}"),
  more: label("比 {day} [多 {value}]", "[{value} more] than on {day}"),
  less: label("比 {day} [少 {value}]", "[{value} less] than on {day}"),
  same: label("与 {day} 持平", "the same as on {day}"),
  forecast: label("按概率预测 {before} → [{after}]", "the forecast went from {before} to [{after}]"),
  fresh: label("其间新增 {value}", "{value} came in between"),
  won: label("赢单 {value}", "{value} won"),
  lost: label("输单 {value}", "{value} lost"),
});

export interface Days {
  readonly before: string;
  readonly after: string;
}
/** What the later one says was open, how much more that is, what was forecast, and what came, won and lost between. */
export function compareAnswer(
  { before, after, between }: BaselineComparison,
  days: Days,
  words: MovementWords,
): readonly Clause[] {
  const [was, is] = [frozenStep(before, "end"), frozenStep(after, "end")];
  const grown = moreBy(is.amount, was.amount);
  const difference = grown ? new Big(grown.amount) : new Big(is.count - was.count);
  const valueOf = (count: number, amount: MoneySum | null): string =>
    grown && amount ? words.short(amount) : words.records(countText(count));
  const size = difference.abs().toFixed();
  const way = difference.eq(0)
    ? answerMessages.same
    : difference.gt(0)
      ? answerMessages.more
      : answerMessages.less;
  const step = (
    message: (typeof answerMessages)["won"],
    { count, amount }: MovementFigure,
  ): readonly Clause[] => (count > 0 ? [{ message, params: { value: valueOf(count, amount) } }] : []);
  return [
    {
      message: answerMessages.open,
      params: { day: days.after, value: valueOf(is.count, is.amount) },
      title: is.amount ? words.full(is.amount) : undefined,
    },
    {
      message: way,
      params: {
        day: days.before,
        value: grown ? words.short({ ...grown, amount: size }) : words.records(countText(Number(size))),
      },
      title: grown ? words.full({ ...grown, amount: size }) : undefined,
    },
    ...forecastOf(before.forecast, after.forecast, words),
    ...step(answerMessages.fresh, between.new),
    ...step(answerMessages.won, between.won),
    ...step(answerMessages.lost, between.lost),
  ];
}

function forecastOf(
  before: MoneySum | null,
  after: MoneySum | null,
  words: MovementWords,
): readonly Clause[] {
  if (!before || !after) return [];
  const params = { before: words.short(before), after: words.short(after) };
  return [{ message: answerMessages.forecast, params, mark: SEMICOLON }];
}
