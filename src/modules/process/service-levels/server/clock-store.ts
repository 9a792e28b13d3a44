import {
  type Context,
  type WrittenAlong,
  statement,
  command,
  systemTable,
} from "../../../../engine/public.ts";
import { numeric, orNull, text, timestamptz, uuid, word } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { ClockState } from "../shared/service-level.ts";
import type { Clock } from "./clock.ts";

export const clockColumns = {
  id: uuid,
  level: uuid,
  object: text,
  record: uuid,
  state: word<ClockState>(),
  started_at: timestamptz,
  due_at: orNull(timestamptz),
  warn_at: orNull(timestamptz),
  run_from: timestamptz,
  run_amount: numeric,
  run_unit: text,
  stopped_at: orNull(timestamptz),
  warned_at: orNull(timestamptz),
  breached_at: orNull(timestamptz),
  owner: orNull(uuid),
  department: orNull(uuid),
  why: orNull(word<NonNullable<Clock["why"]>>()),
  reason: orNull(text),
};
export const CLOCK = spelled(Object.keys(clockColumns).join(", "));
const NAMES = Object.keys(clockColumns).join(", ");
const ROWS =
  "x(id uuid, level uuid, object text, record uuid, state text, started_at timestamptz, due_at timestamptz, warn_at timestamptz, run_from timestamptz, run_amount numeric, run_unit text, stopped_at timestamptz, warned_at timestamptz, breached_at timestamptz, owner uuid, department uuid, why text, reason text)";
const CHANGES = Object.keys(clockColumns)
  .filter((name) => !["id", "level", "object", "record", "started_at"].includes(name))
  .map((name) => `${name} = excluded.${name}`)
  .join(", ");

/** The clocks of these records, held until the write is over. */
export const clocksOfRecords = statement(
  clockColumns,
  ({ system }, records: readonly string[]) =>
    sql`select ${CLOCK} from ${system("service_clock")} where record = any(${records}::uuid[]) order by id for update`,
);
/** Of timers that are due; whoever changes one of them just now is left to it. */
export const clocksAtHand = statement(
  clockColumns,
  ({ system }, ids: readonly string[]) =>
    sql`select ${CLOCK} from ${system("service_clock")} where id = any(${ids}::uuid[]) order by id for update skip locked`,
);
export const putClocks = command(
  ({ system }, rows: string) => sql`insert into ${system("service_clock")} (${spelled(NAMES)})
select ${spelled(NAMES)} from jsonb_to_recordset(${rows}::jsonb) as ${spelled(ROWS)} on conflict (record, level) do update set ${spelled(CHANGES)}`,
);

/** Clocks that begin with their records, written in the same statement. */
export const clocksAlong =
  ({ workspace }: Context, clocks: readonly Clock[]): WrittenAlong =>
  (parts) =>
    parts.push(
      `service_clocks as (insert into ${systemTable(workspace, "service_clock")} (${NAMES}) select ${NAMES} from jsonb_to_recordset(${parts.param(JSON.stringify(clocks), "jsonb")}) as ${ROWS})`,
    );
