import { accessPredicate } from "../../../engine/access/predicate.ts";
import type { Action } from "../../../engine/access/rights.ts";
import { titlesFor } from "../../../engine/changes/titles-for.ts";
import type { Context } from "../../../engine/context.ts";
import { Params } from "../../../engine/query/params.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import type { CatalogObject } from "../../../shared/metadata/object.ts";
import type { DiffPerson, DiffSample, ObjectDiff } from "../shared/wire.ts";
import { livingClasses } from "./record-classes.ts";
import type { Holder } from "./role-holders.ts";

const SAMPLES = 5;
/** People for whom the change reads the same: one place in the statement. */
interface Group {
  readonly holders: readonly Holder[];
  readonly first: Holder;
}

/** How many records each person gains and loses for one action: one statement over the table, by the very predicates. Null: nothing changes; late: no time is left to count. */
export async function recordDiff(
  context: Context,
  object: CatalogObject,
  action: Action,
  holders: readonly Holder[],
  longest: number,
): Promise<ObjectDiff | "late" | null> {
  const groups = groupByPredicate(object, action, holders);
  if (groups.length === 0) return null;
  if (longest <= 0) return "late";
  const row = await countChanges(context, object, action, groups, longest);
  const people = groups.flatMap(({ holders: all }, at) =>
    all.map(({ id, name }): DiffPerson => ({ id, name, gained: Number(row[`gained_${at}`] ?? 0), lost: Number(row[`lost_${at}`] ?? 0) })),
  );
  const gaining = people.filter(({ gained }) => gained > 0);
  const losing = people.filter(({ lost }) => lost > 0);
  if (gaining.length + losing.length === 0) return null;
  const groupOf = (kind: "gained" | "lost") => groups.find((_, at) => Number(row[`${kind}_${at}`] ?? 0) > 0);
  return {
    object: object.name,
    action,
    people_gaining: gaining.length,
    people_losing: losing.length,
    records_gained: Number(row["gained"] ?? 0),
    records_lost: Number(row["lost"] ?? 0),
    people: people.toSorted((one, other) => other.gained + other.lost - one.gained - one.lost).slice(0, 5),
    samples: {
      gained: await samplesOf(context, object, action, groupOf("gained")?.first, "gained"),
      lost: await samplesOf(context, object, action, groupOf("lost")?.first, "lost"),
    },
  };
}

function groupByPredicate(object: CatalogObject, action: Action, holders: readonly Holder[]): readonly Group[] {
  const groups = new Map<string, Holder[]>();
  for (const holder of holders) {
    const [before, after] = [asText(holder.before, object, action), asText(holder.after, object, action)];
    if (before === after) continue;
    const key = `${before}\n${after}`;
    groups.set(key, [...(groups.get(key) ?? []), holder]);
  }
  return [...groups.values()].flatMap((all) => (all[0] ? [{ holders: all, first: all[0] }] : []));
}

function asText(context: Context, object: CatalogObject, action: Action): string {
  const params = new Params();
  params.rowOf("t", object.name);
  const sql = accessPredicate(context, object, action, "t", params);
  return `${sql} ${JSON.stringify(params.values)}`;
}

async function countChanges(
  context: Context,
  object: CatalogObject,
  action: Action,
  groups: readonly Group[],
  longest: number,
): Promise<Record<string, string>> {
  const params = new Params();
  params.rowOf("t", object.name);
  const of = (holder: Holder, when: "before" | "after") => accessPredicate(holder[when], object, action, "t", params);
  const inner = groups.flatMap(({ first }, at) => [
    `coalesce((${of(first, "before")}), false) as b${at}`,
    `coalesce((${of(first, "after")}), false) as a${at}`,
  ]);
  const gained = groups.map((_, at) => `(a${at} and not b${at})`);
  const lost = groups.map((_, at) => `(b${at} and not a${at})`);
  const records = (where: string): string => `coalesce(sum(q."_records") filter (where ${where}), 0)`;
  const outer = [
    `${records(gained.join(" or "))} as gained`,
    `${records(lost.join(" or "))} as lost`,
    ...gained.map((sql, at) => `${records(sql)} as gained_${at}`),
    ...lost.map((sql, at) => `${records(sql)} as lost_${at}`),
  ];
  const seenBy = groups.flatMap(({ first }) => [first.before, first.after]);
  const living = livingClasses(context, object, action, seenBy);
  const text = `select ${outer.join(", ")} from (select t."_records", ${inner.join(", ")} from (${living}) t) q`;
  const [row] = await context.db.transaction(
    async (tx) => {
      // Compiling hundreds of conditions takes longer than answering them.
      await tx.query({ text: "set local jit = off" });
      return tx.query<Record<string, string>>(params.statement(text));
    },
    { longer: longest },
  );
  return row ?? {};
}

/** Records that the first of the people concerned gains or loses; titles where the caller may read them. */
async function samplesOf(
  context: Context,
  object: CatalogObject,
  action: Action,
  holder: Holder | undefined,
  kind: "gained" | "lost",
): Promise<readonly DiffSample[]> {
  if (!holder) return [];
  const params = new Params();
  params.rowOf("t", object.name);
  const [before, after] = [accessPredicate(holder.before, object, action, "t", params), accessPredicate(holder.after, object, action, "t", params)];
  const where = kind === "gained" ? `(${after}) and (${before}) is not true` : `(${before}) and (${after}) is not true`;
  const text = `select t.id from ${tableOf(context.workspace, object.name)} t where t.deleted_at is null and ${where} limit ${SAMPLES}`;
  const rows = await context.db.query<{ id: string }>(params.statement(text));
  const titles = await titlesFor(
    context,
    rows.map(({ id }) => ({ object: object.name, id })),
  );
  return rows.map(({ id }) => ({ id, title: titles.get(id) ?? null }));
}
