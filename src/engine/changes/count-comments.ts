import { comment } from "../../objects/work/comment/comment.object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import type { TimelineEntry } from "../../shared/wire/changes.contract.ts";
import type { Context } from "../kernel/context.ts";
import { aggregate } from "../query/aggregate.ts";
import type { TimelineKey } from "./timeline-keys.ts";

/** What a comment is about: a record that hangs on another, or a change (by number) of a record. */
const placeOf = (id: string, change: string): string => `${id} ${change}`;

/**
 * How many comments of entries the caller may read, by the key of the entry; those without any are missing. Of a
 * comment on the record itself its answers are counted. One statement.
 */
export async function countComments(
  context: Context,
  keys: readonly TimelineKey[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const threads = keys.flatMap(({ type, key }) => (type === comment.name ? [key] : []));
  const places = new Map(
    keys.map((key) => [key.type === "change" ? placeOf(key.of_id, key.key) : placeOf(key.key, ""), key.key]),
  );
  const ids = [...new Set(keys.map((key) => (key.type === "change" ? key.of_id : key.key)))];
  if (ids.length === 0) return new Map();
  const answers = threads.length > 0 ? ` || reply_to in ${JSON.stringify(threads)}` : "";
  const counted = await aggregate(context, {
    object: comment.name,
    filter: `regarding in ${JSON.stringify(ids)}${answers}`,
    group_by: [{ field: "regarding" }, { field: "about_change" }, { field: "reply_to" }],
    measures: [{ fn: "count" }],
    ...(asOf === undefined ? {} : { as_of: asOf }),
  });
  if (!counted.ok) return new Map();
  const counts = new Map<string, number>();
  for (const { key, values } of counted.value.groups) {
    const { regarding, about_change, reply_to } = partOf(comment, key);
    const place = places.get(placeOf(regarding?.id ?? "", String(about_change ?? "")));
    const entry = place ?? threads.find((id) => id === reply_to);
    if (entry !== undefined) counts.set(entry, (counts.get(entry) ?? 0) + Number(values[0]));
  }
  return counts;
}

/** The entry, with how many comments it has where it has any. */
export const withComments = (
  entry: TimelineEntry,
  key: string,
  counts: ReadonlyMap<string, number>,
): TimelineEntry => {
  const comments = counts.get(key);
  return comments === undefined ? entry : { ...entry, comments };
};
