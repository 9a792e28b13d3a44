import { type Context, answering, command, statement, tablesOf } from "../../../../engine/public.ts";
import { integer, json, uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { TRAITS } from "../shared/traits.ts";
import { comparedValues } from "./compared-values.ts";
import { KEYS_VERSION } from "./duplicate-keys.ts";
import { keyStatements } from "./store-keys.add.ts";

const PAGE = 500;

/** Makes the keys of all records anew, page by page; may run beside writers and again. */
export async function rebuildKeys(context: Context): Promise<void> {
  for (const [object, traits] of Object.entries(TRAITS)) {
    const columns = spelled(comparedValues(traits));
    const table = tablesOf(context.workspace).record(object);
    for (let after: string | undefined = "00000000-0000-0000-0000-000000000000"; after !== undefined;) {
      const from: string = after;
      after = await context.db.transaction(async (tx) => {
        const rows = await tx.query(
          answering(
            { id: uuid, values: json<Values>() },
            sql`select t.id, ${columns} as values from ${table} t where t.id > ${from} order by t.id limit ${PAGE} for share`,
          ),
        );
        if (rows.length > 0)
          for (const one of keyStatements(context.workspace, object, rows)) await tx.query(one);
        return rows.length < PAGE ? undefined : rows.at(-1)?.id;
      });
    }
  }
  await context.db.query(noteRebuilt(context.workspace));
}

export const noteRebuilt = command(
  ({ system }) =>
    sql`insert into ${system("duplicate_state")} (keys_version) values (${KEYS_VERSION}) on conflict (one) do update set keys_version = excluded.keys_version`,
);
export const keysState = statement(
  { keys_version: integer },
  ({ system }) => sql`select keys_version from ${system("duplicate_state")}`,
);

/** Records may be older than this module or than the way keys are made. */
export async function needsRebuild(context: Context): Promise<boolean> {
  const [state] = await context.db.query(keysState(context.workspace));
  return state?.keys_version !== KEYS_VERSION;
}
