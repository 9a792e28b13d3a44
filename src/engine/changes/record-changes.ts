import type { CatalogObject, WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import type { LoggedChange } from "../hooks.ts";
import { get } from "../query/get.ts";
import { objectOf } from "../query/object-of.ts";
import { accept, refuse, type Result } from "../refusal.ts";
import { apiMessages } from "../api/messages.ts";
import { systemTable } from "../schema/names.ts";
import { withinMonths } from "../schema/within-months.ts";
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
  const titles = await titlesFor(context, linked(object, rows));
  return accept({ data: rows.map((row) => describe(context, object, row, titles)), page: { next: rows.length === limit ? String(rows.at(-1)?.seq) : null } });
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
/** Log rows of one record, newest first, below a number of the log. */
function readLogged(context: Context, object: string, id: string, { before, until, limit, created }: LoggedRequest): Promise<Logged[]> {
  const columns = CHANGE_COLUMNS.split(", ").map((column) => `c.${column}`);
  return context.db.query<Logged>({
    text: `select ${columns.join(", ")}, u.name as author, to_jsonb(c) -> 'kept' as kept from ${systemTable(context.workspace, "changes")} c
           left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor where c.record = $1 and c.object = $2 and c.seq < $3
           and c.at >= $4::timestamptz and c.at <= $5::timestamptz and ($6::timestamptz is null or c.at < $6) order by c.seq desc limit $7`,
    values: [id, object, before, ...withinMonths([created], [context.now]), until ?? null, limit],
  });
}
const textOf = (value: WireValue | undefined): string | null => (typeof value === "string" ? value : null);

function linked(object: CatalogObject, rows: readonly Logged[]): { object: string; id: string }[] {
  const fields = object.fields.filter((field) => targetsOf(field).length > 0);
  return rows.flatMap((row) => fields.flatMap((field) => [row.before[field.name], row.after[field.name]].flatMap((value) => targetOf(field, value) ?? [])));
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
    actor: row.actor ? { id: row.actor, name: row.author, kind: row.actor_kind } : { id: null, name: null, kind: row.actor_kind },
    changes,
    note,
    imported_past: row.note?.["past"] !== undefined,
  };
}
