import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { type Clause, SEMICOLON } from "../../../../ui/kit/answer-text.ts";
import type { HandoverPreview } from "../shared/handover.contract.ts";

const answerMessages = defineMessages({
  work: label("名下有 [{count} 项]工作待交接", "[{count} {count|item|items}] of work to hand over"),
  beside: label("另有 {count} 项审批、共享等", "and {count} approvals, shares and the like"),
  onlyBeside: label(
    "没有记录要交接，有 [{count} 项]审批、共享等",
    "No records to hand over, but [{count}] approvals, shares and the like",
  ),
  done: label("[{count} 项]已交接", "[{count}] handed over"),
  noneDone: label("没有交接任何工作", "Nothing was handed over"),
  refused: label("[{count} 项]未能交接", "[{count}] could not be handed over"),
});
const counted = (count: number) => ({ count: count.toLocaleString("en") });

/** How much work hangs on a person; nothing where none does. */
export function handoverAnswer({ duties, beside, teams }: HandoverPreview): readonly Clause[] {
  const work = duties.reduce((sum, { open }) => sum + open, 0);
  const further = Object.values(beside).reduce((sum, count) => sum + count, teams);
  if (work === 0)
    return further === 0 ? [] : [{ message: answerMessages.onlyBeside, params: counted(further) }];
  return [
    { message: answerMessages.work, params: counted(work) },
    ...(further > 0 ? [{ message: answerMessages.beside, params: counted(further) }] : []),
  ];
}

/** What a hand-over has come to. */
export const handedOver = (done: number, refused: number): readonly Clause[] => [
  done === 0 ? { message: answerMessages.noneDone } : { message: answerMessages.done, params: counted(done) },
  ...(refused > 0 ? [{ message: answerMessages.refused, params: counted(refused), mark: SEMICOLON }] : []),
];
