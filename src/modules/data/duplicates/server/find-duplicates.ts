import {
  type Context,
  Params,
  accessPredicate,
  fieldRight,
  isReadable,
  statement,
  tableOf,
} from "../../../../engine/public.ts";
import { boolean, integer, json, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { maskTitle } from "../../../../shared/text/mask-title.ts";
import { COMPARED, MATCH_KINDS, type MatchKind, TRAITS } from "../shared/traits.ts";
import { comparedValues } from "./compared-values.ts";
import { KEYS_OF, keysOf } from "./duplicate-keys.ts";
import { type Match, scorePair } from "./score-pair.ts";

/** A record about to be written, or only thought of. */
export interface Probe {
  readonly id?: string;
  readonly values: Values;
}
export interface Found extends Match {
  readonly object: string;
  /** Null when the caller may not see it. */
  readonly id: string | null;
  /** Masked when the caller may not see it. */
  readonly title: string;
  readonly owner_name: string | null;
  /** Nobody's. */
  readonly in_pool: boolean;
}

/** As many records as one key of one probe may bring. */
export const MOST_PER_KEY = 50;
const MOST_FOUND = 20;
const LEAST_SCORE = 0.6;

/**
 * `kinds`: of likeness, where others do not matter; what is found is judged by all that it has in common all
 * the same.
 */
export interface Asked {
  readonly kinds?: readonly MatchKind[];
  readonly compared?: readonly string[];
}

/**
 * For each probe the records it may be the same as, best first. Two statements and one for each object
 * compared with, however many probes. What the caller may not read is neither compared nor said, not by a
 * guard either: what it refuses would tell, number by number.
 */
export async function findDuplicates(
  db: Executor,
  context: Context,
  object: string,
  probes: readonly Probe[],
  { compared = COMPARED[object] ?? [], kinds = MATCH_KINDS }: Asked = {},
): Promise<readonly (readonly Found[])[]> {
  const own = context.catalog.object(object);
  const asked = own
    ? probes.map((probe) => ({ ...probe, values: readablePart(context, own, probe.values) }))
    : probes;
  const pairs = await candidates(db, context, object, asked, { compared, kinds });
  const records = new Map<string, Candidate>();
  for (const name of compared) {
    const ids = [...new Set(pairs.filter((pair) => pair.object === name).map(({ id }) => id))];
    if (ids.length > 0)
      for (const record of await readRecords(db, context, name, ids)) records.set(record.id, record);
  }
  const byProbe = new Map<number, Pair[]>();
  for (const pair of pairs) {
    const known = byProbe.get(pair.n);
    if (known) known.push(pair);
    else byProbe.set(pair.n, [pair]);
  }
  return asked.map((probe, n) => {
    const found = (byProbe.get(n) ?? [])
      .filter((pair) => pair.id !== probe.id)
      .flatMap(({ id }) => scored(object, probe, records.get(id)));
    return found.toSorted((a, b) => b.score - a.score || (a.title < b.title ? -1 : 1)).slice(0, MOST_FOUND);
  });
}

interface Pair {
  readonly n: number;
  readonly object: string;
  readonly id: string;
}
async function candidates(
  db: Executor,
  context: Context,
  object: string,
  probes: readonly Probe[],
  { compared, kinds }: Required<Pick<Asked, "compared" | "kinds">>,
): Promise<readonly Pair[]> {
  const sought = new Set(kinds.flatMap((kind) => KEYS_OF[kind]));
  const keys = probes.flatMap(({ values }, n) =>
    keysOf(object, values, sought).map(({ kind, key }) => ({ n, kind, key })),
  );
  if (keys.length === 0) return [];
  return db.query(sharedKeys(context.workspace, keys, compared));
}
interface SoughtKey {
  readonly n: number;
  readonly kind: string;
  readonly key: string;
}
export const sharedKeys = statement(
  { n: integer, object: text, id: uuid },
  ({ system }, keys: readonly SoughtKey[], compared: readonly string[]) =>
    sql`select distinct p.n, k.object, k.id from unnest(${keys.map(({ n }) => n)}::int[], ${keys.map(({ kind }) => kind)}::text[], ${keys.map(({ key }) => key)}::text[]) as p(n, kind, key)
cross join lateral (select object, id from ${system("duplicate_key")} k where k.kind = p.kind and k.key = p.key and k.object = any(${compared}::text[]) order by k.object, k.id limit ${MOST_PER_KEY}) k`,
);

interface Candidate {
  readonly object: string;
  readonly id: string;
  readonly values: Values;
  readonly title: string;
  readonly seen: boolean;
  readonly owner_name: string | null;
  readonly in_pool: boolean;
}

const candidateColumns = {
  id: uuid,
  owner: orNull(uuid),
  owner_name: orNull(text),
  seen: boolean,
  values: json<Values>(),
};
async function readRecords(
  db: Executor,
  context: Context,
  name: string,
  ids: readonly string[],
): Promise<readonly Candidate[]> {
  const object = context.catalog.object(name);
  const traits = TRAITS[name];
  if (!object || !traits) return [];
  const params = new Params();
  const wanted = params.add(ids, "uuid[]");
  const seen = accessPredicate(context, object, "read", "t", params);
  const rows = await db.query({
    ...params.statement(
      `select t.id, t.owner, u.name as owner_name, (${seen}) as seen, ${comparedValues(traits)} as values from ${tableOf(context.workspace, name)} t
left join ${tableOf(context.workspace, "user")} u on u.id = t.owner where t.id = any(${wanted}) and t.deleted_at is null`,
    ),
    columns: candidateColumns,
  });
  // Of a record that is not seen at all it is told that it exists and whose it is, so that people talk; not
  // against the right on the field.
  const knowsOwner = isReadable(fieldRight(context, object, "owner"));
  return rows.map((row) => ({
    object: name,
    id: row.id,
    values: readablePart(context, object, row.values),
    title: titleOf(context, object, row.values, row.seen),
    seen: row.seen,
    owner_name: knowsOwner ? row.owner_name : null,
    in_pool: knowsOwner && row.owner === null,
  }));
}

function titleOf(context: Context, object: CatalogObject, row: Values, seen: boolean): string {
  const title = String(row[object.title] ?? "");
  const right = fieldRight(context, object, object.title);
  if (right === "hidden") return "****";
  return seen && isReadable(right) ? title : maskTitle(title);
}
/** The values that the caller may read in full. */
export const readablePart = (context: Context, object: CatalogObject, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(([name]) => isReadable(fieldRight(context, object, name))),
  );

function scored(object: string, probe: Probe, record: Candidate | undefined): Found[] {
  const match = record && scorePair({ object, values: probe.values }, record);
  if (!record || !match || match.score < LEAST_SCORE) return [];
  const { title, owner_name, in_pool, seen, id } = record;
  return [{ ...match, object: record.object, id: seen ? id : null, title, owner_name, in_pool }];
}
