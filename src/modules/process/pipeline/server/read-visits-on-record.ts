import { type Workspace, statement } from "../../../../engine/public.ts";
import {
  arrayOf,
  boolean,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";

const stay = {
  record: uuid,
  stage: text,
  at: timestamptz,
  seen: boolean,
  by: orNull(uuid),
  reason: orNull(text),
  override: orNull(text),
  skipped: orNull(arrayOf(text)),
};
export const visitsOf = statement(
  stay,
  ({ system }, object: string, records: readonly string[]) =>
    sql`select record, stage, entered_at as at, not imported and road <> 'import' as seen, entered_by as by, reason, override, skipped from ${system("stage_visit")}
      where object = ${object} and record = any(${records}::uuid[]) order by record, entered_at`,
);
/**
 * A stay in a stage. `seen`: somebody moved the record there at that moment; otherwise a file said so, or
 * brought it without a date. `by`, `reason`, `skipped`: who moved it there and why, what was left out on the
 * way.
 */
export type VisitOnRecord = Omit<RowOf<typeof stay>, "record">;

/** The stays of records, oldest first. */
export async function readVisitsOnRecord(
  db: Executor,
  workspace: Workspace,
  object: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly VisitOnRecord[]>> {
  const rows = await db.query(visitsOf(workspace, object, records));
  const found = new Map<string, VisitOnRecord[]>();
  for (const { record, ...stay } of rows) found.set(record, [...(found.get(record) ?? []), stay]);
  return found;
}
