import { type Context, statement } from "../../../../engine/public.ts";
import { text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { ident } from "../../../../platform/db/database.ts";

export const unguardedTables = statement(
  { name: text },
  (_, schema: string) =>
    sql`select c.oid::regclass::text as name from pg_class c where c.relnamespace = ${schema}::regnamespace and c.relkind in ('r', 'p')
      and (c.relname in ('changes', 'access_log') or exists (select from pg_inherits i where i.inhrelid = c.oid
        and i.inhparent in ((${schema}::text || '.changes')::regclass, (${schema}::text || '.access_log')::regclass)))
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_log')`,
);

/**
 * A truncation is refused per table, not by the table above: each month of both logs gets its own trigger.
 */
export async function guardTruncate({ db, workspace }: Context): Promise<void> {
  const schema = ident(workspace.schema);
  for (const { name } of await db.query(unguardedTables(workspace, schema)))
    await db.query({
      text: `create or replace trigger keep_log before truncate on ${name} for each statement execute function ${schema}.refuse_log_change()`,
    });
}
