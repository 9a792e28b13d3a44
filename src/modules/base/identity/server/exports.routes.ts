import { type Route, accept, serve, systemTable, tableOf } from "../../../../engine/public.ts";
import { readExportAllowance } from "../../../../shared/wire/export-allowance.contract.ts";
import { type ExportUse, readExportUse } from "../shared/export-use.contract.ts";
import { exportAllowance, todayOf } from "./take-out.ts";

const MOST = 200;

const allowanceRoute = serve(readExportAllowance, { ability: "record.export" }, async (context) =>
  accept({ data: await exportAllowance(context) }),
);

const useRoute = serve(readExportUse, { ability: "security.manage", viewing: "closed" }, async (context) => {
  const data = await context.db.query<ExportUse>({
    text: `select e.user_id as user, u.name, coalesce(sum(e.rows) filter (where e.day = $1::date), 0)::bigint as today, coalesce(sum(e.rows) filter (where e.day > $1::date - 7), 0)::bigint as week,
          sum(e.rows)::bigint as month, sum(e.files)::int as files, max(e.day)::text as last
        from ${systemTable(context.workspace, "export_use")} e left join ${tableOf(context.workspace, "user")} u on u.id = e.user_id
        where e.day > $1::date - 30 group by e.user_id, u.name order by today desc, month desc, e.user_id limit ${MOST}`,
    values: [todayOf(context)],
  });
  return accept({ data, page: { next: null } });
});

export const exportUseRoutes: readonly Route[] = [allowanceRoute, useRoute];
