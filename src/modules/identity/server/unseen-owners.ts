import type { Catalog } from "../../../engine/catalog/catalog.ts";
import type { Context, Principal } from "../../../engine/context.ts";
import type { Executor } from "../../../platform/db/database.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import { mergeRights, onObject } from "../shared/rights.ts";
import { isAdministrator, owned, placesOf } from "./covers.ts";
import { readStandings } from "./standings.ts";

/**
 * Which of these people own a record that `principal` does not see, of objects of which `principal` does not see all. Where a person sits says
 * nothing of that: their records may lie in departments where they sat before.
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
  const partly = owned(catalog).filter((object) => onObject(held, object).read !== "all" && catalog.objects.get(object)?.sharing === "owner");
  if (others.length === 0 || partly.length === 0) return new Set();
  const values: unknown[] = [others];
  const of = (object: string): string => {
    values.push(placesOf(principal, onObject(held, object).read));
    const place = `(department is null or not department = any($${values.length}::uuid[]))`;
    return `select distinct owner from ${tableOf(workspace, object)} where owner = any($1::uuid[]) and deleted_at is null and ${place}`;
  };
  const rows = await db.query<{ owner: string }>({ text: partly.map(of).join(" union "), values });
  return new Set(rows.map(({ owner }) => owner));
}

/** Where records of somebody would go: to other people, or along into a department. */
export interface Destination {
  readonly people?: readonly string[];
  readonly departments?: readonly string[];
}
/** Whether the caller would see records of `person` that they do not see now, once these are there: nobody widens themselves by work on people. */
export async function wouldSeeMore(context: Context, person: string, { people = [], departments = [] }: Destination): Promise<boolean> {
  const { principal, catalog } = context;
  if (isAdministrator(principal)) return false;
  const standings = await readStandings(context.db, context, [person, ...people]);
  // Who reports to the person goes to whoever succeeds them.
  const concerned = [person, ...(people.length === 0 ? [] : (standings.get(person)?.team ?? []).map(({ id }) => id))];
  const unseen = await unseenOwners(context.db, context, catalog, principal, concerned);
  if (unseen.size === 0) return false;
  if (people.some((id) => id === principal.id || principal.reach?.reports.includes(id))) return true;
  const held = mergeRights(principal.roles);
  const mine = new Set(owned(catalog).flatMap((object) => placesOf(principal, onObject(held, object).read)));
  if (mine.size === 0) return false;
  const seats = people.flatMap((id) => standings.get(id)?.department ?? []);
  return [...departments, ...seats].some((department) => mine.has(department));
}
