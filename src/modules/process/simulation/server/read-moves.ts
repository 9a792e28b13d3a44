import {
  boolean,
  integer,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, Params, accessPredicate, systemTable, tableOf } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";

/** Moves that are judged in one go: between them others are served. */
export const MOVES_AT_ONCE = 200;

const moveColumns = {
  record: uuid,
  from: orNull(text),
  to: text,
  at: timestamptz,
  reason: orNull(text),
  imported: boolean,
  overridden: boolean,
};
/** A move that was made, as the ledger of visits kept it. */
export type MadeMove = RowOf<typeof moveColumns>;
export interface Period {
  readonly from: string;
  readonly to: string;
}

const conditions = (
  context: Context,
  object: CatalogObject,
  pipeline: string,
  { from, to }: Period,
  params: Params,
): string =>
  `from ${systemTable(context.workspace, "stage_visit")} v join ${tableOf(context.workspace, object.name)} t on t.id = v.record and t.deleted_at is null
where v.object = ${params.add(object.name, "text")} and v.pipeline = ${params.add(pipeline, "uuid")} and v.entered_at >= ${params.add(from, "timestamptz")} and v.entered_at < ${params.add(to, "timestamptz")} and ${accessPredicate(context, object, "read", "t", params)}`;

export async function countMoves(
  db: Executor,
  context: Context,
  object: CatalogObject,
  pipeline: string,
  period: Period,
): Promise<number> {
  const params = new Params();
  const [row] = await db.query({
    columns: { n: integer },
    ...params.statement(
      `select count(*)::integer as n ${conditions(context, object, pipeline, period, params)}`,
    ),
  });
  return row?.n ?? 0;
}

/**
 * Every move into a stage of the pipeline in the period, of records that the caller may see. In order of
 * time.
 */
export async function readMoves(
  db: Executor,
  context: Context,
  object: CatalogObject,
  pipeline: string,
  period: Period,
  most: number,
): Promise<readonly MadeMove[]> {
  const params = new Params();
  const where = conditions(context, object, pipeline, period, params);
  return db.query({
    columns: moveColumns,
    ...params.statement(
      `select v.record, v.previous_stage as "from", v.stage as "to", v.entered_at as at, v.reason, v.imported, v.override is not null as overridden ${where} order by v.entered_at, v.record limit ${most}`,
    ),
  });
}
