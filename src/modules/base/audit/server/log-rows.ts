import { type Workspace, statement } from "../../../../engine/public.ts";
import {
  bigint,
  integer,
  json,
  orNull,
  type RowOf,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Kept, LogName, SealedRow } from "./digest.ts";

export const changeColumns = {
  seq: bigint,
  at: timestamptz,
  object: text,
  record: uuid,
  version: integer,
  kind: text,
  actor: orNull(uuid),
  actor_kind: text,
  road: text,
  request: orNull(text),
  before: json<Values>(),
  after: json<Values>(),
  note: orNull(json<Values>()),
  salt: orNull(uuid),
  kept: orNull(json<Kept>()),
};
export type ChangeRow = RowOf<typeof changeColumns>;
export const accessColumns = {
  id: bigint,
  at: timestamptz,
  kind: text,
  user_id: orNull(uuid),
  credential: orNull(uuid),
  login: orNull(text),
  ip: orNull(text),
  user_agent: orNull(text),
  detail: orNull(json<Values>()),
  salt: orNull(uuid),
  kept: orNull(json<Kept>()),
};
export type AccessRow = RowOf<typeof accessColumns>;
export const CHANGE_ROW: Sql = spelled(Object.keys(changeColumns).join(", "));
export const ACCESS_ROW: Sql = spelled(Object.keys(accessColumns).join(", "));

const put = (values: Map<string, WireValue>, prefix: string, part: Values | null): void => {
  for (const [name, value] of Object.entries(part ?? {})) values.set(`${prefix}.${name}`, value);
};
const isState = (value: WireValue): value is { readonly at: WireValue; readonly values: Values } =>
  value !== null && typeof value === "object" && !Array.isArray(value) && "values" in value;

/** A change as it is sealed: each value by its path. */
export function changeRow(row: ChangeRow): SealedRow {
  const values = new Map<string, WireValue>();
  put(values, "before", row.before);
  put(values, "after", row.after);
  for (const [name, value] of Object.entries(row.note ?? {})) {
    if (name !== "past" || !Array.isArray(value)) values.set(`note.${name}`, value);
    else
      value.forEach((state: WireValue, index) => {
        if (!isState(state)) return;
        values.set(`past.${index}`, state.at);
        put(values, `past.${index}`, state.values);
      });
  }
  const { seq, at, object, record, version, kind, actor, actor_kind, road, request } = row;
  return {
    position: seq,
    header: ["change", seq, at, object, record, version, kind, actor, actor_kind, road, request],
    values,
    salt: row.salt,
    kept: row.kept,
  };
}

/** A line of the access log as it is sealed. */
export function accessRow(row: AccessRow): SealedRow {
  const values = new Map<string, WireValue>([
    ["login", row.login],
    ["ip", row.ip],
    ["user_agent", row.user_agent],
  ]);
  put(values, "detail", row.detail);
  return {
    position: row.id,
    header: ["access", row.id, row.at, row.kind, row.user_id, row.credential],
    values,
    salt: row.salt,
    kept: row.kept,
  };
}

interface Range {
  readonly after: number;
  readonly upTo: number;
  readonly limit: number;
}
export const changesIn = statement(
  changeColumns,
  ({ system }, { after, upTo, limit }: Range) =>
    sql`select ${CHANGE_ROW} from ${system("changes")} where seq > ${after} and seq <= ${upTo} order by seq limit ${limit}`,
);
export const linesIn = statement(
  accessColumns,
  ({ system }, { after, upTo, limit }: Range) =>
    sql`select ${ACCESS_ROW} from ${system("access_log")} where id > ${after} and id <= ${upTo} order by id limit ${limit}`,
);

/** Rows of a log after a position, up to another, in order. */
export async function readRows(
  db: Executor,
  workspace: Workspace,
  log: LogName,
  range: Range,
): Promise<SealedRow[]> {
  return log === "changes"
    ? (await db.query(changesIn(workspace, range))).map(changeRow)
    : (await db.query(linesIn(workspace, range))).map(accessRow);
}
