import { type Context, type Result, accept, aggregate } from "../../../../engine/public.ts";
import type { AggregateAnswer } from "../../../../shared/wire/records.contract.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { WinRateAnswer, WinRateGroup } from "../shared/insight.contract.ts";
import type { GroupHead } from "../shared/insight-parts.contract.ts";
import { frameOf } from "./frame.ts";
import type { InsightBody } from "../shared/insight-body.contract.ts";
import { all, asked, inGroup, oneOf, recordsOf, within } from "./insight-filters.ts";
import { moneyField, toSum } from "./money-sum.ts";
import { ratio } from "./numbers.ts";
import { type Question, readQuestion } from "./read-question.ts";

type Group = AggregateAnswer["groups"][number];

/**
 * POST /insight/win_rate: won ÷ (won + lost) of what was closed in the window (cohort: created in it), by
 * where it stands.
 */
export async function winRate(context: Context, body: InsightBody): Promise<Result<WinRateAnswer>> {
  const read = await readQuestion(context, body, "flow");
  if (!read.ok) return read;
  const question = read.value;
  const closed = all(
    asked(question),
    within(question, question.mode === "cohort" ? "created_at" : "stage_entered_at"),
    oneOf("stage_type", ["won", "lost"]),
  );
  const [total, groups] = await Promise.all([
    ask(question, closed, []),
    ask(question, closed, question.groupBy),
  ]);
  if (!total.ok) return total;
  if (!groups.ok) return groups;
  const whole = groupOf(question, closed, { key: {} }, total.value);
  const heads = new Map<string, { readonly head: GroupHead; readonly parts: Group[] }>();
  for (const part of groups.value) {
    const { stage_type: _type, ...key } = part.key;
    const name = JSON.stringify(key);
    const found = heads.get(name) ?? {
      head: part.titles ? { key, titles: part.titles } : { key },
      parts: [],
    };
    heads.set(name, found);
    found.parts.push(part);
  }
  const shown =
    question.groupBy.length === 0
      ? [whole]
      : [...heads.values()].map(({ head, parts }) => groupOf(question, closed, head, parts));
  return accept({ ...frameOf(question), total: whole, groups: shown });
}

async function ask(
  question: Question,
  filter: string,
  groupBy: Question["groupBy"],
): Promise<Result<readonly Group[]>> {
  const field = moneyField(question);
  const answer = await aggregate(question.context, {
    object: question.object.name,
    filter,
    group_by: [...groupBy, { field: "stage_type" }],
    measures: [{ fn: "count" }, ...(field === null ? [] : [{ fn: "sum" as const, field }])],
    ...(question.asOfText === undefined ? {} : { as_of: question.asOfText }),
  });
  return answer.ok ? accept(answer.value.groups) : answer;
}

interface ByStageType {
  readonly key: { readonly stage_type?: WireValue };
}
function groupOf(question: Question, closed: string, head: GroupHead, parts: readonly Group[]): WinRateGroup {
  const of = (type: string) => parts.find(({ key }: ByStageType) => key.stage_type === type);
  const [won, lost] = [Number(of("won")?.values[0] ?? 0), Number(of("lost")?.values[0] ?? 0)];
  const group = inGroup(question, head.key);
  return {
    ...head,
    n: won + lost,
    won,
    lost,
    rate: ratio(won, won + lost),
    won_amount: toSum(of("won")?.values[1]),
    lost_amount: toSum(of("lost")?.values[1]),
    records: recordsOf(question, closed, group),
    won_records: recordsOf(question, closed, group, oneOf("stage_type", ["won"])),
    lost_records: recordsOf(question, closed, group, oneOf("stage_type", ["lost"])),
  };
}
