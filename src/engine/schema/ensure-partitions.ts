import { startOfMonth } from "../../shared/time/dates.ts";
import { ident, type Executor } from "../../platform/db/database.ts";
import type { Workspace } from "../kernel/context.ts";
import { systemTable } from "./names.ts";

const AHEAD = 24;
const REFILL_BELOW = 12;

/**
 * Sees to it that a table partitioned by month of `column` has a partition for this month and at least the
 * next twelve; other months stand in its default partition `<table>_other`, and a month that has rows there
 * stays there. Cheap when nothing is missing.
 */
export async function ensurePartitions(
  db: Executor,
  workspace: Workspace,
  table: string,
  column: string,
  now: string,
): Promise<void> {
  const rows = await db.query<{ name: string }>({
    text: `select c.relname as name from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = $1::regclass`,
    values: [systemTable(workspace, table)],
  });
  const known = new Set(rows.map((row) => row.name));
  const months = Array.from({ length: AHEAD + 1 }, (_, offset) => monthFrom(table, now, offset));
  if (months.slice(0, REFILL_BELOW + 1).every(({ name }) => known.has(name))) return;
  for (const month of months.filter(({ name }) => !known.has(name)))
    await makePartition(db, workspace, table, column, month);
}

interface Month {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}
async function makePartition(
  db: Executor,
  workspace: Workspace,
  table: string,
  column: string,
  { name, from, to }: Month,
): Promise<void> {
  const [other] = await db.query<{ filled: boolean }>({
    text: `select exists (select from ${systemTable(workspace, `${table}_other`)} where ${ident(column)} >= $1::timestamptz and ${ident(column)} < $2::timestamptz) as filled`,
    values: [from, to],
  });
  if (other?.filled) return;
  await db.query({
    text: `create table if not exists ${systemTable(workspace, name)} partition of ${systemTable(workspace, table)} for values from ('${from}') to ('${to}')`,
  });
}

function monthFrom(table: string, now: string, offset: number): Month {
  const start = (months: number): string => `${startOfMonth(now, months)} 00:00+00`;
  const from = start(offset);
  return { name: `${table}_${from.slice(0, 7).replace("-", "_")}`, from, to: start(offset + 1) };
}
