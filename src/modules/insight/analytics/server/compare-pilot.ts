import {
  type CallOf,
  type Context,
  type Result,
  accept,
  aggregate,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { quote } from "../../../../shared/expression/print.ts";
import { addDays, daysBetween } from "../../../../shared/time/dates.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import {
  noPipeline,
  type PilotComparison,
  type PilotFigures,
  pipelineMessages,
  type readPilot,
  readPipeline,
} from "../../../process/pipeline/public.ts";
import { cycle } from "./cycle.ts";
import { dwell } from "./dwell.ts";
import { funnel } from "./funnel.ts";
import { gatePasses } from "./gate-passes.ts";
import { all, asked, oneOf, recordsOf } from "./insight-filters.ts";
import { moneyField, toSum } from "./money-sum.ts";
import { type PipelineQuestion, readPipelineQuestion } from "./read-question.ts";
import { winRate } from "./win-rate.ts";

interface Days {
  readonly from: string;
  readonly to: string;
}

export const departmentsNamed = statement(
  { id: uuid, name: sure(text) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, name from ${record("department")} where id = any(${ids}::uuid[]) order by name`,
);

/**
 * GET /pipelines/:id/pilot: the departments that try a version against all others since it began, and against
 * themselves in as many days before. Every figure is the insight endpoint's in flow mode, over records by the
 * department that they belong to now.
 */
export async function comparePilot(
  context: Context,
  { params }: CallOf<typeof readPilot>,
): Promise<Result<{ readonly data: PilotComparison }>> {
  const row = await readPipeline(context.db, context, params.id);
  if (!row) return noPipeline();
  const { pilot } = row;
  if (!pilot) return refuse({ status: 404, code: "no_pilot", text: pipelineMessages.no_pilot });
  const departments = await context.db.query(departmentsNamed(context.workspace, pilot.departments));
  const { zone } = context.company;
  const during = { from: dayIn(zone, pilot.since), to: dayIn(zone, context.now) };
  const length = daysBetween(during.from, during.to) + 1;
  const before = { from: addDays(during.from, -length), to: addDays(during.from, -1) };
  const mine = `department in [${pilot.covers.map(quote).join(", ")}]`;
  const side = (filter: string, days: Days, isNow: boolean) =>
    figures(context, { object: row.object, pipeline: row.id, filter, ...days }, isNow);
  const [tried, others, earlier] = [
    await side(mine, during, true),
    await side(`!(${mine})`, during, true),
    await side(mine, before, false),
  ];
  if (!tried.ok) return tried;
  if (!others.ok) return others;
  if (!earlier.ok) return earlier;
  const sides = { pilot: tried.value, others: others.value, before: earlier.value };
  return accept({ data: { since: pilot.since, version: pilot.version, departments, during, before, sides } });
}

interface Asked extends Days {
  readonly object: string;
  readonly pipeline: string;
  readonly filter: string;
}
async function figures(context: Context, body: Asked, isNow: boolean): Promise<Result<PilotFigures>> {
  const flow = { ...body, mode: "flow" as const };
  const question = await readPipelineQuestion(context, flow, "flow");
  if (!question.ok) return question;
  const [rate, days, stays, entered, passes] = [
    await winRate(context, flow),
    await cycle(context, flow),
    await dwell(context, { ...flow, unit: "working_days" }),
    await funnel(context, flow),
    await gatePasses(question.value),
  ];
  if (!rate.ok) return rate;
  if (!days.ok) return days;
  if (!stays.ok) return stays;
  if (!entered.ok) return entered;
  if (!passes.ok) return passes;
  const { total } = rate.value;
  const [whole] = days.value.groups;
  const none = recordsOf(question.value, "false");
  const open = isNow ? await openNow(question.value) : null;
  return accept({
    open: open?.count ?? null,
    open_amount: open?.amount ?? null,
    won: { count: total.won, records: total.won_records },
    lost: { count: total.lost, records: total.lost_records },
    win_rate: total.rate,
    won_amount: total.won_amount,
    cycle: { count: whole?.n ?? 0, median: whole?.median ?? null, records: whole?.records ?? none },
    stages: [...entered.value.stages, ...entered.value.lost].flatMap(
      ({ stage, label, entered: count, records }) => {
        const gate = passes.value.get(stage);
        const stay = stays.value.groups.find((group) => group.stage === stage);
        return gate
          ? [
              {
                stage,
                label,
                entered: { count, records },
                ...gate,
                dwell: { count: stay?.n ?? 0, median: stay?.median ?? null, records: stay?.records ?? none },
              },
            ]
          : [];
      },
    ),
  });
}

/** What is open now, and its worth. */
async function openNow(question: PipelineQuestion) {
  const field = moneyField(question);
  const filter = all(asked(question), oneOf("stage_type", ["open"]));
  const answer = await aggregate(question.context, {
    object: question.object.name,
    filter,
    group_by: [],
    measures: [{ fn: "count" }, ...(field === null ? [] : [{ fn: "sum" as const, field }])],
  });
  const values = answer.ok ? (answer.value.groups[0]?.values ?? []) : [];
  return {
    count: { count: Number(values[0] ?? 0), records: recordsOf(question, filter) },
    amount: toSum(values[1]),
  };
}
