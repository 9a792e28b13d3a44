import type { Context } from "../kernel/context.ts";
import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { systemTable } from "./names.ts";
import { latestOf } from "./has-latest.ts";
import { WORD_BITS } from "./searched-apart.ts";
import { bitsOfRecord, hasWordBits, NO_BITS } from "./word-bits.ts";

const AT_ONCE = 500;
const FIRST_ID = "00000000-0000-0000-0000-000000000000";
/** Where each object's filling stands in this process; null once it is done. */
const places = new WeakMap<Context["workspace"], Map<string, string | null>>();

/**
 * Gives the records from before there were bits of words their own, some at a time, behind the readers of the
 * log; says whether there are more. Until then their words are looked up as before. What is written meanwhile
 * has its bits from its own triggers and is left alone.
 */
export async function fillWordBits(context: Context): Promise<boolean> {
  const known = places.get(context.workspace) ?? new Map<string, string | null>();
  places.set(context.workspace, known);
  for (const object of context.catalog.objects.values()) {
    if (!hasWordBits(object)) continue;
    const after =
      known.get(object.name) ??
      (known.has(object.name) || (await isFilled(context, object)) ? null : FIRST_ID);
    const last = after === null ? null : await fillPage(context, object, after);
    known.set(object.name, last);
    if (last !== null) return true;
    if (after !== null) await remember(context, object);
  }
  return false;
}

/**
 * Waits for no writer, so that none waits for it in turn: rows that somebody changes get their bits from
 * that.
 */
async function fillPage(
  { db, workspace }: Context,
  object: CatalogObject,
  after: string,
): Promise<string | null> {
  const table = latestOf(workspace, object.name);
  const bits = ident(WORD_BITS);
  const [last] = await db.query<{ id: string }>({
    text: `with part as materialized (select id from ${table} where id > $1 and ${bits} is null order by id limit ${AT_ONCE} for update skip locked),
      put as (update ${table} l set ${bits} = coalesce(${bitsOfRecord(workspace, object.name, "l.id")}, ${NO_BITS}) from part where l.id = part.id and l.${bits} is null)
      select id from part order by id desc limit 1`,
    values: [after],
  });
  return last?.id ?? null;
}

const markOf = (object: CatalogObject): string => `once:word_bits:${object.name}`;
async function isFilled({ db, workspace }: Context, object: CatalogObject): Promise<boolean> {
  const rows = await db.query({
    text: `select from ${systemTable(workspace, "derived_state")} where name = $1`,
    values: [markOf(object)],
  });
  return rows.length > 0;
}
const remember = ({ db, workspace }: Context, object: CatalogObject): Promise<unknown> =>
  db.query({
    text: `insert into ${systemTable(workspace, "derived_state")} (name, digest) values ($1, '') on conflict (name) do nothing`,
    values: [markOf(object)],
  });
