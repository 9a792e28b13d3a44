import { label } from "../../../shared/i18n/label.ts";
import type { Route } from "../../../engine/api/route.ts";
import { accept } from "../../../engine/refusal.ts";
import { systemTable, tableOf } from "../../../engine/schema/names.ts";
import type { ExportUse } from "../shared/export-limits.ts";
import { exportAllowance, todayOf } from "./take-out.ts";

const MOST = 200;

const allowanceRoute: Route = {
  method: "GET",
  path: "/exports/allowance",
  summary: label("我的导出限额与今日剩余", "My export limits and what is left today"),
  tag: "imports",
  ability: "record.export",
  run: async (context) => accept({ data: await exportAllowance(context) }),
};

const useRoute: Route = {
  method: "GET",
  path: "/exports/use",
  summary: label("近 30 天谁导出了多少", "Who took out how much in 30 days"),
  tag: "imports",
  ability: "security.manage",
  viewing: "closed",
  run: async (context) => {
    const data = await context.db.query<ExportUse>({
      text: `select e.user_id as user, u.name, coalesce(sum(e.rows) filter (where e.day = $1::date), 0)::bigint as today, coalesce(sum(e.rows) filter (where e.day > $1::date - 7), 0)::bigint as week,
          sum(e.rows)::bigint as month, sum(e.files)::int as files, max(e.day)::text as last
        from ${systemTable(context.workspace, "export_use")} e left join ${tableOf(context.workspace, "user")} u on u.id = e.user_id
        where e.day > $1::date - 30 group by e.user_id, u.name order by today desc, month desc, e.user_id limit ${MOST}`,
      values: [todayOf(context)],
    });
    return accept({ data, page: { next: null } });
  },
};

export const exportUseRoutes: readonly Route[] = [allowanceRoute, useRoute];
