import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";
import { addDays, daysBetween } from "../../../../../shared/time/dates.ts";
import { type Clause, SEMICOLON } from "../../../../../ui/kit/answer-text.ts";
import { ENOUGH_CLOSED, type PilotSide } from "../../shared/pilot.ts";
import type { PilotComparison, PilotFigures } from "../../shared/pilot.contract.ts";
import { percent } from "./pilot-figures.ts";

const answerMessages = defineMessages({
  rate: label("试点部门赢率 [{rate}]", "Pilot win rate [{rate}]"),
  higher: label("比其他部门高 [{points} 个百分点]", "[{points} points] above the other departments"),
  lower: label("比其他部门低 [{points} 个百分点]", "[{points} points] below the other departments"),
  same: label("与其他部门相同", "the same as the other departments"),
  earlyPilot: label(
    "数据还太少：试点部门只关闭了 [{count} / {least} 单]",
    "Too early to tell: the pilot departments have closed [{count} of {least}]",
  ),
  earlyOthers: label(
    "数据还太少：其他部门只关闭了 [{count} / {least} 单]",
    "Too early to tell: the other departments have closed [{count} of {least}]",
  ),
  until: label("至少到 {day} 再看", "look again on {day} at the earliest"),
});
/** A guess further ahead than this says nothing. */
const FURTHEST = 365;

const closedOf = ({ won, lost }: PilotFigures): number => won.count + lost.count;

/** The day by which a side has closed enough at the pace so far; null where there is no pace to go by. */
export function enoughOn({ during, sides }: PilotComparison, side: PilotSide): string | null {
  const closed = closedOf(sides[side]);
  if (closed === 0) return null;
  const sofar = daysBetween(during.from, during.to) + 1;
  const needed = Math.ceil((sofar * ENOUGH_CLOSED) / closed);
  return needed > FURTHEST ? null : addDays(during.from, needed);
}

/** Whether the pilot wins more than the rest; as long as that may be chance, how long to wait. */
export function pilotAnswer(found: PilotComparison): readonly Clause[] {
  const thin = (["pilot", "others"] as const)
    .filter((side) => closedOf(found.sides[side]) < ENOUGH_CLOSED)
    .toSorted((a, b) => closedOf(found.sides[a]) - closedOf(found.sides[b]))[0];
  if (thin !== undefined) {
    const day = enoughOn(found, thin);
    const params = { count: closedOf(found.sides[thin]), least: ENOUGH_CLOSED };
    return [
      { message: thin === "pilot" ? answerMessages.earlyPilot : answerMessages.earlyOthers, params },
      ...(day === null ? [] : [{ message: answerMessages.until, params: { day }, mark: SEMICOLON }]),
    ];
  }
  const { pilot, others } = found.sides;
  const points = Math.round((Number(pilot.win_rate) - Number(others.win_rate)) * 1000) / 10;
  const way = points === 0 ? answerMessages.same : points > 0 ? answerMessages.higher : answerMessages.lower;
  return [
    { message: answerMessages.rate, params: { rate: percent(pilot.win_rate) } },
    { message: way, params: { points: Math.abs(points).toFixed(1) } },
  ];
}
