import { type Context, command, statement } from "../../../../engine/public.ts";
import { numeric } from "../../../../platform/db/columns.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { KindOfBalance } from "./balance-kinds.ts";
import { isOf } from "./balance-statements.ts";

export const balanceOfKey = statement(
  { amount: numeric },
  ({ system }, kind: string, key: string) =>
    sql`select trim_scale(coalesce(sum(amount), 0)) as amount from ${system("balance")} where kind = ${kind} and key = ${key}`,
);

/** What there is of a key now; "0" where nothing was ever moved. */
export async function balanceOf(
  db: Executor,
  { workspace }: Pick<Context, "workspace">,
  kind: KindOfBalance,
  key: string,
): Promise<string> {
  const [row] = await db.query(balanceOfKey(workspace, kind.name, key));
  return row?.amount ?? "0";
}

export const removeEntries = command(
  ({ system }, kind: string, of: string) =>
    sql`delete from ${system("balance_entry")} where kind = ${kind} and ${isOf(of)}`,
);
export const removeBalances = statement(
  { slots: numeric },
  ({ system }, kind: string, of: string) =>
    sql`with gone as (delete from ${system("balance")} where kind = ${kind} and ${isOf(of)} returning 1)
      select count(*)::numeric as slots from gone`,
);

/** Takes away a key with its ledger, and those below it ("<person>/…"): nothing shall be kept of somebody. */
export async function forgetBalances(
  tx: Transaction,
  { workspace }: Context,
  kind: KindOfBalance,
  of: string,
): Promise<number> {
  await tx.query(removeEntries(workspace, kind.name, of));
  const [row] = await tx.query(removeBalances(workspace, kind.name, of));
  return Number(row?.slots ?? 0);
}
