import Big from "big.js";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { Clause } from "../../../../ui/kit/answer-text.ts";
import type { MoneySum } from "../shared/insight-parts.contract.ts";
import type { MovementAnswer } from "../shared/movement.contract.ts";
import { countText } from "./figures.ts";

const answerMessages = defineMessages({
  openNow: label("在谈 [{value}]", "[{value}] open"),
  openThen: label("期末在谈 [{value}]", "[{value}] open at the end"),
  more: label("比期初[多 {value}]", "[{value} more] than at the start"),
  less: label("比期初[少 {value}]", "[{value} less] than at the start"),
  same: label("与期初持平", "the same as at the start"),
  won: label("赢单 {value}", "{value} won"),
  records: label("{count} 条", "{count} {count|record|records}"),
});

export interface MovementWords {
  readonly short: (sum: MoneySum) => string;
  readonly full: (sum: MoneySum) => string;
  readonly records: (count: string) => string;
}
export const recordsMessage = answerMessages.records;

/** What is open, how much that has grown, and what was won; in records where amounts are not for the reader. */
export function movementAnswer(
  { start, end, won, new: fresh, end_at }: MovementAnswer,
  words: MovementWords,
): readonly Clause[] {
  if (start.count === 0 && end.count === 0 && fresh.count === 0) return [];
  const open = end_at === null ? answerMessages.openNow : answerMessages.openThen;
  const [from, to] = [start.amount, end.amount];
  const inMoney = from !== null && to !== null && from.currency === to.currency;
  const difference = inMoney ? new Big(to.amount).minus(from.amount) : new Big(end.count - start.count);
  const size = difference.abs().toFixed();
  const grown = inMoney ? words.short({ ...to, amount: size }) : words.records(countText(Number(size)));
  const way = difference.eq(0)
    ? answerMessages.same
    : difference.gt(0)
      ? answerMessages.more
      : answerMessages.less;
  const wonValue = inMoney && won.amount ? words.short(won.amount) : words.records(countText(won.count));
  return [
    {
      message: open,
      params: { value: inMoney ? words.short(to) : words.records(countText(end.count)) },
      title: inMoney ? words.full(to) : undefined,
    },
    {
      message: way,
      params: { value: grown },
      title: inMoney ? words.full({ ...to, amount: size }) : undefined,
    },
    ...(won.count > 0 ? [{ message: answerMessages.won, params: { value: wonValue } }] : []),
  ];
}
