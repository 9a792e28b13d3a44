import { type Context, command, statement } from "../../../../engine/public.ts";
import { text, timestamptz } from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";

/** In the form in which refused addresses are kept. */
const plain = (address: string): string => address.trim().toLowerCase();

export const refusedAmong = statement(
  { address: text, words: text },
  ({ system }, addresses: readonly string[]) =>
    sql`select address, words from ${system("refused_address")} where address = any(${addresses}::text[])`,
);
export const everyRefused = statement(
  { address: text, words: text, at: timestamptz },
  ({ system }) =>
    sql`select address, words, at from ${system("refused_address")} order by at desc limit 1000`,
);
export const keepRefused = command(
  ({ system }, address: string, words: string) =>
    sql`insert into ${system("refused_address")} (address, words) values (${address}, ${words}) on conflict (address) do update set words = excluded.words, at = now()`,
);
export const dropRefused = statement(
  { address: text },
  ({ system }, address: string) =>
    sql`delete from ${system("refused_address")} where address = ${address} returning address`,
);

/** What a server said when it refused each of these addresses for good; others are not in it. */
export async function refusedWords(
  { db, workspace }: Context,
  addresses: readonly string[],
): Promise<(address: string) => string | undefined> {
  const asked = [...new Set(addresses.map(plain))];
  const rows = asked.length === 0 ? [] : await db.query(refusedAmong(workspace, asked));
  const words = new Map(rows.map((row) => [row.address, row.words]));
  return (address) => words.get(plain(address));
}

/** From now on nothing is sent to this address, until somebody takes the mark off it. */
export const markRefused = (
  db: Executor,
  { workspace }: Pick<Context, "workspace">,
  address: string,
  words: string,
): Promise<unknown> => db.query(keepRefused(workspace, plain(address), words));

/** Whether it was marked. */
export const clearRefused = async (
  db: Executor,
  { workspace }: Pick<Context, "workspace">,
  address: string,
): Promise<boolean> => (await db.query(dropRefused(workspace, plain(address)))).length > 0;
