import { momentAfter } from "../../../../shared/time/spans.ts";
import { type Context, type FoundRow, type Result, accept } from "../../../../engine/public.ts";
import { quote } from "../../../../shared/expression/print.ts";
import type { DwellAnswer, DwellGroup } from "../shared/durations.contract.ts";
import type { DurationUnit } from "../shared/insight-body.contract.ts";
import type { GroupHead } from "../shared/insight-parts.contract.ts";
import { durationsOf } from "./durations.ts";
import { type Limits, openStatement, visitsStatement } from "./dwell-statements.ts";
import { frameOf } from "./frame.ts";
import type { DwellBody } from "../shared/insight-body.contract.ts";
import {
  all,
  asked,
  cohort,
  daysOf,
  hasLeft,
  inGroup,
  oneOf,
  recordsOf,
  visited,
  within,
} from "./insight-filters.ts";
import { headOf, type Prepared, prepare, run } from "./insight-statement.ts";
import { decimal, whole } from "./numbers.ts";
import { type PipelineQuestion, readPipelineQuestion } from "./read-question.ts";

/**
 * POST /insight/dwell: how long records stay in each stage, all their stays in it added up. Flow: stays that
 * ended in the window; cohort: all stays of the records created in it. Two statements: what has ended, and
 * what stands.
 */
export async function dwell(context: Context, body: DwellBody): Promise<Result<DwellAnswer>> {
  const read = await readPipelineQuestion(context, body, "flow");
  if (!read.ok) return read;
  const question = read.value;
  const isCohort = question.mode === "cohort";
  const ended = prepare(question, isCohort ? cohort(question) : (question.filter ?? ""));
  if (!ended.ok) return ended;
  const stays = await run(ended.value, visitsStatement(ended.value));
  if (!stays.ok) return stays;
  const limits = limitsOf(question, stays.value);
  const standing = prepare(question, standingFilter(question));
  if (!standing.ok) return standing;
  const open = await run(standing.value, openStatement(standing.value, limits));
  if (!open.ok) return open;
  const unit = body.unit ?? "calendar_days";
  return accept({
    ...frameOf(question),
    unit,
    groups: merge({ question, limits, unit }, ended.value, stays.value, standing.value, open.value),
  });
}

const standingFilter = (question: PipelineQuestion): string =>
  all(
    question.mode === "cohort"
      ? cohort(question)
      : all(asked(question), question.until && `stage_entered_at < ${quote(question.until)}`),
    oneOf("stage_type", ["open"]),
  );

/** The limit of a stage and the moment before which one who still stands there has passed it. */
function limitsOf({ context, asOf }: PipelineQuestion, rows: readonly FoundRow[]): Limits {
  const now = asOf ?? context.now;
  const limits: Record<string, Limits[string]> = {};
  for (const row of rows) {
    const days = decimal(row["_limit"]);
    if (days === null) continue;
    const cut = momentAfter(now, -Number(days));
    limits[String(row["_stage"])] = { days, by: row["_by"] === "p90_won" ? "p90_won" : "iqr", cut };
  }
  return limits;
}

interface Asking {
  readonly question: PipelineQuestion;
  readonly limits: Limits;
  readonly unit: DurationUnit;
}
type Place = {
  readonly head: GroupHead;
  readonly stage: string;
  readonly stays?: FoundRow;
  readonly open?: FoundRow;
};

/** Rows of both statements by group and stage, in the order of groups and stages. */
function merge(
  asking: Asking,
  ended: Prepared,
  stays: readonly FoundRow[],
  standing: Prepared,
  open: readonly FoundRow[],
): readonly DwellGroup[] {
  const places = new Map<string, Place>();
  const put = (prepared: Prepared, row: FoundRow, part: "stays" | "open") => {
    const head = headOf(prepared, row);
    const stage = String(row["_stage"]);
    const name = JSON.stringify([head.key, stage]);
    places.set(name, { head, stage, ...places.get(name), [part]: row });
  };
  for (const row of stays) put(ended, row, "stays");
  for (const row of open) put(standing, row, "open");
  const stages = asking.question.pipeline.definition.stages.toSorted((a, b) => a.order - b.order);
  const groups = [
    ...new Map([...places.values()].map(({ head }) => [JSON.stringify(head.key), head])).entries(),
  ];
  const heads: readonly [string, GroupHead][] =
    groups.length > 0 || asking.question.groupBy.length > 0 ? groups : [["{}", { key: {} }]];
  return heads.flatMap(([name, head]) =>
    stages.flatMap(({ name: stage, label, type }) => {
      const place = places.get(JSON.stringify([JSON.parse(name), stage]));
      return place || (type === "open" && asking.question.groupBy.length === 0)
        ? [groupOf(asking, place ?? { head, stage }, label)]
        : [];
    }),
  );
}

function groupOf(
  { question, limits, unit }: Asking,
  { head, stage, stays = {}, open = {} }: Place,
  label: DwellGroup["label"],
): DwellGroup {
  const of = question.mode === "cohort" ? cohort(question) : (question.filter ?? "");
  const group = inGroup(question, head.key);
  const here = oneOf("stage", [stage]);
  const ended = [here, hasLeft(question), question.mode === "flow" ? within(question, "left_at") : ""];
  const limit = limits[stage];
  const standing = [standingFilter(question), here];
  return {
    ...head,
    key: { stage, ...head.key },
    stage,
    label,
    n: whole(stays["n"]),
    visits: whole(stays["visits"]),
    open: whole(open["open"]),
    ...durationsOf(stays, unit),
    limit: limit ? { days: limit.days, by: limit.by } : null,
    records: recordsOf(question, of, visited(question, ...ended), group),
    open_records: recordsOf(question, ...standing, group),
    outliers: {
      count: whole(stays["outliers"]),
      records: recordsOf(
        question,
        of,
        `${daysOf(question, ...ended)} > ${limit?.days ?? "999999999"}`,
        group,
      ),
    },
    overdue: {
      count: whole(open["overdue"]),
      records: recordsOf(
        question,
        ...standing,
        limit ? `stage_entered_at < ${quote(limit.cut)}` : "false",
        group,
      ),
    },
  };
}
