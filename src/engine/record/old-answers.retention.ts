import { label } from "../../shared/i18n/label.ts";
import type { Retention } from "../kernel/retention.ts";
import { systemTable } from "../schema/names.ts";

/** Answers kept for repeated requests; after a day nothing asks for them any more. */
export const oldAnswers: Retention = {
  name: "answers",
  label: label("重复请求的响应", "Responses to repeated requests"),
  description: label(
    "带幂等键的请求在 24 小时内重发会得到同样的响应，更早的不再使用。",
    "A request with an idempotency key gets the same response if repeated within 24 hours; older ones are no longer used.",
  ),
  least: 1,
  usual: 7,
  count: async ({ db, workspace }, before) => {
    const [row] = await db.query<{ n: number }>({
      text: `select count(*)::int as n from ${systemTable(workspace, "idempotency")} where at < $1`,
      values: [before],
    });
    return row?.n ?? 0;
  },
  take: async ({ db, workspace }, { before, limit }) => {
    const table = systemTable(workspace, "idempotency");
    const gone = await db.query({
      text: `delete from ${table} where (principal, key) in (select principal, key from ${table} where at < $1 order by at limit $2) returning 1`,
      values: [before, limit],
    });
    return gone.length;
  },
};
