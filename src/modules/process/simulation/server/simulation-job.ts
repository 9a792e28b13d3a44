import { fits } from "../../../../shared/wire/fits.ts";
import { object as shape, text as words } from "../../../../shared/wire/schema.ts";
import { Answer } from "../../../../engine/api/route.ts";
import type { CallOf } from "../../../../engine/api/serve.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { Context } from "../../../../engine/context.ts";
import { newId } from "../../../../engine/record/ids.ts";
import { isUuid } from "../../../../engine/record/is-uuid.ts";
import { accept, type Result } from "../../../../engine/refusal.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import type { Language } from "../../../../shared/i18n/label.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import { MOST_MOVES } from "../shared/simulation.ts";
import type { readSimulation, Simulation } from "../shared/simulation.contract.ts";
import { noPipeline } from "../../pipeline/public.ts";
import type { Question } from "./plan-replay.ts";
import { simulate } from "./simulate.ts";

export const SIMULATE = "pipeline.simulate";
const Payload = shape({ id: words() });

interface Run {
  readonly id: string;
  readonly actor: string;
  readonly narrowed_to: string | null;
  readonly language: Language;
  readonly status: "queued" | "running" | "done" | "failed";
  readonly question: {
    readonly pipeline: string;
    readonly draft: PipelineDefinition;
    readonly live: PipelineDefinition | null;
    readonly from: string;
    readonly to: string;
  };
  readonly result: Simulation | null;
}

/**
 * A replay of more moves than one waits for, in the caller's name. What was asked is kept as it was: the
 * draft may go on changing.
 */
export async function queueSimulation(
  context: Context,
  pipeline: string,
  question: Omit<Question, "most">,
): Promise<Result<Answer>> {
  const id = newId();
  const { id: actor, narrowedTo } = context.principal;
  await context.db.transaction(async (tx) => {
    await tx.query({
      text: `insert into ${systemTable(context.workspace, "pipeline_simulation")} (id, pipeline, actor, narrowed_to, language, question, status, made_at) values ($1, $2, $3, $4, $5, $6::jsonb, 'queued', $7)`,
      values: [
        id,
        pipeline,
        actor,
        narrowedTo ?? null,
        context.language,
        JSON.stringify(question),
        context.now,
      ],
    });
    await context.services.jobs.enqueue(SIMULATE, { id }, { key: id, within: tx });
  });
  return accept(new Answer(202, { id }));
}

/** Done once; begun again after a crash it starts anew, as nothing but its answer is written. */
export async function runSimulation(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) throw new Error(`${SIMULATE}: unreadable payload`);
  const run = await readRun(context, payload.id);
  if (!run || run.status === "done" || run.status === "failed") return;
  const principal = await loadPrincipal(context.db, context.workspace, run.actor, {
    roleOverride: run.narrowed_to,
  });
  const object = context.catalog.object(run.question.draft.object);
  if (!principal || !object) return finish(context, run.id, "failed", null);
  const acting: Context = { ...context, principal, language: run.language };
  await finish(
    context,
    run.id,
    "done",
    await simulate(acting, object, { ...run.question, most: MOST_MOVES }),
  );
}

async function finish(
  context: Context,
  id: string,
  status: Run["status"],
  result: Simulation | null,
): Promise<void> {
  await context.db.query({
    text: `update ${systemTable(context.workspace, "pipeline_simulation")} set status = $2, result = $3::jsonb, finished_at = now() where id = $1`,
    values: [id, status, result === null ? null : JSON.stringify(result)],
  });
}
async function readRun(context: Context, id: string): Promise<Run | null> {
  const [run] = await context.db.query<Run>({
    text: `select id, actor, narrowed_to, language, status, question, result from ${systemTable(context.workspace, "pipeline_simulation")} where id = $1::uuid`,
    values: [id],
  });
  return run ?? null;
}

/** GET /pipelines/:id/simulations/:run: only for who started it, as it holds what they may see. */
export async function getSimulation(
  context: Context,
  { params }: CallOf<typeof readSimulation>,
): Promise<Result<AnswerOf<typeof readSimulation>>> {
  const id = params.run;
  const run = isUuid(id) ? await readRun(context, id) : null;
  if (!run || run.actor !== context.principal.id) return noPipeline();
  return accept({ status: run.status, data: run.result });
}
