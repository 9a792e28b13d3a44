import {
  type CallOf,
  type Context,
  Params,
  type Result,
  accept,
  accessPredicate,
  getByName,
  objectOf,
  statement,
  systemTable,
  tableOf,
  titlesFor,
} from "../../../../engine/public.ts";
import { json, type RowOf, sure, text } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { workingTimes } from "../../../base/calendar/public.ts";
import type {
  ClockOf,
  readClocks,
  readManyClocks,
  readOwnClocks,
  RecordClock,
} from "../shared/clocks.contract.ts";
import { isOpen, minutesOf } from "./clock.ts";
import { clockColumns } from "./clock-store.ts";

export const shownColumns = { ...clockColumns, level_name: sure(text), level_label: sure(json<LabelMap>()) };
export type ShownClock = RowOf<typeof shownColumns>;
export const SHOWN = `${Object.keys(clockColumns)
  .map((name) => `c.${name}`)
  .join(", ")}, s.name as level_name, s.label as level_label`;
const MOST_OWN = 20;

export const clocksOfRecord = statement(
  shownColumns,
  ({ system, record: of }, object: string, record: string) =>
    sql`select ${spelled(SHOWN)} from ${system("service_clock")} c join ${of("service_level")} s on s.id = c.level
where c.record = ${record}::uuid and c.object = ${object} order by c.stopped_at is not null, c.due_at, c.started_at, c.id`,
);
export const ownClocks = statement(
  shownColumns,
  ({ system, record: of }, owner: string, limit: number) =>
    sql`select ${spelled(SHOWN)} from ${system("service_clock")} c join ${of("service_level")} s on s.id = c.level and s.deleted_at is null and s.active
where c.owner = ${owner}::uuid and c.state in ('running', 'warned', 'breached') and c.stopped_at is null order by c.due_at, c.id limit ${limit}`,
);

/** GET /records/:object/:id/clocks */
export async function recordClocks(
  context: Context,
  { params: { object, id } }: CallOf<typeof readClocks>,
): Promise<Result<AnswerOf<typeof readClocks>>> {
  const seen = await getByName(context, object, id);
  if (!seen.ok) return seen;
  return accept({
    data: await shown(context, await context.db.query(clocksOfRecord(context.workspace, object, id))),
  });
}

/** With what is left of each, by the hours of whoever it runs for. */
export async function shown(context: Context, rows: readonly ShownClock[]): Promise<readonly RecordClock[]> {
  const times = await workingTimes(context);
  return rows.map((row): RecordClock => {
    const { id, level, level_name, level_label, state, started_at, due_at, stopped_at, breached_at, reason } =
      row;
    const time = times({ user: row.owner, department: row.department });
    const left =
      state === "paused"
        ? Number(row.run_amount)
        : due_at !== null && isOpen(row)
          ? minutesOf(time, row.run_unit, context.now, due_at)
          : null;
    return {
      id,
      service_level: { id: level, name: level_name, label: level_label },
      state,
      started_at,
      due_at,
      remaining_minutes: left === null ? null : Math.round(left * 100) / 100,
      stopped_at,
      breached_at,
      reason,
    };
  });
}

/** POST /service-levels/clocks: of each record that the caller sees the limit that presses most. */
export async function manyClocks(
  context: Context,
  { body: { object: name, ids } }: CallOf<typeof readManyClocks>,
): Promise<Result<AnswerOf<typeof readManyClocks>>> {
  const object = objectOf(context, name);
  if (!object.ok) return object;
  const params = new Params();
  params.rowOf("t", name);
  const seen = accessPredicate(context, object.value, "read", "t", params);
  const asked = `select distinct on (c.record) ${SHOWN} from ${systemTable(context.workspace, "service_clock")} c
join ${tableOf(context.workspace, "service_level")} s on s.id = c.level and s.deleted_at is null and s.active
join ${tableOf(context.workspace, name)} t on t.id = c.record and t.deleted_at is null
where c.record = any(${params.add([...ids], "uuid[]")}) and c.object = ${params.add(name, "text")} and c.state in ('running', 'warned', 'breached', 'paused')
  and c.stopped_at is null and (${seen}) order by c.record, c.due_at nulls last, c.id`;
  const rows = await context.db.query({ ...params.statement(asked), columns: shownColumns });
  return accept({ data: await withRecords(context, rows, new Map()) });
}

/** GET /service-levels/mine: what runs for the caller and they may see. */
export async function ownOpenClocks(context: Context): Promise<Result<AnswerOf<typeof readOwnClocks>>> {
  const { id } = context.principal;
  const rows = id === null ? [] : await context.db.query(ownClocks(context.workspace, id, MOST_OWN));
  const titles = await titlesFor(
    context,
    rows.map(({ object, record }) => ({ object, id: record })),
  );
  return accept({
    data: await withRecords(
      context,
      rows.filter(({ record }) => titles.has(record)),
      titles,
    ),
  });
}

async function withRecords(
  context: Context,
  rows: readonly ShownClock[],
  titles: ReadonlyMap<string, string>,
): Promise<readonly ClockOf[]> {
  const clocks = await shown(context, rows);
  return rows.flatMap(({ object, record }, at): readonly ClockOf[] => {
    const clock = clocks[at];
    return clock ? [{ object, record, title: titles.get(record) ?? null, clock }] : [];
  });
}
