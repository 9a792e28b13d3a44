import { label } from "../../../../shared/i18n/label.ts";
import { type Retention, systemTable } from "../../../../engine/public.ts";
import { emptyAccess } from "./erase-access.ts";

/** Lines of a run tell the check which runs there were: they stay whole. */
export const RUN_KINDS = ["retention", "retention_done"] as const;
/** What was emptied has its digests kept beside it. */
const OLD = "at < $1 and kept is null and kind <> all($2::text[])";

/** Who came from where with what: emptied, not deleted, so that the chain of seals holds (decision 0016). */
export const accessLines: Retention = {
  name: "access_log",
  label: label("访问日志与登录记录的内容", "Contents of the access log and of sign-ins"),
  description: label(
    "清空登录名、地址、设备和明细；何人（编号）何时做了什么仍保留，封存链仍可核对。",
    "Login, address, device and details are emptied; what happened when, and by whom (by id), stays, and the seals still verify.",
  ),
  least: 30,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from ${systemTable(workspace, "access_log")} where ${OLD}`,
      values: [before, RUN_KINDS],
    });
    return row?.n ?? 0;
  },
  take: ({ db, workspace }, { before, limit, run }) =>
    db.transaction(
      async (tx) => {
        await tx.query({ text: "set local sluice.erasing = 'on'" });
        const table = systemTable(workspace, "access_log");
        const rows = await tx.query<{ id: number }>({
          text: `select id from ${table} where ${OLD} order by at limit $3`,
          values: [before, RUN_KINDS, limit],
        });
        return emptyAccess(
          tx,
          workspace,
          { where: "id = any($1::bigint[]) and at < $2", values: [rows.map(({ id }) => id), before] },
          run,
        );
      },
      { longer: 30_000 },
    ),
};
