import { comment } from "../../objects/work/comment/comment.object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import type { TimelineEntry } from "../../shared/wire/changes.contract.ts";
import type { Context } from "../kernel/context.ts";
import { aggregate } from "../query/aggregate.ts";
import type { TimelineKey } from "./timeline-keys.ts";

/** What a comment is about: a record that hangs on another, or a change (by number) of a record. */
const placeOf = (id: string, change: string): string => `${id} ${change}`;

/**
 * How many comments of entries the caller may read, by the key of the entry; those without any are missing.
 * One statement.
 */
export async function countComments(
  context: Context,
  keys: readonly TimelineKey[],
  asOf: string | undefined,
): Promise<ReadonlyMap<string, number>> {
  const places = new Map(
    keys.map((key) => [key.type === "change" ? placeOf(key.of_id, key.key) : placeOf(key.key, ""), key.key]),
  );
  const ids = [...new Set(keys.map((key) => (key.type === "change" ? key.of_id : key.key)))];
  if (ids.length === 0) return new Map();
  const counted = await aggregate(context, {
    object: comment.name,
    filter: `regarding in ${JSON.stringify(ids)}`,
    group_by: [{ field: "regarding" }, { field: "about_change" }],
    measures: [{ fn: "count" }],
    ...(asOf === undefined ? {} : { as_of: asOf }),
  });
  if (!counted.ok) return new Map();
  return new Map(
    counted.value.groups.flatMap(({ key, values: [count] }) => {
      const { regarding, about_change } = partOf(comment, key);
      const entry = places.get(placeOf(regarding?.id ?? "", String(about_change ?? "")));
      return entry === undefined ? [] : [[entry, Number(count)] as const];
    }),
  );
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
