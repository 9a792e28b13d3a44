import {
  type CallOf,
  type Context,
  Params,
  type Result,
  accept,
  accessPredicate,
  isUuid,
  objectOf,
  refuse,
  statement,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
import { integer, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { addDays, isDate } from "../../../../shared/time/dates.ts";
import { startOfDay } from "../../../../shared/time/zone.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { readAttainment } from "../shared/clocks.contract.ts";

export const levelNamed = statement(
  { id: uuid, object: sure(text) },
  ({ record }, id: string | null, name: string) =>
    sql`select id, object from ${record("service_level")} where deleted_at is null and (id = ${id}::uuid or name = ${name}) limit 1`,
);

/** How each group is found, and what it is called. */
const GROUPS = {
  person: {
    key: () => "c.owner::text",
    name: (record: Named) => `(select name from ${record("user")} where id = g.key::uuid)`,
  },
  department: {
    key: () => "c.department::text",
    name: (record: Named) => `(select name from ${record("department")} where id = g.key::uuid)`,
  },
  week: {
    key: (zone: () => string) =>
      `to_char(date_trunc('week', c.started_at at time zone ${zone()}), 'YYYY-MM-DD')`,
    name: () => "g.key",
  },
  none: { key: () => "null::text", name: () => "null::text" },
} as const;
type Named = (object: string) => string;
const counted = { key: orNull(text), label: orNull(text), met: integer, breached: integer, open: integer };

/** POST /service-levels/attainment: what the caller sees of a level, counted in the database. */
export async function attainment(
  context: Context,
  { body }: CallOf<typeof readAttainment>,
): Promise<Result<AnswerOf<typeof readAttainment>>> {
  const { service_level: asked, group_by = "none" } = body;
  const [from, to] = [body.from.slice(0, 10), body.to.slice(0, 10)];
  if (!isDate(from) || !isDate(to)) return refuse({ status: 400, code: "malformed", text: BAD_DAY });
  const [level] = await context.db.query(levelNamed(context.workspace, isUuid(asked) ? asked : null, asked));
  if (!level) return refuse({ status: 404, code: "not_found", text: NO_LEVEL });
  const object = objectOf(context, level.object);
  if (!object.ok) return object;
  const { workspace, company } = context;
  const params = new Params();
  params.rowOf("t", object.value.name);
  const seen = accessPredicate(context, object.value, "read", "t", params);
  const { key, name } = GROUPS[group_by];
  const groups = `select ${key(() => params.add(company.zone, "text"))} as key, count(*) filter (where c.state = 'met')::int as met, count(*) filter (where c.state = 'breached')::int as breached,
  count(*) filter (where c.state in ('running', 'warned', 'paused'))::int as open
from ${systemTable(workspace, "service_clock")} c join ${tableOf(workspace, object.value.name)} t on t.id = c.record
where c.level = ${params.add(level.id, "uuid")} and c.started_at >= ${params.add(startOfDay(company.zone, from), "timestamptz")}
  and c.started_at < ${params.add(startOfDay(company.zone, addDays(to, 1)), "timestamptz")} and t.deleted_at is null and (${seen}) group by 1`;
  const rows = await context.db.query({
    ...params.statement(
      `select g.key, ${name((of) => tableOf(workspace, of))} as label, g.met, g.breached, g.open from (${groups}) g order by g.key nulls last`,
    ),
    columns: counted,
  });
  return accept({
    groups: rows.map((row) => ({
      ...row,
      rate:
        row.met + row.breached === 0
          ? null
          : Math.round((row.met / (row.met + row.breached)) * 10_000) / 10_000,
    })),
  });
}
const BAD_DAY = label("日期格式应为 2026-11-30", "Days are written 2026-11-30");
const NO_LEVEL = label("没有这个时限", "This service level does not exist");
