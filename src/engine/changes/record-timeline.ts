import type { Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Described, readTimeline, TimelineEntry } from "../../shared/wire/changes.contract.ts";
import type { AnswerOf } from "../../shared/wire/contract.ts";
import type { Context } from "../kernel/context.ts";
import { MALFORMED } from "../kernel/malformed.ts";
import { getByName, objectOf } from "../query/object-of.ts";
import { list } from "../query/list.ts";
import { accept, refuse, type Result } from "../kernel/refusal.ts";
import { systemTable } from "../schema/names.ts";
import { withinMonths } from "../schema/within-months.ts";
import { countComments, withComments } from "./count-comments.ts";
import { describeChanges, type Logged } from "./describe-changes.ts";
import { CHANGE_COLUMNS } from "./read-changes.ts";
import { type Shown, type TimelineKey, timelineKeys, type TimelinePlace } from "./timeline-keys.ts";
import { titlesFor } from "./titles-for.ts";

export interface TimelineRequest {
  /** Where the page before ended, or a moment; entries are older. */
  readonly cursor: string | undefined;
  readonly until: string | undefined;
  readonly limit: number;
  /** all: everything; activities: what people did and wrote; changes: the log with moves and consents. */
  readonly show: Shown;
}

/** A moment, and the id of the entry where a page ended: no microsecond is lost between two pages. */
const PLACE = /^(\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(?:\.\d{1,6})?Z)(?:\|([0-9a-f-]{1,36}))?$/;

function placeOf(cursor: string | undefined): Result<TimelinePlace | undefined> {
  if (cursor === undefined) return accept(undefined);
  const found = PLACE.exec(cursor);
  return found?.[1]
    ? accept({ at: found[1], key: found[2] })
    : refuse({ status: 400, code: "bad_cursor", text: MALFORMED });
}

/**
 * Changes, activities, tasks, notes, files and consents of a record in one stream, newest first; of an
 * account also those of its deals and contacts that the caller sees. One statement finds a page, one more for
 * each kind of entry on it reads them, and one counts their comments.
 */
export async function recordTimeline(
  context: Context,
  name: string,
  id: string,
  request: TimelineRequest,
): Promise<Result<AnswerOf<typeof readTimeline>>> {
  const below = placeOf(request.cursor);
  if (!below.ok) return below;
  const object = objectOf(context, name);
  if (!object.ok) return object;
  const seen = await getByName(context, name, id);
  if (!seen.ok) return seen;
  const { limit, until, show } = request;
  const asked = {
    object: object.value,
    id,
    created: partOf(anyRecord, seen.value).created_at ?? null,
    below: below.value,
    until,
    show,
    limit,
  };
  const keys = await timelineKeys(context, asked);
  const entries = await readEntries(context, id, keys, until);
  const last = keys.length === limit ? keys.at(-1) : undefined;
  return accept({ data: entries, page: { next: last ? `${last.at}|${last.key}` : null } });
}

async function readEntries(
  context: Context,
  id: string,
  keys: readonly TimelineKey[],
  until: string | undefined,
): Promise<readonly TimelineEntry[]> {
  const records = await attachedRecords(context, keys);
  const changes = await loggedChanges(context, keys);
  const comments = await countComments(context, keys, until);
  const titles = await titlesFor(
    context,
    keys.filter((key) => key.of_id !== id).map((key) => ({ object: key.of_object, id: key.of_id })),
  );
  return keys.flatMap((key): readonly TimelineEntry[] => {
    const of =
      key.of_id === id
        ? {}
        : { of: { object: key.of_object, id: key.of_id, title: titles.get(key.of_id) ?? null } };
    if (key.type !== "change") {
      const data = records.get(key.key);
      return data ? [withComments({ at: key.at, type: key.type, data, ...of }, key.key, comments)] : [];
    }
    const data = changes.get(key.key);
    if (!data) return [];
    const type = data.about === undefined ? "change" : typeOf(context, data.about);
    return [withComments({ at: key.at, type, data, ...of }, key.key, comments)];
  });
}

/** What happened to a record of another object is called as its module says. */
const typeOf = ({ hooks }: Context, about: string): string =>
  (hooks.events ?? []).find(({ object }) => object === about)?.type ?? about;

async function attachedRecords(
  context: Context,
  keys: readonly TimelineKey[],
): Promise<ReadonlyMap<string, Values>> {
  const kinds = [...new Set(keys.map(({ type }) => type))].filter((type) => type !== "change");
  const pages = await Promise.all(
    kinds.map((object) =>
      list(context, {
        object,
        ids: keys.filter(({ type }) => type === object).map(({ key }) => key),
        limit: Math.max(1, keys.length),
        titles: true,
      }),
    ),
  );
  const records = pages.flatMap((page) => (page.ok ? page.value.data : []));
  return new Map(records.map((record) => [partOf(anyRecord, record).id ?? "", record]));
}

async function loggedChanges(
  context: Context,
  keys: readonly TimelineKey[],
): Promise<ReadonlyMap<string, Described>> {
  const wanted = keys.filter(({ type }) => type === "change");
  if (wanted.length === 0) return new Map();
  const columns = CHANGE_COLUMNS.split(", ").map((column) => `c.${column}`);
  const moments = wanted.map(({ at }) => at);
  const rows = await context.db.query<Logged>({
    text: `select ${columns.join(", ")}, u.name as author, to_jsonb(c) -> 'kept' as kept from ${systemTable(context.workspace, "changes")} c
           left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor where c.seq = any($1::bigint[]) and c.at >= $2::timestamptz and c.at <= $3::timestamptz`,
    values: [wanted.map(({ key }) => key), ...withinMonths(moments, moments)],
  });
  return new Map((await describeChanges(context, rows)).map((change) => [String(change.seq), change]));
}
