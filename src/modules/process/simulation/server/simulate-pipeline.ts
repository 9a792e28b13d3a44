import {
  type Answer,
  type CallOf,
  type Context,
  type Result,
  accept,
  refuse,
} from "../../../../engine/public.ts";
import { isDate } from "../../../../shared/time/dates.ts";
import { endOfDay, startOfDay } from "../../../../shared/time/zone.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { simulatePipeline as contract } from "../shared/simulation.contract.ts";
import { AT_ONCE } from "../shared/simulation.ts";
import {
  problemsOf,
  pipelineMessages,
  badDefinition,
  noPipeline,
  readPipeline,
} from "../../pipeline/public.ts";
import { countMoves } from "./read-moves.ts";
import { simulate } from "./simulate.ts";
import { queueSimulation } from "./simulation-job.ts";

/**
 * POST /pipelines/:id/simulate: the moves of a period through the draft (without one: through what holds
 * now). More than wait for are a job (202).
 */
export async function simulatePipeline(
  context: Context,
  { params, body }: Pick<CallOf<typeof contract>, "params" | "body">,
  atOnce = AT_ONCE,
): Promise<Result<AnswerOf<typeof contract> | Answer>> {
  const row = await readPipeline(context.db, context, params.id);
  const object = context.catalog.object(row?.object ?? "");
  const draft = row?.draft ?? row?.definition;
  if (!row || !object || !draft) return noPipeline();
  const period = { from: momentOf(context, body.from, "start"), to: momentOf(context, body.to, "end") };
  if (!period.from || !period.to || period.from >= period.to) return malformed();
  const problems = await problemsOf(context.db, context, draft);
  if (problems.length > 0) return badDefinition(problems);
  const question = { pipeline: row.id, draft, live: row.definition, from: period.from, to: period.to };
  const count = await countMoves(context.db, context, object, row.id, question);
  if (count > atOnce) return queueSimulation(context, row.id, question);
  return accept({ data: await simulate(context, object, { ...question, most: atOnce }) });
}
const malformed = () => refuse({ status: 400, code: "malformed", text: pipelineMessages.malformed });

/** A bare day is the whole of it in the company's zone. */
function momentOf({ company }: Context, text: string, side: "start" | "end"): string | null {
  if (text.length > 10) return Number.isNaN(Date.parse(text)) ? null : new Date(text).toISOString();
  if (!isDate(text)) return null;
  return side === "start" ? startOfDay(company.zone, text) : endOfDay(company.zone, text);
}
