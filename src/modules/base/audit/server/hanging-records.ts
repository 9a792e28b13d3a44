import { type Context, type Typed, answering, tablesOf } from "../../../../engine/public.ts";
import { uuid } from "../../../../platform/db/columns.ts";
import { NOTHING, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { ident, type Executor } from "../../../../platform/db/database.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Field } from "../../../../shared/metadata/field.ts";

export interface RecordsOf {
  readonly object: CatalogObject;
  readonly ids: readonly string[];
}
export interface Around {
  /** Parts of the person's file: notes, files, activities; what is binned with it. */
  readonly hanging: readonly RecordsOf[];
  /** Messages to colleagues that quote it. */
  readonly quoting: readonly RecordsOf[];
  /** Business of its own that only refers to the person: it stays. */
  readonly staying: readonly RecordsOf[];
}
/** Told to colleagues about a record: of no worth once the record is empty. */
const QUOTES = new Set(["notification", "message"]);
const OF_PEOPLE = new Set(["user"]);

/** All records that refer to one, the binned ones too, and what hangs on those that hang on it. */
export async function recordsAround(
  db: Executor,
  context: Context,
  object: string,
  id: string,
): Promise<Around> {
  const hanging = new Map<string, { object: CatalogObject; ids: Set<string> }>();
  const quoting: RecordsOf[] = [];
  const staying: RecordsOf[] = [];
  let level: { readonly object: string; readonly ids: readonly string[] }[] = [{ object, ids: [id] }];
  for (let depth = 0; depth < 3 && level.length > 0; depth += 1) {
    const next: typeof level = [];
    for (const one of level) {
      for (const { found, field } of await referring(db, context, one.object, one.ids)) {
        if (found.object.name === "erasure_request") continue;
        if (QUOTES.has(found.object.name)) quoting.push(found);
        else if (hangs(field) && !OF_PEOPLE.has(one.object)) {
          const known = hanging.get(found.object.name) ?? { object: found.object, ids: new Set<string>() };
          const fresh = found.ids.filter((id) => !known.ids.has(id));
          fresh.forEach((id) => known.ids.add(id));
          hanging.set(found.object.name, known);
          if (fresh.length > 0) next.push({ object: found.object.name, ids: fresh });
        } else if (depth === 0) staying.push(found);
      }
    }
    level = next;
  }
  return {
    hanging: [...hanging.values()].map(({ object, ids }) => ({ object, ids: [...ids] })),
    quoting,
    staying,
  };
}

const hangs = (field: Field): boolean => field.kind === "link" && field.on_delete === "cascade";

const idsIn = ({ workspace }: Context, { name }: CatalogObject, where: Sql): Typed<{ readonly id: string }> =>
  answering({ id: uuid }, sql`select id from ${tablesOf(workspace).record(name)} where ${where} order by id`);

async function referring(
  db: Executor,
  context: Context,
  target: string,
  ids: readonly string[],
): Promise<readonly { found: RecordsOf; field: Field }[]> {
  const all: { found: RecordsOf; field: Field }[] = [];
  for (const link of context.catalog.inbound.get(target) ?? []) {
    const object = context.catalog.object(link.object);
    const field = object?.byName[link.field];
    if (!object || !field || object.ledger || field.name === "created_by" || field.name === "updated_by")
      continue;
    const isMany = field.kind === "link" && field.targets.length > 1;
    const ofTarget = isMany ? sql` and ${spelled(ident(`${field.name}__object`))} = ${target}` : NOTHING;
    const rows = await db.query(
      idsIn(context, object, sql`${spelled(ident(field.name))} = any(${ids}::uuid[])${ofTarget}`),
    );
    if (rows.length > 0) all.push({ field, found: { object, ids: rows.map((row) => row.id) } });
  }
  return [...all, ...(await listing(db, context, target, ids))];
}

/**
 * Records that name one of these among several: what is first about another, and meetings that a person took
 * part in. They are business of their own.
 */
async function listing(
  db: Executor,
  context: Context,
  target: string,
  ids: readonly string[],
): Promise<readonly { found: RecordsOf; field: Field }[]> {
  const all: { found: RecordsOf; field: Field }[] = [];
  for (const object of context.catalog.objects.values())
    for (const field of object.ledger ? [] : object.fields) {
      if (field.kind !== "links" || !field.targets.includes(target)) continue;
      const [column, objects] = [spelled(ident(field.name)), spelled(ident(`${field.name}__object`))];
      const rows = await db.query(
        idsIn(context, object, sql`${column} && ${ids}::uuid[] and ${target}::text = any(${objects})`),
      );
      if (rows.length > 0) all.push({ field, found: { object, ids: rows.map((row) => row.id) } });
    }
  return all;
}
