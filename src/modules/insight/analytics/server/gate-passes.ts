import { type Result, accept, source } from "../../../../engine/public.ts";
import { quote } from "../../../../shared/expression/print.ts";
import type { PilotCount, PilotStage } from "../../../process/pipeline/public.ts";
import { all, asked, inPipeline, oneOf, recordsOf, visited, within } from "./insight-filters.ts";
import { inWindow, type Prepared, prepare, run, visitsOf } from "./insight-statement.ts";
import { ratio, whole } from "./numbers.ts";
import type { PipelineQuestion } from "./read-question.ts";

export type GatePasses = Pick<PilotStage, "tried" | "passed" | "refused" | "overridden" | "pass_rate">;

/**
 * What came of the gate into each stage within the window, by stage: records that entered it or were refused,
 * those that entered without an override, with one, and those that were refused at least once. Visits that a
 * file told were never tried. One statement.
 */
export async function gatePasses(
  question: PipelineQuestion,
): Promise<Result<ReadonlyMap<string, GatePasses>>> {
  const prepared = prepare(question, asked(question));
  if (!prepared.ok) return prepared;
  const rows = await run(prepared.value, statement(prepared.value));
  if (!rows.ok) return rows;
  const found = new Map(rows.value.map((row: Counted) => [String(row.stage), row]));
  return accept(
    new Map(
      question.pipeline.definition.stages.map(({ name }) => [
        name,
        passesOf(question, name, found.get(name) ?? {}),
      ]),
    ),
  );
}

function statement(prepared: Prepared): string {
  const { reading, from, where, question } = prepared;
  const visits = visitsOf(prepared);
  const refusals = reading.context.catalog.object("gate_refusal");
  const entered = `select v."stage" as stage, t."id" as id, v."override" is null as clean, false as refused from ${from} join ${visits.from} on v."record" = t."id"
 where ${visits.where} and not v."imported" and ${inWindow(prepared, `v."entered_at"`)} and ${where}`;
  if (!refusals) return summed(entered);
  const pipeline = question.pipeline ? reading.params.add(question.pipeline.id, "uuid") : "null::uuid";
  const refused = `select r."stage", t."id", false, true from ${from} join ${source(reading, refusals)} r on r."record" = t."id"
 where r."pipeline" = ${pipeline} and ${inWindow(prepared, `r."tried_at"`)} and ${where}`;
  return summed(`${entered} union all ${refused}`);
}
const summed = (tries: string): string =>
  `select x.stage, count(distinct x.id) as tried, count(distinct x.id) filter (where x.clean) as passed, count(distinct x.id) filter (where x.refused) as refused,` +
  ` count(distinct x.id) filter (where not x.clean and not x.refused) as overridden from (${tries}) x group by x.stage`;

/** A row of the statement. */
interface Counted {
  readonly stage?: unknown;
  readonly tried?: unknown;
  readonly passed?: unknown;
  readonly refused?: unknown;
  readonly overridden?: unknown;
}
function passesOf(question: PipelineQuestion, stage: string, row: Counted): GatePasses {
  const here = [oneOf("stage", [stage]), "imported == false", within(question, "entered_at")];
  const isRefused = `related("gate_refusal", ${all(inPipeline(question), `stage == ${quote(stage)}`, within(question, "tried_at"))}).exists()`;
  const counted = (count: unknown, condition: string): PilotCount => ({
    count: whole(count),
    records: recordsOf(question, asked(question), condition),
  });
  return {
    tried: counted(row.tried, `(${visited(question, ...here)} || ${isRefused})`),
    passed: counted(row.passed, visited(question, ...here, "override == null")),
    refused: counted(row.refused, isRefused),
    overridden: counted(row.overridden, visited(question, ...here, "override != null")),
    pass_rate: ratio(whole(row.passed), whole(row.tried)),
  };
}
