import { type Context, type FoundRow, type Result, accept, refuse } from "../../../../engine/public.ts";
import type { FunnelAnswer } from "../shared/insight.contract.ts";
import { frameOf } from "./frame.ts";
import { funnelOf, type Slice } from "./funnel-stages.ts";
import type { InsightBody } from "../shared/insight-body.contract.ts";
import { cohort } from "./insight-filters.ts";
import {
  byGroup,
  inWindow,
  type Prepared,
  prepare,
  run,
  selected,
  visitsOfThese,
} from "./insight-statement.ts";
import { insightMessages } from "./messages.ts";
import { moneySum } from "./money-sum.ts";
import { whole } from "./numbers.ts";
import { type PipelineQuestion, readPipelineQuestion } from "./read-question.ts";

const MAX_STAGES = 60;

/**
 * POST /insight/funnel. One statement: records by group, present state and the set of stages they have
 * visited.
 */
export async function funnel(context: Context, body: InsightBody): Promise<Result<FunnelAnswer>> {
  const read = await readPipelineQuestion(context, body, "cohort");
  if (!read.ok) return read;
  const question = read.value;
  if (question.pipeline.definition.stages.length > MAX_STAGES)
    return refuse({
      status: 400,
      code: "too_many_stages",
      text: insightMessages.too_many_stages,
      params: { max: MAX_STAGES },
    });
  const prepared = prepare(question, question.mode === "cohort" ? cohort(question) : (question.filter ?? ""));
  if (!prepared.ok) return prepared;
  const money = moneySum(prepared.value);
  const rows = await run(prepared.value, statement(prepared.value, question, money.columns));
  if (!rows.ok) return rows;

  const slices = (of: readonly FoundRow[]): readonly Slice[] =>
    of.map((row) => ({
      visited: BigInt(String(row["_mask"] ?? 0)),
      type: String(row["_type"]),
      count: whole(row["_n"]),
      row,
    }));
  const total = funnelOf(question, slices(rows.value), money.of, {});
  if (question.groupBy.length === 0) return accept({ ...frameOf(question), ...total });
  const groups = byGroup(prepared.value, rows.value).map(({ head, rows: own }) => ({
    ...head,
    ...funnelOf(question, slices(own), money.of, head.key),
  }));
  return accept({ ...frameOf(question), ...total, groups });
}

/** The stages a record has visited as a set of bits, in the order of the pipeline's definition. */
function statement(
  prepared: Prepared,
  { pipeline, mode }: PipelineQuestion,
  money: readonly { readonly sql: string; readonly as: string }[],
): string {
  const { reading, keyColumns, from, where } = prepared;
  const stages = reading.params.add(
    pipeline.definition.stages.map(({ name }) => name),
    "text[]",
  );
  const visits = visitsOfThese(prepared);
  const isFlow = mode === "flow";
  const window = isFlow ? ` and ${inWindow(prepared, `v."entered_at"`)}` : "";
  const sets = `select v."record" as id, bit_or(1::bigint << (array_position(${stages}, v."stage") - 1)) as visited from ${visits.from} where ${visits.where}${window} group by v."record"`;
  const columns = [
    ...keyColumns,
    { sql: `t."stage_type"`, as: "_type" },
    { sql: "m.visited::text", as: "_mask" },
  ];
  const places = columns.map((_, at) => at + 1).join(", ");
  return `select ${selected(columns)}${selected(money)}count(*) as "_n" from ${from} ${isFlow ? "join" : "left join"} (${sets}) m on m.id = t."id" where ${where} group by ${places}`;
}
