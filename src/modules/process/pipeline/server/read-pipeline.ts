import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, isUuid, refuse, statement } from "../../../../engine/public.ts";
import {
  bigint,
  boolean,
  json,
  orNull,
  type RowOf,
  sure,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { NOTHING, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { PilotState } from "../shared/pilot.ts";
import type { PipelineDefinition } from "../shared/pipeline.ts";
import { pipelineMessages } from "./messages.ts";

const columns = {
  id: uuid,
  object: sure(text),
  name: sure(text),
  label: sure(json<LabelMap>()),
  default: orNull(boolean),
  default_for: orNull(uuid),
  retired: orNull(boolean),
  published_version: orNull(bigint),
  published_at: orNull(timestamptz),
  definition: orNull(json<PipelineDefinition>()),
  draft: orNull(json<PipelineDefinition>()),
  pilot: orNull(json<PilotState>()),
};
export type PipelineRow = RowOf<typeof columns>;
const COLUMNS = spelled(Object.keys(columns).map(ident).join(", "));

export const pipelineWithId = statement(
  columns,
  ({ record }, id: string, lock: Sql = NOTHING) =>
    sql`select ${COLUMNS} from ${record("pipeline")} where id = ${id}::uuid and deleted_at is null${lock}`,
);
const FOR_UPDATE = sql` for update`;
export const pipelinesOf = statement(
  columns,
  ({ record }, object: string | null) =>
    sql`select ${COLUMNS} from ${record("pipeline")} where deleted_at is null and (${object}::text is null or object = ${object}::text) order by object, "default" desc nulls last, created_at, id limit 500`,
);

export async function readPipeline(
  db: Executor,
  context: Context,
  id: string,
  options: { readonly lock?: boolean } = {},
): Promise<PipelineRow | null> {
  if (!isUuid(id)) return null;
  const [row] = await db.query(pipelineWithId(context.workspace, id, options.lock ? FOR_UPDATE : undefined));
  return row ?? null;
}

/** All of an object (or of every object), the default first. */
export async function readPipelines(
  db: Executor,
  context: Context,
  object: string | undefined,
): Promise<readonly PipelineRow[]> {
  return db.query(pipelinesOf(context.workspace, object ?? null));
}
export const noPipeline = () => refuse({ status: 404, code: "not_found", text: pipelineMessages.not_found });
