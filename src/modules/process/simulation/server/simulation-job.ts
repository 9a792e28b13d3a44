import {
  Answer,
  type CallOf,
  type Context,
  type Result,
  type Work,
  accept,
  command,
  defineJobKind,
  isUuid,
  statement,
  systemTable,
} from "../../../../engine/public.ts";
import { json, orNull, type RowOf, uuid, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { Type } from "@sinclair/typebox";
import { fits } from "../../../../shared/wire/fits.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { adoptRun, runJob, startJob } from "../../../base/jobs/public.ts";
import { MOST_MOVES } from "../shared/simulation.ts";
import type { readSimulation, Simulation } from "../shared/simulation.contract.ts";
import { hasStage, noPipeline } from "../../pipeline/public.ts";
import type { Question } from "./plan-replay.ts";
import { simulate } from "./simulate.ts";

interface RunQuestion {
  readonly pipeline: string;
  readonly draft: PipelineDefinition;
  readonly live: PipelineDefinition | null;
  readonly from: string;
  readonly to: string;
}
const runColumns = {
  id: uuid,
  actor: uuid,
  status: word<"queued" | "running" | "done" | "failed">(),
  question: json<RunQuestion>(),
  result: orNull(json<Simulation>()),
};
type Run = RowOf<typeof runColumns>;

/**
 * A replay of more moves than one waits for, in the caller's name. Nothing but its answer is written, so it
 * starts anew after a crash.
 */
export const simulationKind = defineJobKind({
  name: "simulation",
  task: "pipeline.simulate",
  label: label("规则试算", "What-if"),
  applies: hasStage,
  payload: Type.Object({ object: Type.String() }),
  position: Type.Null(),
  hasOwnRecord: true,
  about: ({ object }) => object,
  adopt: (context, id) =>
    adoptRun(context, "simulation", id, {
      select: `select id, actor, narrowed_to, language, jsonb_build_object('object', question -> 'draft' ->> 'object') as payload, made_at
        from ${systemTable(context.workspace, "pipeline_simulation")} where id = $1 and status in ('queued', 'running')`,
    }),
  async stateChanged(tx, context, { id, status }) {
    if (status === "failed" || status === "cancelled") await finish(tx, context, id, "failed", null);
  },
  async open(context, { id, payload }) {
    const run = await readRun(context, id);
    const object = context.catalog.object(payload.object);
    if (!run || !object) return noPipeline();
    // It only reads, for longer than a transaction may last: all of it is done before the one that writes.
    const answer = run.result ?? (await simulate(context, object, { ...run.question, most: MOST_MOVES }));
    return accept<Work<null>>({
      total: answer.moves,
      async batch(tx, acting) {
        if (!run.result) await finish(tx, acting, id, "done", answer);
        return { position: null, done: answer.moves, refused: [] };
      },
    });
  },
});

/**
 * Queues a replay. What was asked is kept as it was: the draft may go on changing.
 */
export async function queueSimulation(
  context: Context,
  pipeline: string,
  question: Omit<Question, "most">,
): Promise<Result<Answer>> {
  const { id: actor, narrowedTo } = context.principal;
  const started = await startJob(context, simulationKind, {
    payload: { object: question.draft.object },
    async with(tx, id) {
      await tx.query(
        addRun(context.workspace, context, { id, pipeline, actor, narrowedTo: narrowedTo ?? null, question }),
      );
      return accept(null);
    },
  });
  return started.ok ? accept(new Answer(202, { id: started.value })) : started;
}

const Payload = Type.Object({ id: Type.String() });
/** Does one outside the queue. */
export async function runSimulation(context: Context, payload: unknown): Promise<void> {
  if (!fits(Payload, payload)) throw new Error("a simulation without an id");
  await runJob(context, simulationKind, payload.id);
}

async function finish(
  db: Executor,
  { workspace }: Context,
  id: string,
  status: Run["status"],
  result: Simulation | null,
): Promise<void> {
  await db.query(endRun(workspace, id, status, result === null ? null : JSON.stringify(result)));
}
interface Asked {
  readonly id: string;
  readonly pipeline: string;
  readonly actor: string | null;
  readonly narrowedTo: string | null;
  readonly question: object;
}
export const addRun = command(
  ({ system }, { language, now }: Context, { id, pipeline, actor, narrowedTo, question }: Asked) =>
    sql`insert into ${system("pipeline_simulation")} (id, pipeline, actor, narrowed_to, language, question, status, made_at)
      values (${id}, ${pipeline}, ${actor}, ${narrowedTo}, ${language}, ${JSON.stringify(question)}::jsonb, 'queued', ${now})`,
);
export const endRun = command(
  ({ system }, id: string, status: Run["status"], result: string | null) =>
    sql`update ${system("pipeline_simulation")} set status = ${status}, result = ${result}::jsonb, finished_at = now() where id = ${id}`,
);
export const runWithId = statement(
  runColumns,
  ({ system }, id: string) =>
    sql`select id, actor, status, question, result from ${system("pipeline_simulation")} where id = ${id}::uuid`,
);
async function readRun(context: Context, id: string): Promise<Run | null> {
  const [run] = await context.db.query(runWithId(context.workspace, id));
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
