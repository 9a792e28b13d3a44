import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import { nameKey } from "../../shared/text/name-key.ts";
import type { Context } from "../kernel/context.ts";
import { isWithoutKey, nameField } from "./name-order.ts";
import { historyOf, orderColumn, tableOf } from "./names.ts";

const AT_ONCE = 500;
/** Older programs may write beside this one for a while. */
const AGAIN_MS = 60_000;
const AT_START_MS = 5_000;
/** So long it goes on before others have their turn: between turns it rests nine times as long. */
const TURN_MS = 1_000;

/** A table whose names may lack keys, and the place up to which they have been looked at. */
interface Filling {
  readonly table: string;
  readonly field: Field;
  readonly key: "id" | "hid";
  readonly type: "uuid" | "bigint";
  readonly first: string;
}
interface Place {
  after: string | undefined;
  /** When it was found whole. */
  whole: number;
}
const places = new WeakMap<Context["workspace"], Map<string, Place>>();

/**
 * Gives names from before there were keys, and those that an older version of the program has written since,
 * what they are sorted by, for a moment at a time; says whether there are more. What lists show comes before the
 * past.
 */
export async function fillNameKeys(context: Context): Promise<boolean> {
  const known = places.get(context.workspace) ?? new Map<string, Place>();
  places.set(context.workspace, known);
  const begun = performance.now();
  for (const filling of fillingsOf(context)) {
    const place = known.get(filling.table) ?? { after: filling.first, whole: 0 };
    known.set(filling.table, place);
    if (place.after === undefined && performance.now() - place.whole < AGAIN_MS) continue;
    do {
      if (performance.now() - begun > TURN_MS) return true;
      place.after = await fillPage(context, filling, place.after ?? filling.first);
    } while (place.after !== undefined);
    place.whole = performance.now();
  }
  return false;
}

/** At start, as far as nobody waits for it: a company of some ten thousand names is sorted from the first list. */
export async function fillNameKeysAtStart(context: Context): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < AT_START_MS && (await fillNameKeys(context)));
}

const LIVE = { key: "id", type: "uuid", first: "00000000-0000-0000-0000-000000000000" } as const;
const PAST = { key: "hid", type: "bigint", first: "0" } as const;
function fillingsOf({ workspace, catalog }: Context): readonly Filling[] {
  const named = [...catalog.objects.values()].flatMap((object) => {
    const field = nameField(object);
    return field ? [{ object: object.name, field }] : [];
  });
  return [
    ...named.map(({ object, field }) => ({ table: tableOf(workspace, object), field, ...LIVE })),
    ...named.map(({ object, field }) => ({ table: historyOf(workspace, object), field, ...PAST })),
  ];
}

/** A name that is changed meanwhile has its key from that: only the name that was read is given one. */
async function fillPage(
  { db }: Context,
  { table, field, key, type }: Filling,
  after: string,
): Promise<string | undefined> {
  const name = ident(field.name);
  const rows = await db.query<{ key: string; name: string }>({
    text: `select ${key}::text as key, ${name} as name from ${table} where ${isWithoutKey(field)} and ${key} > $1::${type} order by ${key} limit ${AT_ONCE}`,
    values: [after],
  });
  if (rows.length === 0) return undefined;
  await db.query({
    text: `update ${table} t set ${ident(orderColumn(field))} = r.of from unnest($1::${type}[], $2::text[], $3::text[]) as r(key, name, of) where t.${key} = r.key and t.${name} = r.name`,
    values: [rows.map((row) => row.key), rows.map((row) => row.name), rows.map((row) => nameKey(row.name))],
  });
  return rows.at(-1)?.key;
}
