import { command, type Context, type Repaired, statement } from "../../../../engine/public.ts";
import { bigint, numeric, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

export const unlikeLedger = statement(
  { kind: text, key: text, amount: numeric },
  ({ system }) =>
    sql`select l.kind, l.key, l.amount - coalesce(b.amount, 0) as amount
      from (select kind, key, sum(amount) as amount from ${system("balance_entry")} group by kind, key) l
      left join (select kind, key, sum(amount) as amount from ${system("balance")} group by kind, key) b on b.kind = l.kind and b.key = l.key
      where l.amount <> coalesce(b.amount, 0) order by l.kind, l.key limit 1000`,
);
export const keysKept = statement(
  { n: bigint },
  ({ system }) =>
    sql`select count(*) as n from (select distinct kind, key from ${system("balance_entry")}) as keys`,
);
/** Puts the balance of one key to what its ledger comes to, all of it in the first slot, while nobody moves it. */
export const followLedger = command(
  ({ system }, kind: string, key: string) =>
    sql`with emptied as (update ${system("balance")} set amount = 0 where kind = ${kind} and key = ${key} and slot > 0 returning 1)
      insert into ${system("balance")} as b (kind, key, slot, amount)
      select ${kind}, ${key}, 0, sum(amount) from ${system("balance_entry")} where kind = ${kind} and key = ${key}
      on conflict (kind, key, slot) do update set amount = excluded.amount`,
);
export const lockKey = statement(
  { amount: numeric },
  ({ system }, kind: string, key: string) =>
    sql`select amount from ${system("balance")} where kind = ${kind} and key = ${key} order by slot for update`,
);

/** Compares balances with their ledgers, and puts right what differs; beside those who move them, too. */
export async function repairBalances({ db, workspace }: Context): Promise<Repaired> {
  const [counted] = await db.query(keysKept(workspace));
  const wrong = await db.query(unlikeLedger(workspace));
  for (const { kind, key } of wrong)
    await db.transaction(async (tx) => {
      await tx.query(lockKey(workspace, kind, key));
      await tx.query(followLedger(workspace, kind, key));
    });
  return {
    what: "balances",
    checked: counted?.n ?? 0,
    wrong: wrong.length,
    examples: wrong.slice(0, 5).map(({ kind, key }) => `${kind} ${key}`),
  };
}
