import {
  type CallOf,
  type Context,
  type Result,
  accept,
  answering,
  openCursor,
  sealCursor,
  statement,
  tablesOf,
  titlesFor,
} from "../../../../engine/public.ts";
import {
  integer,
  json,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import { type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { type Label, label, textOf } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import type { listTimers, Timer, TimerState } from "../shared/timers.contract.ts";
import { timerKinds } from "./timer-kinds.ts";

const MOST = 100;
const OF_RECORD = 50;

const columns = {
  id: uuid,
  kind: text,
  object: orNull(text),
  record: orNull(uuid),
  key: text,
  due_at: timestamptz,
  run_at: timestamptz,
  params: json<Values>(),
  state: word<TimerState>(),
  tries: integer,
  code: orNull(text),
  reason: orNull(json<Label>()),
  ended_at: orNull(timestamptz),
};
type Row = RowOf<typeof columns>;
const COLUMNS = spelled(
  "id, kind, object, record, key, due_at, run_at, params, case when state = 'waiting' and run_at <= now() then 'due' else state end as state, tries, code, reason, ended_at",
);

export const countTimers = statement(
  { waiting: integer, due: integer, fired: integer, failed: integer },
  ({ system }) => sql`select count(*) filter (where state = 'waiting' and run_at > now())::int as waiting,
  count(*) filter (where state = 'waiting' and run_at <= now())::int as due, count(*) filter (where state = 'fired')::int as fired,
  count(*) filter (where state = 'failed')::int as failed from ${system("timer")}`,
);
export const recordTimers = statement(
  columns,
  ({ system }, object: string, record: string, limit: number) =>
    sql`select ${COLUMNS} from ${system("timer")} where record = ${record}::uuid and object = ${object} and state in ('waiting', 'failed') order by run_at, id limit ${limit}`,
);

/** How each list is sought and ordered; what waits by when it is due, what is over by when it ended. */
const LISTS: Readonly<
  Record<"waiting" | "due" | "fired" | "failed", { readonly where: Sql; readonly by: "run_at" | "ended_at" }>
> = {
  waiting: { where: spelled("state = 'waiting' and run_at > now()"), by: "run_at" },
  due: { where: spelled("state = 'waiting' and run_at <= now()"), by: "run_at" },
  fired: { where: spelled("state = 'fired'"), by: "ended_at" },
  failed: { where: spelled("state = 'failed'"), by: "ended_at" },
};

/** GET /timers, a page of one state. */
export async function readTimers(
  context: Context,
  { query: { state = "waiting", cursor, limit } }: CallOf<typeof listTimers>,
): Promise<Result<AnswerOf<typeof listTimers>>> {
  const after = cursor === undefined ? null : openCursor(context, ["timers", state], cursor);
  if (after && !after.ok) return after;
  const size = Math.min(Math.max(Number(limit ?? 50) || 50, 1), MOST);
  const { where, by } = LISTS[state];
  const { system } = tablesOf(context.workspace);
  const at = spelled(by);
  const behind = after
    ? sql`(${at}, id) ${spelled(by === "run_at" ? ">" : "<")} (${after.value.values[0] ?? null}::timestamptz, ${after.value.id}::uuid)`
    : spelled("true");
  const order = spelled(by === "run_at" ? "run_at, id" : "ended_at desc, id desc");
  const rows = await context.db.query(
    answering(
      columns,
      sql`select ${COLUMNS} from ${system("timer")} where ${where} and ${behind} order by ${order} limit ${size + 1}`,
    ),
  );
  const shown = rows.slice(0, size);
  const last = rows.length > size ? shown.at(-1) : undefined;
  const [counts] = await context.db.query(countTimers(context.workspace));
  return accept({
    data: await asAnswer(context, shown),
    counts: counts ?? { waiting: 0, due: 0, fired: 0, failed: 0 },
    page: {
      next: last ? sealCursor(context, ["timers", state], { values: [last[by]], id: last.id }) : null,
    },
  });
}

export const timersOfRecord = async (
  context: Context,
  object: string,
  id: string,
): Promise<readonly Timer[]> =>
  asAnswer(context, await context.db.query(recordTimers(context.workspace, object, id, OF_RECORD)));

async function asAnswer(context: Context, rows: readonly Row[]): Promise<readonly Timer[]> {
  const kinds = timerKinds.read(context.hooks);
  const titles = await titlesFor(
    context,
    rows.flatMap(({ object, record }) => (object && record ? [{ object, id: record }] : [])),
  );
  return rows.map((row) => {
    const kind = kinds.get(row.kind);
    const { id, object, record, due_at, run_at, state, tries, code, reason, ended_at } = row;
    return {
      id,
      kind: row.kind,
      label: kind?.tell?.(row) ?? kind?.label ?? label(row.kind, row.kind),
      object,
      record,
      title: (record && titles.get(record)) ?? null,
      due_at,
      run_at,
      state,
      tries,
      error: code || reason ? { code, message: reason ? textOf(reason, context.language) : null } : null,
      ended_at,
    };
  });
}
