import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { groupDigits } from "../../../../shared/money/group-digits.ts";
import type { Clause } from "../../../../ui/kit/answer-text.ts";
import type { Simulation } from "../shared/simulation.contract.ts";

const answerMessages = defineMessages({
  blocked: label("会拦下 [{count} 次推进]", "Would block [{count} {count|move|moves}]"),
  wonWorth: label(
    "其中 [{count} 单]后来赢了（{value}）",
    "of which [{count}] {count|was|were} later won ({value})",
  ),
  won: label("其中 [{count} 单]后来赢了", "of which [{count}] {count|was|were} later won"),
  noneWon: label("其中没有一单后来赢了", "none of which was later won"),
  none: label("[不会拦下任何推进]（共 {count} 次）", "[Would block none] of {count} {count|move|moves}"),
  unsure: label("{count} 次无法判断", "{count} can’t be determined"),
});

export interface ValueText {
  readonly short: string;
  readonly full: string;
}
const grouped = (count: number): string => groupDigits(String(count));

/** What the rules would have stopped, and whether that would have cost anything. */
export function whatIfAnswer(
  { moves, draft, outcomes }: Simulation,
  valueText: (value: string) => ValueText,
): readonly Clause[] {
  if (moves === 0) return [];
  const unsure = { message: answerMessages.unsure, params: { count: grouped(draft.undecided) } };
  if (draft.refused === 0)
    return [
      { message: answerMessages.none, params: { count: grouped(moves) } },
      ...(draft.undecided > 0 ? [unsure] : []),
    ];
  const won = outcomes.find(({ outcome }) => outcome === "won");
  const blocked = { message: answerMessages.blocked, params: { count: grouped(draft.refused) } };
  if (!won || won.records === 0) return [blocked, { message: answerMessages.noneWon }];
  const value = won.value === null || Number(won.value) === 0 ? null : valueText(won.value);
  const params = { count: grouped(won.records), value: value?.short };
  const message = value ? answerMessages.wonWorth : answerMessages.won;
  return [blocked, { message, params, title: value?.full }];
}
