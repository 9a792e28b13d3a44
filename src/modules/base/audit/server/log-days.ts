import { type Context, Params, systemTable } from "../../../../engine/public.ts";
import { integer, text } from "../../../../platform/db/columns.ts";
import { addDays } from "../../../../shared/time/dates.ts";
import { dayIn, startOfDay } from "../../../../shared/time/zone.ts";
import type { DayFilter, LogDay } from "../shared/log.contract.ts";
import { logConditions } from "./log-conditions.ts";

const DAYS = 30;

/**
 * How many changes each of the last thirty days had, by how many persons, and how many undos. It counts the
 * lines that `readAudit` lists for the same filter and says nothing of what they hold.
 */
export async function readDays(context: Context, filter: DayFilter): Promise<readonly LogDay[]> {
  const { db, workspace, company } = context;
  const today = dayIn(company.zone, new Date().toISOString());
  const first = addDays(today, 1 - DAYS);
  const params = new Params();
  const where = logConditions({ ...filter, from: startOfDay(company.zone, first) }, params).join(" and ");
  const zone = params.add(company.zone, "text");
  const rows = await db.query({
    ...params.statement(
      `select to_char(c.at at time zone ${zone}, 'YYYY-MM-DD') as day, count(*)::int as changes,
          (count(distinct c.actor) filter (where c.actor_kind = 'person'))::int as people,
          (count(distinct c.request) filter (where c.note->'cause'->>'note' = 'undo'))::int as undone
        from ${systemTable(workspace, "changes")} c where ${where} group by 1`,
    ),
    columns: { day: text, changes: integer, people: integer, undone: integer },
  });
  const found = new Map(rows.map((row) => [row.day, row]));
  return Array.from({ length: DAYS }, (_, at) => {
    const day = addDays(first, at);
    return found.get(day) ?? { day, changes: 0, people: 0, undone: 0 };
  });
}
