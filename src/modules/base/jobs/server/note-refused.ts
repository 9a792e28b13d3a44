import { type Context, type RefusedRecord, systemTable } from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";

/** Keeps which records were refused and why, for the file of errors. */
export async function noteRefused(
  tx: Executor,
  { workspace }: Context,
  job: string,
  refused: readonly RefusedRecord[],
): Promise<void> {
  if (refused.length === 0) return;
  const table = systemTable(workspace, "job_item");
  const rows = refused.map(({ number, record, code, errors }) => ({
    number: number ?? null,
    record,
    refused: { code, errors },
  }));
  await tx.query({
    text: `insert into ${table} (job, number, record, refused)
      select $1, coalesce(n.number, (select coalesce(max(number), 0) from ${table} where job = $1) + row_number() over ()), n.record, n.refused
      from jsonb_to_recordset($2::jsonb) as n(number integer, record text, refused jsonb)
      on conflict (job, number) do update set refused = excluded.refused`,
    values: [job, JSON.stringify(rows)],
  });
}
