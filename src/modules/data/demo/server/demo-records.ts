import { type Context, answering, referrersOf, tablesOf } from "../../../../engine/public.ts";
import { orNull, text, uuid, word } from "../../../../platform/db/columns.ts";
import { joined, type Sql, spelled, sql } from "../../../../platform/db/sql.ts";
import { type Executor, ident } from "../../../../platform/db/database.ts";
import { DEMO_SYSTEM } from "./demo-mark.ts";

/** What the story holds records of, so that what others link to goes after them. */
export const REMOVED_IN_ORDER = [
  "comment",
  "task",
  "activity",
  "form_response",
  "file",
  "lead",
  "opportunity",
  "account_tag",
  "contact",
  "account",
  "tag",
  "competitor",
  "price_book_entry",
  "price_book",
  "product",
  "user_role",
  "user",
  "department",
] as const;

type Place = Pick<Context, "db" | "workspace" | "catalog">;

/**
 * Which live rows under the alias `t` the demo load wrote: they say so, and so does the log. A file that names
 * the demo as its source can be imported by anybody, and is theirs.
 */
export const isDemoMade = (workspace: Context["workspace"]): Sql =>
  sql`(t.deleted_at is null and t.source_system = ${DEMO_SYSTEM} and exists (select 1 from ${tablesOf(workspace).system("changes")} c where c.record = t.id and c.kind = 'create' and c.road = 'seed'))`;

/** Demo records of an object behind `after`, in the order of their ids. */
export async function demoRecords(
  db: Executor,
  { workspace }: Place,
  object: string,
  after: string,
  limit: number,
): Promise<readonly string[]> {
  const rows = await db.query(
    answering(
      { id: uuid },
      sql`select t.id from ${tablesOf(workspace).record(object)} t where t.id > ${after}::uuid and ${isDemoMade(workspace)} order by t.id limit ${limit}`,
    ),
  );
  return rows.map(({ id }) => id);
}

export const FIRST_ID = "00000000-0000-0000-0000-000000000000";

/** What people made that hangs on a demo record: it refers to `target` through a link of its own. */
export interface Added {
  readonly object: string;
  readonly id: string;
  readonly title: string | null;
  readonly target: string;
}

/**
 * Records that people made and that refer to demo records, of lists that they can open. Who owns them, and
 * where they lie, is no such link. `of`: only what refers to records of this object.
 */
export async function addedRecords(
  db: Executor,
  { workspace, catalog }: Place,
  limit: number,
  of: readonly string[] = REMOVED_IN_ORDER,
): Promise<readonly Added[]> {
  const { record, system } = tablesOf(workspace);
  const arms = of.flatMap((name) => {
    const demo = catalog.object(name);
    return (demo ? referrersOf(catalog, demo) : []).flatMap((link): readonly Sql[] => {
      const from = catalog.object(link.object);
      if (!from || from.internal || PERSONAL.has(link.field) || PEOPLE.has(name)) return [];
      const [title, column] = [spelled(`x.${ident(from.title)}`), spelled(`x.${ident(link.field)}`)];
      return [
        sql`select ${from.name}::text as object, x.id, ${title}::text as title, t.id as target from ${record(from.name)} x join ${record(name)} t on t.id = ${column}
          where x.deleted_at is null and ${isDemoMade(workspace)}
          and not exists (select 1 from ${system("changes")} c where c.record = x.id and c.kind = 'create' and c.road in ('seed', 'rule'))`,
      ];
    });
  });
  if (arms.length === 0) return [];
  return db.query(
    answering(
      { object: text, id: uuid, title: orNull(text), target: uuid },
      sql`select distinct on (a.object, a.id, a.target) a.object, a.id, a.title, a.target from (${joined(arms, " union all ")}) a order by a.object, a.id, a.target limit ${limit}`,
    ),
  );
}
const PERSONAL = new Set(["owner", "department"]);
/** People and places: what hangs on them changes hands instead. */
const PEOPLE = new Set(["user", "department"]);

/** A record of the company's own of which a field names a demo person or department. */
export interface Owned {
  readonly object: string;
  readonly id: string;
  readonly field: string;
  readonly names: "user" | "department";
}
export async function ownedByDemo(
  db: Executor,
  { workspace, catalog }: Place,
  limit: number,
): Promise<readonly Owned[]> {
  const { record } = tablesOf(workspace);
  const links = (["user", "department"] as const).flatMap((names) => {
    const demo = catalog.object(names);
    const refusing = (demo ? referrersOf(catalog, demo) : []).filter(({ action }) => action === "refuse");
    return refusing.map(({ object, field }) => ({ object, field, names }));
  });
  // Whoever works in a department does not hold it back, but would work nowhere.
  const all = [...links, { object: "user", field: "department", names: "department" as const }];
  const arms = all.map(
    ({ object, field, names }) =>
      sql`select ${object}::text as object, x.id, ${field}::text as field, ${names}::text as names from ${record(object)} x join ${record(names)} t on t.id = ${spelled(`x.${ident(field)}`)}
        where x.deleted_at is null and x.source_system is distinct from ${DEMO_SYSTEM} and ${isDemoMade(workspace)}`,
  );
  return db.query(
    answering(
      { object: text, id: uuid, field: text, names: word<Owned["names"]>() },
      sql`select o.object, o.id, o.field, o.names from (${joined(arms, " union all ")}) o order by o.object, o.id, o.field limit ${limit}`,
    ),
  );
}
