import {
  type Catalog,
  type Context,
  type Principal,
  answering,
  tablesOf,
} from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { mergeRights, onObject } from "../../../../shared/rights/combine-rights.ts";
import { isAdministrator, owned, placesOf } from "./covers.ts";
import { readStandings } from "./standings.ts";
import { sure, uuid } from "../../../../platform/db/columns.ts";
import { type Sql, joined, sql } from "../../../../platform/db/sql.ts";

/**
 * Which of these people own a record that `principal` does not see, of objects of which `principal` does not
 * see all. Where a person sits says nothing of that: their records may lie in departments where they sat
 * before.
 */
export async function unseenOwners(
  db: Executor,
  { workspace }: Context,
  catalog: Catalog,
  principal: Principal,
  people: readonly string[],
): Promise<ReadonlySet<string>> {
  const others = people.filter((id) => id !== principal.id && !principal.reach?.reports.includes(id));
  const held = mergeRights(principal.roles);
  const partly = owned(catalog).filter(
    (object) => onObject(held, object).read !== "all" && catalog.objects.get(object)?.sharing === "owner",
  );
  if (others.length === 0 || partly.length === 0) return new Set();
  const { record } = tablesOf(workspace);
  const of = (object: string): Sql => {
    const places = placesOf(principal, onObject(held, object).read);
    return sql`select distinct owner from ${record(object)} where owner = any(${others}::uuid[]) and deleted_at is null and (department is null or not department = any(${places}::uuid[]))`;
  };
  const rows = await db.query(answering({ owner: sure(uuid) }, joined(partly.map(of), " union ")));
  return new Set(rows.map(({ owner }) => owner));
}

/**
 * Whether `person`, or who reports to them, owns records that the caller does not see. By work on people,
 * hand-overs and moves, nobody gives what they do not see, neither to themselves nor to whoever would do it
 * for them.
 */
export async function ownsUnseen(context: Context, person: string): Promise<boolean> {
  const { principal, catalog } = context;
  if (isAdministrator(principal)) return false;
  const team = (await readStandings(context.db, context, [person])).get(person)?.team ?? [];
  const unseen = await unseenOwners(context.db, context, catalog, principal, [
    person,
    ...team.map(({ id }) => id),
  ]);
  return unseen.size > 0;
}
