import { integer, orNull, type RowOf, text, uuid, word } from "../../../../platform/db/columns.ts";
import { setImmediate } from "node:timers/promises";
import {
  type Context,
  type ParamType,
  Params,
  accessPredicate,
  tableOf,
  titlesFor,
} from "../../../../engine/public.ts";
import type { Action } from "../../../../shared/rights/rights.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { DiffPerson, DiffSample, ObjectDiff } from "../shared/role-diff.contract.ts";
import { livingClasses } from "./record-classes.ts";
import type { Holder } from "./role-holders.ts";
import { RowParams } from "./row-params.ts";

const SAMPLES = 5;
const MOST_PEOPLE = 5;
/** Holders whose conditions are made in one go: between them others are served. */
const AT_ONCE = 200;
const ACTIONS: readonly Action[] = ["read", "update", "delete"];

/**
 * People for whom the change of one action reads alike, but for their own values: one place in the statement.
 */
interface Shape {
  readonly action: Action;
  readonly before: string;
  readonly after: string;
  readonly types: readonly ParamType[];
  /** By place in the list of holders. */
  readonly rows: { readonly holder: number; readonly cells: Readonly<Record<string, unknown>> }[];
}
/** What one holder gains and loses by one action; holder null: distinct records that anybody does. */
const counted = { action: word<Action>(), holder: orNull(integer), gained: text, lost: text };
type Counted = RowOf<typeof counted>;

/**
 * How many records each person gains and loses: one statement for all people and actions, by the very
 * predicates that every other road asks. "late": it did not end in `longest` milliseconds.
 */
export async function recordDiff(
  context: Context,
  object: CatalogObject,
  holders: readonly Holder[],
  longest: number,
): Promise<readonly ObjectDiff[] | "late"> {
  const shapes = await shapesOf(object, holders);
  if (shapes.length === 0) return [];
  if (longest <= 0) return "late";
  const counted = await countChanges(context, object, holders, shapes, longest);
  if (counted === "late") return "late";
  const diffs: ObjectDiff[] = [];
  for (const action of ACTIONS) {
    const own = counted.filter((row) => row.action === action);
    const all = own.find(({ holder }) => holder === null);
    if (all) diffs.push(await diffOf(context, object, action, all, peopleOf(holders, own)));
  }
  return diffs;
}

interface Changed extends DiffPerson {
  readonly holder: Holder;
}
function peopleOf(holders: readonly Holder[], counted: readonly Counted[]): readonly Changed[] {
  return counted.flatMap(({ holder: place, gained, lost }): Changed[] => {
    const holder = place === null ? undefined : holders[place];
    return holder
      ? [{ id: holder.id, name: holder.name, gained: Number(gained), lost: Number(lost), holder }]
      : [];
  });
}

async function diffOf(
  context: Context,
  object: CatalogObject,
  action: Action,
  all: Counted,
  people: readonly Changed[],
): Promise<ObjectDiff> {
  const most = people.toSorted(
    (one, other) => other.gained + other.lost - one.gained - one.lost || (one.id < other.id ? -1 : 1),
  );
  const samples = (kind: "gained" | "lost") =>
    samplesOf(
      context,
      object,
      action,
      most.find((person) => person[kind] > 0),
      kind,
    );
  return {
    object: object.name,
    action,
    people_gaining: people.filter(({ gained }) => gained > 0).length,
    people_losing: people.filter(({ lost }) => lost > 0).length,
    records_gained: Number(all.gained),
    records_lost: Number(all.lost),
    people: most.slice(0, MOST_PEOPLE).map(({ id, name, gained, lost }) => ({ id, name, gained, lost })),
    samples: { gained: await samples("gained"), lost: await samples("lost") },
  };
}

async function shapesOf(object: CatalogObject, holders: readonly Holder[]): Promise<readonly Shape[]> {
  const shapes = new Map<string, Shape>();
  for (const [place, holder] of holders.entries()) {
    if (place % AT_ONCE === AT_ONCE - 1) await setImmediate();
    for (const action of ACTIONS) {
      const row = new RowParams("h");
      row.rowOf("t", object.name);
      const [before, after] = [
        accessPredicate(holder.before, object, action, "t", row),
        accessPredicate(holder.after, object, action, "t", row),
      ];
      if (before === after) continue;
      const key = [action, before, after, ...row.types].join("\n");
      const shape = shapes.get(key) ?? { action, before, after, types: row.types, rows: [] };
      shapes.set(key, shape);
      shape.rows.push({ holder: place, cells: row.cells });
    }
  }
  return [...shapes.values()];
}

async function countChanges(
  context: Context,
  object: CatalogObject,
  holders: readonly Holder[],
  shapes: readonly Shape[],
  longest: number,
): Promise<readonly Counted[] | "late"> {
  const params = new Params();
  const affected = new Set(shapes.flatMap(({ rows }) => rows.map(({ holder }) => holder)));
  const seenBy = [...affected].flatMap((place) => {
    const holder = holders[place];
    return holder ? [holder.after, holder.before] : [];
  });
  const { sql: living, few } = livingClasses(context, object, seenBy, params);
  const pairs = shapes.map((shape, at) => pairsOf(shape, at, params));
  const text = `with living as ${few ? "materialized" : "not materialized"} (${living}),
${shapes.map((shape, at) => `h${at} as materialized (${rowsOf(shape, params)})`).join(",\n")},
pairs as not materialized (${pairs.join("\nunion all ")}),
sums as (select action, holder, id, sum(n) filter (where gained) as gained, sum(n) filter (where not gained) as lost, max(n) as n, grouping(id) as people
  from pairs group by grouping sets ((action, holder), (action, id)))
select action, holder, coalesce(gained, 0)::text as gained, coalesce(lost, 0)::text as lost from sums where people = 1
union all select action, null, coalesce(sum(n) filter (where gained > 0), 0)::text, coalesce(sum(n) filter (where lost > 0), 0)::text from sums where people = 0 group by action`;
  try {
    return await context.db.transaction(
      async (tx) => {
        // Compiling conditions takes longer than answering them.
        await tx.query({ text: "set local jit = off" });
        return tx.query({ ...params.statement(text), columns: counted });
      },
      { longer: longest },
    );
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === TIMED_OUT) return "late";
    throw error;
  }
}
const TIMED_OUT = "57014";

/** The people of a shape with their values, one row each. */
function rowsOf({ types, rows }: Shape, params: Params): string {
  const cells = rows.map(({ holder, cells: own }) => ({ ...own, holder }));
  const columns = ["holder integer", ...types.map((type, at) => `p${at} ${type}`)];
  return `select * from jsonb_to_recordset(${params.add(JSON.stringify(cells), "jsonb")}) as h(${columns.join(", ")})`;
}
/** Each person with each class of records that they gain or lose. */
function pairsOf({ action, before, after }: Shape, at: number, params: Params): string {
  return `select ${params.add(action, "text")} as action, q.holder, q.id, q.n, q.a as gained
  from (select h.holder, t."id", t."_records" as n, coalesce(${before}, false) as b, coalesce(${after}, false) as a from living t cross join h${at} h) q where q.a <> q.b`;
}

/** Records that one of the people concerned gains or loses; titles where the caller may read them. */
async function samplesOf(
  context: Context,
  object: CatalogObject,
  action: Action,
  person: Changed | undefined,
  kind: "gained" | "lost",
): Promise<readonly DiffSample[]> {
  if (!person) return [];
  const params = new Params();
  params.rowOf("t", object.name);
  const [before, after] = [
    accessPredicate(person.holder.before, object, action, "t", params),
    accessPredicate(person.holder.after, object, action, "t", params),
  ];
  const where =
    kind === "gained" ? `(${after}) and (${before}) is not true` : `(${before}) and (${after}) is not true`;
  const found = `select t.id from ${tableOf(context.workspace, object.name)} t where t.deleted_at is null and ${where} limit ${SAMPLES}`;
  const rows = await context.db.query({ ...params.statement(found), columns: { id: uuid } });
  const titles = await titlesFor(
    context,
    rows.map(({ id }) => ({ object: object.name, id })),
  );
  return rows.map(({ id }) => ({ id, title: titles.get(id) ?? null }));
}
