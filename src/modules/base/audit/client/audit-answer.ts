import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import { type Clause, SEMICOLON } from "../../../../ui/kit/answer-text.ts";
import type { LogDay, SealState } from "../shared/log.contract.ts";

const answerMessages = defineMessages({
  today: label("今天 [{count} 次改动]", "[{count} {count|change|changes}] today"),
  onDay: label("{day} 有 [{count} 次改动]", "[{count} {count|change|changes}] on {day}"),
  noneToday: label("今天还没有改动", "No changes yet today"),
  noneOnDay: label("{day} 没有改动", "No changes on {day}"),
  people: label("{count} 人", "by {count} {count|person|people}"),
  system: label("都由系统完成", "all by the system"),
  undone: label("{count} 次撤销", "{count} {count|undo|undos}"),
  sealed: label("全部 {count} 条已封存", "all {count} {count|entry|entries} sealed"),
  sealing: label("已封存 {sealed} / {count} 条", "{sealed} of {count} sealed"),
  onlySealed: label("[全部 {count} 条]已封存", "[All {count} {count|entry|entries}] sealed"),
  onlySealing: label("已封存 [{sealed}] / {count} 条", "[{sealed} of {count}] sealed"),
});
const grouped = (count: number): string => groupDigits(String(count));

/** How far a log is sealed, said alone. */
export function sealAnswer({ sealed, last }: SealState["changes"]): readonly Clause[] {
  const params = { sealed: grouped(sealed), count: grouped(last) };
  return [{ message: sealed >= last ? answerMessages.onlySealed : answerMessages.onlySealing, params }];
}

/** What happened on a day, by how many, and how far the log is sealed. */
export function auditAnswer(
  { day, changes, people, undone }: LogDay,
  isToday: boolean,
  { sealed, last }: SealState["changes"],
): readonly Clause[] {
  const seal: Clause = {
    message: sealed >= last ? answerMessages.sealed : answerMessages.sealing,
    params: { sealed: grouped(sealed), count: grouped(last) },
    mark: SEMICOLON,
  };
  if (changes === 0)
    return [
      { message: isToday ? answerMessages.noneToday : answerMessages.noneOnDay, params: { day } },
      seal,
    ];
  const of = { day, count: grouped(changes) };
  return [
    { message: isToday ? answerMessages.today : answerMessages.onDay, params: of },
    people === 0
      ? { message: answerMessages.system }
      : { message: answerMessages.people, params: { count: grouped(people) } },
    ...(undone > 0 ? [{ message: answerMessages.undone, params: { count: grouped(undone) } }] : []),
    seal,
  ];
}
