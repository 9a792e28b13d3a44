import { ident } from "../../../../platform/db/database.ts";
import type { Context } from "../../../../engine/public.ts";

/**
 * A truncation is refused per table, not by the table above: each month of both logs gets its own trigger.
 */
export async function guardTruncate({ db, workspace }: Context): Promise<void> {
  const schema = ident(workspace.schema);
  const rows = await db.query<{ name: string }>({
    text: `select c.oid::regclass::text as name from pg_class c where c.relnamespace = $1::regnamespace and c.relkind in ('r', 'p')
      and (c.relname in ('changes', 'access_log') or exists (select from pg_inherits i where i.inhrelid = c.oid and i.inhparent in ($2::regclass, $3::regclass)))
      and not exists (select from pg_trigger t where t.tgrelid = c.oid and t.tgname = 'keep_log')`,
    values: [schema, `${schema}.changes`, `${schema}.access_log`],
  });
  for (const { name } of rows)
    await db.query({
      text: `create or replace trigger keep_log before truncate on ${name} for each statement execute function ${schema}.refuse_log_change()`,
    });
}
