import {
  type CallOf,
  type Context,
  type Result,
  accept,
  claimKey,
  command,
  newId,
  refuse,
  statement,
  storeAnswer,
} from "../../../../engine/public.ts";
import { integer, orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
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
export async function storeOpened(
  context: Context,
  { params, body }: CallOf<typeof guidance.recordOpened>,
): Promise<Result<null>> {
  const pipeline = await readPipeline(context.db, context, params.id);
  if (!pipeline?.definition) return noPipeline();
  const offered = stageOf(pipeline.definition, body.stage)?.guidance;
  if (!offered || (body.link !== undefined && !(offered.links ?? []).some(({ url }) => url === body.link)))
    return refuse({ status: 422, code: "no_guidance", text: pipelineMessages.no_guidance });
  if (body.record !== undefined && !(await canSee(context, pipeline.object, body.record))) return noRecord();
  await context.db.transaction(async (tx) => {
    await claimKey(tx, context);
    await storeAnswer(tx, context, { saved: true, results: [] });
    await tx.query(noteOpened(context.workspace, { ...body, pipeline: pipeline.id }, context));
  });
  return accept(null);
}

interface Opened {
  readonly pipeline: string;
  readonly stage: string;
  readonly link?: string | undefined;
  readonly record?: string | undefined;
}
export const noteOpened = command(
  ({ system }, { pipeline, stage, link, record }: Opened, { principal, now }: Context) =>
    sql`insert into ${system("guidance_opened")} (id, pipeline, stage, link, record, person, opened_at)
      values (${newId()}::uuid, ${pipeline}::uuid, ${stage}, ${link ?? null}, ${record ?? null}::uuid, ${principal.id}::uuid, ${now}::timestamptz)`,
);
export const openedBetween = statement(
  {
    stage: text,
    link: orNull(text),
    person: orNull(uuid),
    name: orNull(text),
    opened: integer,
    last_at: timestamptz,
  },
  ({ system, record }, pipeline: string, from: string | null, to: string | null) =>
    sql`select g.stage, g.link, g.person, max(u.name) as name, count(*)::integer as opened, max(g.opened_at) as last_at
from ${system("guidance_opened")} g left join ${record("user")} u on u.id = g.person
where g.pipeline = ${pipeline}::uuid and (${from}::timestamptz is null or g.opened_at >= ${from}::timestamptz) and (${to}::timestamptz is null or g.opened_at < ${to}::timestamptz)
group by g.stage, g.link, g.person order by g.stage, g.link nulls first, opened desc limit 1000`,
);

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
  const { from, to } = period.value;
  const data = await context.db.query(openedBetween(context.workspace, pipeline.id, from, to));
  return accept({ data });
}
