import {
  type Context,
  Params,
  type RecordEvents,
  readablePart,
  readsStage,
  systemTable,
  tableOf,
  withoutMove,
} from "../../../../engine/public.ts";
import { orNull, type RowOf, text } from "../../../../platform/db/columns.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { AuditChange, ChangeQuery } from "../shared/log.contract.ts";
import { concernedRecords } from "./concerned-records.ts";
import { changeTitles } from "./change-titles.ts";
import { logConditions } from "./log-conditions.ts";
import { changeColumns } from "./log-rows.ts";

const logged = { ...changeColumns, author: orNull(text) };
type Logged = RowOf<typeof logged>;

/**
 * The change log, newest first. Of records and fields that the caller may not read today, only that they were
 * changed, by whom and when.
 */
export async function readAudit(
  context: Context,
  filter: ChangeQuery,
  limit: number,
): Promise<AuditChange[]> {
  const { db, workspace } = context;
  const columns = Object.keys(changeColumns).map((name) => `c.${name}`);
  const params = new Params();
  const rows = await db.query({
    ...params.statement(
      `select ${columns.join(", ")}, u.name as author from ${systemTable(workspace, "changes")} c left join ${tableOf(workspace, "user")} u on u.id = c.actor
        where ${logConditions(filter, params).join(" and ")} order by c.seq desc limit ${params.add(limit, "integer")}`,
    ),
    columns: logged,
  });
  const titles = await changeTitles(context, rows);
  const about = await concernedRecords(context, rows);
  return rows.map((row) => {
    const events = (context.hooks.events ?? []).find((one) => one.object === row.object);
    const record = events && about.get(row.record);
    if (!events || !record) return toAnswer(context, row, titles.get(`${row.object}:${row.record}`));
    const concerned = context.catalog.object(record.object);
    const told =
      concerned && readsStage(context, concerned)
        ? events
        : { ...events, open: events.open.filter((name) => !TELLS_MOVE.includes(name)) };
    return {
      ...toAnswer(context, onlyOpen(row, told), record.title, true),
      about: { object: record.object, id: record.id },
    };
  });
}

/** What of a request says into which stage a record was to move. */
const TELLS_MOVE = ["what", "reason", "comment"];

/** What of a change the record's own log tells, too. */
function onlyOpen(row: Logged, { open }: RecordEvents): Logged {
  const part = (values: Values): Values =>
    Object.fromEntries(Object.entries(values).filter(([name]) => open.includes(name)));
  return { ...row, before: part(row.before), after: part(row.after) };
}

function causeOf(note: Readonly<Values>): string {
  const { cause } = note;
  return typeof cause === "object" && cause !== null && "object" in cause ? String(cause.object) : "";
}
const PATH = /^(?:before|after)\.(.+)$/;
function toAnswer(context: Context, row: Logged, title: string | undefined, isOpen = false): AuditChange {
  const object = context.catalog.object(row.object);
  const part = (values: Values): Values =>
    isOpen ? values : object && title !== undefined ? readablePart(context, object, values) : {};
  const { past: _past, ...note } =
    object && !readsStage(context, object) ? withoutMove(row.note ?? {}) : (row.note ?? {});
  const taken = Object.entries(row.kept ?? {}).flatMap(([path, one]) =>
    "digest" in one ? (PATH.exec(path)?.[1] ?? []) : [],
  );
  return {
    seq: row.seq,
    at: row.at,
    object: row.object,
    record: row.record,
    title: title ?? null,
    about: null,
    cause: title === undefined ? null : (context.catalog.object(causeOf(note))?.label ?? null),
    labels: object?.internal
      ? {
          object: object.label,
          fields: Object.fromEntries(object.fields.map((field) => [field.name, field.label])),
          options: Object.fromEntries(
            object.fields.flatMap((field) => {
              if (field.kind !== "select" && field.kind !== "multiselect") return [];
              return [
                [field.name, Object.fromEntries(field.options.map(({ name, label }) => [name, label]))],
              ];
            }),
          ),
        }
      : null,
    kind: row.kind,
    road: row.road,
    actor: { id: row.actor, name: row.author, kind: row.actor_kind },
    version: row.version,
    before: part(row.before),
    after: part(row.after),
    note: title !== undefined && Object.keys(note).length > 0 ? note : null,
    request: row.request,
    erased: title === undefined ? [] : [...new Set(taken)],
    hidden: title === undefined,
  };
}
