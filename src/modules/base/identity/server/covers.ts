import type { Catalog, Principal } from "../../../../engine/public.ts";
import { parentOf } from "../../../../shared/metadata/object.ts";
import { excess, mergeRights, onObject } from "../../../../shared/rights/combine-rights.ts";
import { type RecordScope, type Rights, SCOPES } from "../../../../shared/rights/rights.ts";

/** Somebody as far as places decide what they see. */
export interface Placed {
  readonly id: string;
  readonly department: string | null;
}
/** Departments as somebody sits in them: their own, and these with all below. */
export type Places = Pick<Principal, "departments" | "subtree">;
export const isAdministrator = (principal: Principal): boolean =>
  principal.kind === "system" || principal.roles.some(({ abilities }) => abilities.includes("*"));

const rank = (scope: RecordScope): number => SCOPES.indexOf(scope);
const reading = (rights: Rights, object: string): RecordScope => onObject(rights, object).read;
/** Objects whose records have owners of their own: places decide about those. */
export const owned = (catalog: Catalog): readonly string[] =>
  [...catalog.objects.values()]
    .filter(({ sharing }) => sharing === "owner" || parentOf(sharing)?.or_owner === true)
    .map(({ name }) => name);

/** The departments whose records somebody in these places sees with the scope `scope`. */
export const placesOf = ({ departments, subtree }: Places, scope: RecordScope): readonly string[] =>
  scope === "subtree" ? subtree : scope === "department" ? departments : [];

/** Whether what these rights show of the departments is shown to `principal` as well. */
export function coversPlaces(
  catalog: Catalog,
  principal: Principal,
  rights: Rights,
  places: Places,
): boolean {
  if (isAdministrator(principal) || places.departments.length === 0) return true;
  const held = mergeRights(principal.roles);
  return owned(catalog).every((object) => {
    const [wanted, has] = [reading(rights, object), reading(held, object)];
    if (has === "all" || (wanted !== "department" && wanted !== "subtree")) return true;
    const mine = placesOf(principal, has);
    return rank(has) >= rank(wanted) && placesOf(places, wanted).every((place) => mine.includes(place));
  });
}

/**
 * Whether what these rights show of the people's records, as somebody they report to, is shown to `principal`
 * as well.
 */
export function coversPeople(
  catalog: Catalog,
  principal: Principal,
  rights: Rights,
  people: readonly Placed[],
): boolean {
  if (isAdministrator(principal) || people.length === 0) return true;
  const held = mergeRights(principal.roles);
  const reports = principal.reach?.reports ?? [];
  return owned(catalog).every((object) => {
    const [wanted, has] = [reading(rights, object), reading(held, object)];
    if (has === "all" || rank(wanted) < rank("reports")) return true;
    if (rank(has) < rank("reports")) return false;
    const mine = placesOf(principal, has);
    return people.every(
      ({ id, department }) =>
        id === principal.id || reports.includes(id) || (department !== null && mine.includes(department)),
    );
  });
}

/**
 * Whether these rights show anything of who reports to their holder that `principal` does not see of
 * everybody anyway.
 */
export function followsReports(catalog: Catalog, principal: Principal, rights: Rights): boolean {
  const held = mergeRights(principal.roles);
  return owned(catalog).some(
    (object) => reading(held, object) !== "all" && rank(reading(rights, object)) >= rank("reports"),
  );
}

/** Whether `principal` sees all records of those of the objects that these rights open at all. */
export function coversObjects(principal: Principal, rights: Rights, objects: Iterable<string>): boolean {
  if (isAdministrator(principal)) return true;
  const held = mergeRights(principal.roles);
  return [...objects].every(
    (object) => reading(rights, object) === "none" || reading(held, object) === "all",
  );
}

/**
 * Whether `principal` has everything that the person has: rights, and the places that these show. Who comes
 * in as them then gains nothing.
 */
export function coversPerson(
  catalog: Catalog,
  principal: Principal,
  person: Principal & { readonly team: readonly Placed[] },
): boolean {
  if (isAdministrator(principal)) return true;
  const rights = mergeRights(person.roles, "most");
  const { abilities, objects } = excess(rights, mergeRights(principal.roles));
  if (abilities.length + objects.length > 0) return false;
  if (person.id === principal.id) return true;
  return (
    coversPlaces(catalog, principal, rights, person) && coversPeople(catalog, principal, rights, person.team)
  );
}
