import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import type { LoggedChange } from "../hooks.ts";
import { get } from "../query/get.ts";
import { objectOf } from "../query/object-of.ts";
import { Params } from "../query/params.ts";
import { accept, refuse, type Result } from "../refusal.ts";
import { apiMessages } from "../api/messages.ts";
import { systemTable } from "../schema/names.ts";
import { withinMonths } from "../schema/within-months.ts";
import { eventCondition, eventsOf, tellEvents } from "./record-events.ts";
import { CHANGE_COLUMNS } from "./read-changes.ts";
import { readablePart } from "./read-feed.ts";
import { targetsOf } from "../catalog/build-catalog.ts";
import { targetOf } from "../record/check-links.ts";
import { titlesFor } from "./titles-for.ts";

export interface PageRequest {
  readonly cursor: string | undefined;
  /** Moment; only what happened before it. */
  readonly until?: string | undefined;
  readonly limit: number;
}
/** `kept`: what stands in for values that were erased, by path. */
type Logged = LoggedChange & { readonly author: string | null; readonly kept: Readonly<Record<string, object>> | null };

/** What changed on one record, by whom, through which road, newest first; only fields that the caller may read. */
export async function recordChanges(context: Context, name: string, id: string, { cursor, until, limit }: PageRequest): Promise<Result<unknown>> {
  const known = objectOf(context, name);
  if (!known.ok) return known;
  const object = known.value;
  const before = positionOf(cursor);
  if (!before.ok) return before;
  const found = await get(context, object, id, { deleted: true });
  if (!found.ok) return found;
  const rows = await readLogged(context, name, id, { before: before.value, until, limit, created: textOf(found.value["created_at"]) });
  const [titles, told] = await Promise.all([titlesFor(context, linked(object, rows)), tellEvents(context, object.name, rows)]);
  const data = rows.flatMap((row) =>
    row.object === object.name && row.record === id ? describe(context, object, row, titles) : eventEntry(row, told.get(row.seq)),
  );
  return accept({ data, page: { next: rows.length === limit ? String(rows.at(-1)?.seq) : null } });
}

function positionOf(cursor: string | undefined): Result<number> {
  const position = cursor === undefined ? Number.MAX_SAFE_INTEGER : Number(cursor);
  return Number.isSafeInteger(position) && position >= 0 ? accept(position) : refuse({ status: 400, code: "bad_cursor", text: apiMessages.malformed });
}

interface LoggedRequest {
  readonly before: number;
  readonly until: string | undefined;
  readonly limit: number;
  /** When the record was created, which nothing in its log is older than. */
  readonly created: string | null;
}
/** Log rows of one record and of what is told along with it, newest first, below a number of the log. One statement. */
function readLogged(context: Context, object: string, id: string, { before, until, limit, created }: LoggedRequest): Promise<Logged[]> {
  const params = new Params();
  const columns = CHANGE_COLUMNS.split(", ").map((column) => `c.${column}`);
  const [first, last] = withinMonths([created], [context.now]);
  const bounds = [
    `c.seq < ${params.add(before, "bigint")}`,
    `c.at >= ${params.add(first, "timestamptz")}`,
    `c.at <= ${params.add(last, "timestamptz")}`,
    ...(until === undefined ? [] : [`c.at < ${params.add(until, "timestamptz")}`]),
  ].join(" and ");
  const own = `c.record = ${params.add(id, "uuid")} and c.object = ${params.add(object, "text")}`;
  const about = eventsOf(context, object).map((events) => eventCondition(context, events, id, params));
  const arm = (condition: string): string =>
    `(select ${columns.join(", ")}, u.name as author, to_jsonb(c) -> 'kept' as kept from ${systemTable(context.workspace, "changes")} c
           left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor where ${condition} and ${bounds} order by c.seq desc limit ${params.add(limit, "integer")})`;
  const arms = [own, ...about].map(arm);
  return context.db.query<Logged>({
    text: arms.length === 1 ? (arms[0] ?? "") : `select * from (${arms.join(" union all ")}) l order by seq desc limit ${params.add(limit, "integer")}`,
    values: params.values,
  });
}
const isMap = (value: WireValue | undefined): value is { readonly [key: string]: WireValue } =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const textOf = (value: WireValue | undefined): string | null => (typeof value === "string" ? value : null);

/** What is told of another record: who did it and how, and what its module says of it. */
function eventEntry(row: Logged, event: Values | undefined): readonly object[] {
  if (!event) return [];
  return [
    {
      seq: row.seq,
      at: row.at,
      kind: row.kind,
      version: row.version,
      road: row.road,
      actor: actorOf(row),
      changes: [],
      note: {},
      imported_past: false,
      about: row.object,
      event,
    },
  ];
}
const actorOf = (row: Logged): object => ({ id: row.actor, name: row.actor ? row.author : null, kind: row.actor_kind });

/** Files and people that the evidence of a move names. */
const evidenceOf = (row: Logged): Readonly<Values> => (isMap(row.note?.["evidence"]) ? row.note["evidence"] : {});
const listOf = (value: WireValue | undefined): readonly WireValue[] => (Array.isArray(value) ? value : []);

function linked(object: CatalogObject, given: readonly Logged[]): { object: string; id: string }[] {
  const fields = object.fields.filter((field) => targetsOf(field).length > 0);
  const rows = given.filter((row) => row.object === object.name);
  const files = rows.flatMap((row) => listOf(evidenceOf(row)["files"]).map((file) => ({ object: "file", id: String(file) })));
  const people = rows.flatMap((row) =>
    listOf(evidenceOf(row)["consents"]).flatMap((one) => (isMap(one) && one["by"] ? [{ object: "user", id: String(one["by"]) }] : [])),
  );
  const links = rows.flatMap((row) =>
    fields.flatMap((field) => [row.before[field.name], row.after[field.name]].flatMap((value) => targetOf(field, value) ?? [])),
  );
  return [...links, ...files, ...people];
}

/** Evidence as people read it: files and consents by name, as far as the reader may see them. */
function shownEvidence(row: Logged, titles: ReadonlyMap<string, string>): Values {
  const evidence = evidenceOf(row);
  const files = listOf(evidence["files"]).map((file) => ({ id: String(file), name: titles.get(String(file)) ?? null }));
  const consents = listOf(evidence["consents"]).flatMap((one) => (isMap(one) ? [{ by: titles.get(String(one["by"])) ?? null, at: one["at"] ?? null }] : []));
  return { ...evidence, ...(files.length > 0 ? { files } : {}), ...(consents.length > 0 ? { consents } : {}) };
}

function describe(context: Context, object: CatalogObject, row: Logged, titles: ReadonlyMap<string, string>): object {
  const after = readablePart(context, object, row.after);
  const isErased = (path: string, value: WireValue | undefined): boolean => (value ?? null) === null && "digest" in (row.kept?.[path] ?? {});
  const shown = (side: "before" | "after", name: string, value: WireValue | undefined) => {
    const field = object.byName[name];
    const target = field && targetsOf(field).length > 0 ? targetOf(field, value) : null;
    const title = target && titles.has(target.id) ? { title: titles.get(target.id) } : {};
    return { value: value ?? null, ...title, ...(isErased(`${side}.${name}`, value) ? { erased: true } : {}) };
  };
  const changes = Object.keys(after).map((name) => ({
    field: name,
    before: shown("before", name, row.before[name]),
    after: shown("after", name, after[name]),
  }));
  const { past: _past, ...note } = row.note ?? {};
  return {
    seq: row.seq,
    at: row.at,
    kind: row.kind,
    version: row.version,
    road: row.road,
    actor: actorOf(row),
    changes,
    note: "evidence" in note ? { ...note, evidence: shownEvidence(row, titles) } : note,
    imported_past: row.note?.["past"] !== undefined,
  };
}
