import { type Route, accept, serve, statement } from "../../../../engine/public.ts";
import { readExportAllowance } from "../../../../shared/wire/export-allowance.contract.ts";
import { readExportUse } from "../shared/export-use.contract.ts";
import { exportedFiles, exportedRows } from "./exported.ts";
import { exportAllowance, todayOf } from "./take-out.ts";
import { bigint, integer, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

const MOST = 200;

const allowanceRoute = serve(readExportAllowance, { ability: "record.export" }, async (context) =>
  accept({ data: await exportAllowance(context) }),
);

export const usedSince = statement(
  { user: uuid, name: orNull(text), today: bigint, week: bigint, month: bigint, files: integer, last: text },
  ({ system, record }, today: string) =>
    sql`select e.user_id as user, u.name, coalesce(sum(e.rows) filter (where e.day = ${today}::date), 0)::bigint as today, coalesce(sum(e.rows) filter (where e.day > ${today}::date - 7), 0)::bigint as week,
          coalesce(sum(e.rows), 0)::bigint as month, coalesce(sum(e.files), 0)::int as files, max(e.day)::text as last
        from (select split_part(key, '/', 1)::uuid as user_id, split_part(key, '/', 2)::date as day, amount as rows, null::numeric as files from ${system("balance")} where kind = ${exportedRows.name}
          union all select split_part(key, '/', 1)::uuid, split_part(key, '/', 2)::date, null, amount from ${system("balance")} where kind = ${exportedFiles.name}) e
        left join ${record("user")} u on u.id = e.user_id
        where e.day > ${today}::date - 30 group by e.user_id, u.name order by today desc, month desc, e.user_id limit ${MOST}`,
);

const useRoute = serve(readExportUse, { ability: "security.manage", viewing: "closed" }, async (context) => {
  const data = await context.db.query(usedSince(context.workspace, todayOf(context)));
  return accept({ data, page: { next: null } });
});

export const exportUseRoutes: readonly Route[] = [allowanceRoute, useRoute];
