import {
  type CallOf,
  type Context,
  Params,
  type Result,
  accept,
  accessPredicate,
  systemTable,
  tableOf,
  titlesFor,
} from "../../../../engine/public.ts";
import { orNull, text, timestamptz, uuid } from "../../../../platform/db/columns.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type * as reports from "../shared/gate-reports.contract.ts";
import { noPipeline, readPipeline, stageObject } from "../../pipeline/public.ts";

const excepted = {
  record: uuid,
  object: text,
  stage: orNull(text),
  criterion: text,
  until: text,
  granted_at: timestamptz,
  granted_by_name: orNull(text),
  reason: text,
};

/**
 * GET /pipelines/:id/exceptions: what open records were let past for a time, those that are over first. Only
 * records the caller may see.
 */
export async function listExceptions(
  context: Context,
  { params: path, query }: CallOf<typeof reports.listExceptions>,
): Promise<Result<AnswerOf<typeof reports.listExceptions>>> {
  const pipeline = await readPipeline(context.db, context, path.id);
  const object = context.catalog.object(pipeline?.object ?? "");
  if (!pipeline || !object) return noPipeline();
  const staged = stageObject(context, object.name);
  if (!staged.ok) return staged;
  const today = dayIn(context.company.zone, context.now);
  const params = new Params();
  const see = accessPredicate(context, object, "read", "t", params);
  const table = systemTable(context.workspace, "gate_exception");
  const over = query.state === "over" ? ` and e.until < ${params.add(today, "date")}` : "";
  const rows = await context.db.query({
    columns: excepted,
    ...params.statement(`select e.record, e.object, e.stage, e.criterion, e.until::text as until, e.granted_at, u.name as granted_by_name, e.reason
from ${table} e join ${tableOf(context.workspace, object.name)} t on t.id = e.record and t.deleted_at is null and t.stage_type = 'open' and t.pipeline = e.pipeline
left join ${tableOf(context.workspace, "user")} u on u.id = e.granted_by
where e.pipeline = ${params.add(pipeline.id, "uuid")} and ${see}${over} order by e.until, e.record, e.criterion limit 200`),
  });
  const titles = await titlesFor(
    context,
    rows.map((row) => ({ object: row.object, id: row.record })),
  );
  return accept({
    data: rows.map((row) => ({ ...row, title: titles.get(row.record) ?? null, is_over: row.until < today })),
  });
}
