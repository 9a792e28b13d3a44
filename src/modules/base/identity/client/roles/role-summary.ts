import type { ObjectInfo } from "../../../../../ui/data/objects.ts";
import { onObject } from "../../../../../shared/rights/combine-rights.ts";
import {
  type ObjectRights,
  type RecordScope,
  type Rights,
  SCOPES,
} from "../../../../../shared/rights/rights.ts";

type Named = Pick<ObjectInfo, "name" | "area" | "custom">;

/** Every object that is not named for itself. */
export const OTHERS = "*";

/** What people work with; the rest is of the system, such as lines, links and settings. */
export const isOfWork = ({ area, custom }: Named): boolean =>
  custom === true || (area !== undefined && area !== "settings");

const isSame = (one: ObjectRights, other: ObjectRights): boolean =>
  one.create === other.create &&
  one.read === other.read &&
  one.update === other.update &&
  one.delete === other.delete;

/** Objects of work whose rights are not those of all others: what tells one role from the next. */
export const differing = (rights: Rights, objects: readonly Named[]): readonly string[] =>
  objects
    .filter(isOfWork)
    .map(({ name }) => name)
    .filter((name) => !isSame(onObject(rights, name), onObject(rights, OTHERS)));

/**
 * Whose records a role reads and changes for most of what people work with; of two that are as frequent the
 * wider.
 */
export function usualScope(
  rights: Rights,
  objects: readonly Named[],
  action: "read" | "update",
): RecordScope {
  const found = objects.filter(isOfWork).map(({ name }) => onObject(rights, name)[action]);
  const times = (scope: RecordScope) => found.filter((one) => one === scope).length;
  return SCOPES.reduce((best, scope) => (times(scope) >= times(best) ? scope : best), SCOPES[0]);
}
