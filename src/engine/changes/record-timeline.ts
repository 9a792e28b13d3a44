import type { Values } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { getByName } from "../query/object-of.ts";
import { list } from "../query/list.ts";
import { accept, refuse, type Result } from "../refusal.ts";
import { apiMessages } from "../api/messages.ts";
import { recordChanges } from "./record-changes.ts";

interface Entry {
  readonly at: string;
  readonly type: string;
  readonly data: unknown;
}
export interface TimelineRequest {
  /** Moment; entries are older. */
  readonly before: string | undefined;
  readonly limit: number;
}
/** Objects whose records hang on others by `regarding`, and the field that says when they happened. */
const ATTACHED: Readonly<Record<string, string>> = {
  activity: "occurred_at",
  task: "created_at",
  note: "created_at",
  file: "created_at",
  form_response: "created_at",
};

/** What happened to records of other objects that concern this one, by the name of their object. */
const EVENT_TYPES: Readonly<Record<string, string>> = { approval_request: "approval" };

/** As entries carry it: no microsecond is lost between two pages. */
const MOMENT = /^\d{4}-[01]\d-[0-3]\dT[0-2]\d:[0-5]\d:[0-5]\d(\.\d{1,6})?Z$/;

/** Changes, activities, tasks, notes and files of a record in one stream, newest first. */
export async function recordTimeline(context: Context, object: string, id: string, { before, limit }: TimelineRequest): Promise<Result<unknown>> {
  if (before !== undefined && !MOMENT.test(before)) return refuse({ status: 400, code: "bad_cursor", text: apiMessages.malformed });
  const seen = await getByName(context, object, id);
  if (!seen.ok) return seen;
  const streams = await Promise.all([
    changesOf(context, object, id, before, limit),
    ...Object.entries(ATTACHED).map(([name, at]) => attached(context, name, at, object, id, before, limit)),
  ]);
  const entries = streams
    .flat()
    .sort((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0))
    .slice(0, limit);
  return accept({ data: entries, page: { next: entries.length === limit ? (entries.at(-1)?.at ?? null) : null } });
}

async function changesOf(context: Context, object: string, id: string, before: string | undefined, limit: number): Promise<Entry[]> {
  const answer = await recordChanges(context, object, id, { cursor: undefined, until: before, limit });
  if (!answer.ok) return [];
  const { data } = answer.value as { data: { at: string; about?: string }[] };
  return data.map((change) => ({ at: change.at, type: change.about === undefined ? "change" : (EVENT_TYPES[change.about] ?? change.about), data: change }));
}

async function attached(context: Context, name: string, at: string, object: string, id: string, before: string | undefined, limit: number): Promise<Entry[]> {
  const kind = context.catalog.object(name);
  const link = kind?.byName["regarding"];
  if (!kind || link?.kind !== "link" || !link.targets.includes(object)) return [];
  const moment = kind.byName[at] ? at : "created_at";
  const until = before === undefined ? "" : ` && ${moment} < "${before}"`;
  const found = await list(context, { object: name, filter: `regarding == "${id}"${until}`, sort: `-${moment}`, limit, titles: true });
  if (!found.ok) return [];
  return found.value.data.map((record: Values) => ({ at: String(record[moment] ?? record["created_at"]), type: name, data: record }));
}
