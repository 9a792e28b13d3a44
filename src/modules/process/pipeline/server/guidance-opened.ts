import {
  type CallOf,
  type Context,
  type Result,
  accept,
  claimKey,
  newId,
  refuse,
  rememberAnswer,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { stageOf } from "../shared/pipeline.ts";
import type * as guidance from "../shared/guidance.contract.ts";
import { pipelineMessages } from "./messages.ts";
import { noPipeline, readPipeline } from "./read-pipeline.ts";
import { readPeriod } from "./read-period.ts";
import { readWhole } from "./read-record.ts";
import { noRecord, stageObject } from "./stage-object.ts";

/**
 * POST /pipelines/:id/guidance-opened: one line in the ledger; only what the stage really offers is counted.
 */
export async function keepOpened(
  context: Context,
  { params, body }: CallOf<typeof guidance.keepOpened>,
): Promise<Result<null>> {
  const pipeline = await readPipeline(context.db, context, params.id);
  if (!pipeline?.definition) return noPipeline();
  const offered = stageOf(pipeline.definition, body.stage)?.guidance;
  if (!offered || (body.link !== undefined && !(offered.links ?? []).some(({ url }) => url === body.link)))
    return refuse({ status: 422, code: "no_guidance", text: pipelineMessages.no_guidance });
  if (body.record !== undefined && !(await canSee(context, pipeline.object, body.record))) return noRecord();
  await context.db.transaction(async (tx) => {
    await claimKey(tx, context);
    await rememberAnswer(tx, context, { saved: true, results: [] });
    await tx.query({
      text: `insert into ${systemTable(context.workspace, "guidance_opened")} (id, pipeline, stage, link, record, person, opened_at) values ($1::uuid, $2::uuid, $3, $4, $5::uuid, $6::uuid, $7::timestamptz)`,
      values: [
        newId(),
        pipeline.id,
        body.stage,
        body.link ?? null,
        body.record ?? null,
        context.principal.id,
        context.now,
      ],
    });
  });
  return accept(null);
}

async function canSee(context: Context, name: string, id: string): Promise<boolean> {
  const object = stageObject(context, name);
  return object.ok && (await readWhole(context.db, context, object.value, id)) !== null;
}

/** GET /pipelines/:id/guidance-opened: by stage, panel or link, and person: how often and when last. */
export async function countOpened(
  context: Context,
  { params, query }: CallOf<typeof guidance.countOpened>,
): Promise<Result<AnswerOf<typeof guidance.countOpened>>> {
  const pipeline = await readPipeline(context.db, context, params.id);
  if (!pipeline) return noPipeline();
  const period = readPeriod(query);
  if (!period.ok) return period;
  const data = await context.db.query<guidance.OpenedRow>({
    text: `select g.stage, g.link, g.person, max(u.name) as name, count(*)::integer as opened, max(g.opened_at) as last_at
from ${systemTable(context.workspace, "guidance_opened")} g left join ${tableOf(context.workspace, "user")} u on u.id = g.person
where g.pipeline = $1::uuid and ($2::timestamptz is null or g.opened_at >= $2::timestamptz) and ($3::timestamptz is null or g.opened_at < $3::timestamptz)
group by g.stage, g.link, g.person order by g.stage, g.link nulls first, opened desc limit 1000`,
    values: [pipeline.id, period.value.from, period.value.to],
  });
  return accept({ data });
}
