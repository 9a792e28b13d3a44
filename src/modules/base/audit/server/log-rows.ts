import type { Executor } from "../../../../platform/db/database.ts";
import { type Workspace, systemTable } from "../../../../engine/public.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Kept, LogName, SealedRow } from "./digest.ts";

export interface ChangeRow {
  readonly seq: number;
  readonly at: string;
  readonly object: string;
  readonly record: string;
  readonly version: number;
  readonly kind: string;
  readonly actor: string | null;
  readonly actor_kind: string;
  readonly road: string;
  readonly request: string | null;
  readonly before: Values;
  readonly after: Values;
  readonly note: Values | null;
  readonly salt: string | null;
  readonly kept: Kept | null;
}
export interface AccessRow {
  readonly id: number;
  readonly at: string;
  readonly kind: string;
  readonly user_id: string | null;
  readonly credential: string | null;
  readonly login: string | null;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly detail: Values | null;
  readonly salt: string | null;
  readonly kept: Kept | null;
}
export const CHANGE_ROW =
  "seq, at, object, record, version, kind, actor, actor_kind, road, request, before, after, note, salt, kept";
export const ACCESS_ROW = "id, at, kind, user_id, credential, login, ip, user_agent, detail, salt, kept";

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

/** Rows of a log after a position, up to another, in order. */
export async function readRows(
  db: Executor,
  workspace: Workspace,
  log: LogName,
  range: { after: number; upTo: number; limit: number },
): Promise<SealedRow[]> {
  const values = [range.after, range.upTo, range.limit];
  if (log === "changes") {
    const rows = await db.query<ChangeRow>({
      text: `select ${CHANGE_ROW} from ${systemTable(workspace, "changes")} where seq > $1 and seq <= $2 order by seq limit $3`,
      values,
    });
    return rows.map(changeRow);
  }
  const rows = await db.query<AccessRow>({
    text: `select ${ACCESS_ROW} from ${systemTable(workspace, "access_log")} where id > $1 and id <= $2 order by id limit $3`,
    values,
  });
  return rows.map(accessRow);
}
