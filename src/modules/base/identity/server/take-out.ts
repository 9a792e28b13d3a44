import { type Context, type Result, accept, statement, systemTable } from "../../../../engine/public.ts";
import { bigint } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { ExportAllowance, ExportLimits } from "../../../../shared/wire/export-allowance.contract.ts";
import { balanceOf, moveBalances } from "../../balances/public.ts";
import { bothLimits, exportLimits } from "../shared/export-limits.ts";
import { dayOf, exportedFiles, exportedRows } from "./exported.ts";
import { loadPrincipal } from "./load-principal.ts";
import { deny } from "./refusals.ts";
import { readSecurity } from "./security-settings.ts";

export const todayOf = ({ company, now }: Context): string => dayIn(company.zone, now);

/** What holds for the caller. A key narrowed to a role is held by its person's limits too. */
async function limitsOf({ db, workspace, principal }: Context): Promise<ExportLimits> {
  const { exports } = await readSecurity(db, workspace);
  const own = exportLimits(exports, ids(principal.roles));
  if (principal.narrowedTo === undefined || principal.id === null) return own;
  const person = await loadPrincipal(db, workspace, principal.id);
  return bothLimits(own, exportLimits(exports, ids(person?.roles ?? [])));
}
const ids = (roles: readonly { readonly id: string }[]): readonly string[] => roles.map(({ id }) => id);

/**
 * Counts rows that are about to leave in a file against the caller's limits: before the file, so that two at
 * once cannot both have the last of a day. 422 `export_rows_limit` or `export_daily_limit`, naming the limit
 * and what is left. A job that is begun again after a crash counts only what it did not count before.
 */
export async function takeOut(
  context: Context,
  rows: number,
  { job = null }: { readonly job?: string | null } = {},
): Promise<Result<null>> {
  if (context.principal.id === null) return accept(null);
  const limits = await limitsOf(context);
  if (limits.rows !== null && rows > limits.rows) {
    const { left } = await allowanceUnder(context, limits);
    return left === null
      ? deny(422, "export_rows_limit", { rows, limit: limits.rows })
      : deny(422, "export_rows_limit_left", { rows, limit: limits.rows, left });
  }
  return context.db.transaction(async (tx): Promise<Result<null>> => {
    if (job === null) return count(tx, context, limits, rows);
    const further = await furtherRows(tx, context, job, rows);
    return further === 0 ? accept(null) : count(tx, context, limits, further);
  });
}

/** How many rows of a job were not counted before; from now on they are. */
async function furtherRows(
  tx: Transaction,
  { workspace }: Context,
  job: string,
  rows: number,
): Promise<number> {
  const table = systemTable(workspace, "export_counted");
  const [before] = await tx.query(countedRows(workspace, job));
  await tx.query({
    text: `insert into ${table} as c (job, rows) values ($1, $2) on conflict (job) do update set rows = greatest(c.rows, excluded.rows)`,
    values: [job, rows],
  });
  return before ? Math.max(rows - before.rows, 0) : rows;
}
export const countedRows = statement(
  { rows: bigint },
  ({ system }, job: string) =>
    sql`select rows from ${system("export_counted")} where job = ${job} for update`,
);

/** Once a job has ended, it is not begun again. */
export async function jobHasTaken(tx: Transaction, { workspace }: Context, job: string): Promise<void> {
  await tx.query({
    text: `delete from ${systemTable(workspace, "export_counted")} where job = $1`,
    values: [job],
  });
}

/** One more file of so many rows; refused, nothing is counted. */
async function count(
  tx: Transaction,
  context: Context,
  limits: ExportLimits,
  rows: number,
): Promise<Result<null>> {
  const key = dayOf(context.principal.id ?? "", todayOf(context));
  const moved = await moveBalances(tx, context, [
    { kind: exportedRows, key, amount: String(rows), most: limits.daily?.toFixed(), cause: "export" },
    { kind: exportedFiles, key, amount: "1", cause: "export" },
  ]);
  if (moved.moved) return accept(null);
  return deny(422, "export_daily_limit", {
    rows,
    limit: limits.daily ?? 0,
    left: Number(moved.short.available),
  });
}

/** What the caller may still take out today. */
export async function exportAllowance(context: Context): Promise<ExportAllowance> {
  return allowanceUnder(context, await limitsOf(context));
}
async function allowanceUnder(context: Context, limits: ExportLimits): Promise<ExportAllowance> {
  const key = dayOf(context.principal.id ?? "", todayOf(context));
  const used = Number(await balanceOf(context.db, context, exportedRows, key));
  return { ...limits, used, left: limits.daily === null ? null : Math.max(limits.daily - used, 0) };
}
