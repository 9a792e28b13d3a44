import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";

/**
 * A stay in a stage. `seen`: somebody moved the record there at that moment; otherwise a file said so, or
 * brought it without a date.
 */
export interface StayOnRecord {
  readonly stage: string;
  readonly at: string;
  readonly seen: boolean;
  /** Who moved it there and why, what was left out on the way. */
  readonly by: string | null;
  readonly reason: string | null;
  readonly override: string | null;
  readonly skipped: readonly string[] | null;
}

/** The stays of records, oldest first. */
export async function readStays(
  db: Executor,
  workspace: Workspace,
  object: string,
  records: readonly string[],
): Promise<ReadonlyMap<string, readonly StayOnRecord[]>> {
  const rows = await db.query<StayOnRecord & { readonly record: string }>({
    text: `select record, stage, entered_at as at, not imported and road <> 'import' as seen, entered_by as by, reason, override, skipped from ${systemTable(workspace, "stage_visit")}
      where object = $1 and record = any($2::uuid[]) order by record, entered_at`,
    values: [object, records],
  });
  const found = new Map<string, StayOnRecord[]>();
  for (const { record, ...stay } of rows) found.set(record, [...(found.get(record) ?? []), stay]);
  return found;
}
