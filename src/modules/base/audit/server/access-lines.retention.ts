import { type Retention, statement } from "../../../../engine/public.ts";
import { bigint, integer } from "../../../../platform/db/columns.ts";
import { type Sql, sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { emptyAccess } from "./erase-access.ts";

/** Lines of a run tell the check which runs there were: they stay whole. */
export const RUN_KINDS = ["retention", "retention_done"] as const;
/** What was emptied has its digests kept beside it. */
const isOld = (before: string): Sql =>
  sql`at < ${before} and kept is null and kind <> all(${RUN_KINDS}::text[])`;
export const countOld = statement(
  { n: integer },
  ({ system }, before: string) =>
    sql`select count(*)::int as n from ${system("access_log")} where ${isOld(before)}`,
);
export const oldest = statement(
  { id: bigint },
  ({ system }, before: string, limit: number) =>
    sql`select id from ${system("access_log")} where ${isOld(before)} order by at limit ${limit}`,
);

/** Who came from where with what: emptied, not deleted, so that the chain of seals holds (decision 0016). */
export const accessLines: Retention = {
  name: "access_log",
  label: label("访问日志与登录记录的内容", "Access log and sign-in details"),
  description: label(
    "清空登录名、地址、设备和明细；何人（编号）何时做了什么仍保留，日志仍可校验完整性。",
    "Login, address, device and details are cleared. What happened when, and by whom (by ID), stays, and the log can still be verified.",
  ),
  least: 30,
  usual: null,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query(countOld(workspace, before));
    return row?.n ?? 0;
  },
  take: ({ db, workspace }, { before, limit, run }) =>
    db.transaction(
      async (tx) => {
        await tx.query({ text: "set local sluice.erasing = 'on'" });
        const ids = (await tx.query(oldest(workspace, before, limit))).map(({ id }) => id);
        return emptyAccess(tx, workspace, sql`id = any(${ids}::bigint[]) and at < ${before}`, run);
      },
      { longer: 30_000 },
    ),
};
