import type { CatalogObject } from "../../shared/metadata/object.ts";
import {
  type Action,
  type RecordScope,
  type RoleRights,
  SCOPES,
  isOfDepartments,
  strongestOf,
  weakestOf,
} from "../../shared/rights/rights.ts";
import { rulesOn } from "../../shared/rights/state-rules.ts";
import type { Context } from "../kernel/context.ts";
import { chosenPlaces, granted, type RoleScope } from "./rights-of.ts";
import { conditionSql, inState, type RowAt, type RowCondition } from "./row-condition.ts";

/** What a role gives of records in one state, or of those in none of the states it has rules for. */
export interface StateScope {
  readonly role: RoleScope;
  /** The condition of the rule, as it is written; absent: none of the rules holds. */
  readonly rule?: string;
  /** Records in that state. */
  readonly where: (at: RowAt) => string;
}
export interface ScopesByState {
  /** The roles without rules about the action, each with what it gives of any record. */
  readonly always: readonly RoleScope[];
  readonly states: readonly StateScope[];
  /** SQL: some role gives something of a record in this state, whosever it is. */
  readonly opens: (at: RowAt) => string;
}

/** Whether rules of the caller's roles say something of whose records they may do `action` to. */
export const hasStates = (context: Context, object: CatalogObject, action: Action): boolean =>
  context.principal.kind !== "system" &&
  context.principal.roles.some((role) => rulesFor(role, object, action).length > 0);

const rulesFor = (role: RoleRights, object: CatalogObject, action: Action) =>
  rulesOn(role, object.name).filter((rule) => rule[action] !== undefined);

/** Whose records the caller may do `action` to, role by role and state by state. */
export function scopesByState(context: Context, object: CatalogObject, action: Action): ScopesByState {
  const always: RoleScope[] = [];
  const states: StateScope[] = [];
  for (const role of context.principal.roles) {
    const base = granted(context, role, object.name)[action];
    const places = chosenPlaces(context, role, object.name, action);
    const own = { id: role.id, name: role.name };
    /** Of a rule: departments that were chosen stand for one's own there, too. */
    const as = (scope: RecordScope): RoleScope =>
      role.places !== undefined && isOfDepartments(scope)
        ? { ...own, scope: "reports", places: role.places }
        : { ...own, scope };
    const asBase: RoleScope = { ...own, scope: base, ...(places.length > 0 ? { places } : {}) };
    const rules = rulesFor(role, object, action).map((rule) => ({
      rule: rule.when,
      when: inState(context, object, rule.when),
      scope: rule[action] ?? base,
    }));
    const judged = rules.flatMap(({ rule, when, scope }) =>
      when === undefined ? [] : [{ rule, when, scope }],
    );
    // A rule that cannot be judged any more opens nothing and keeps nothing open.
    if (judged.length < rules.length || rules.length === 0)
      always.push(
        rules.length === 0 ? asBase : as(weakestOf(SCOPES, [base, ...rules.map(({ scope }) => scope)])),
      );
    else {
      for (const [place, { rule, when, scope }] of judged.entries())
        states.push({ role: as(scope), rule, where: only(when, judged.slice(0, place)) });
      states.push({ role: asBase, where: only(true, judged) });
    }
  }
  const given = ({ scope }: RoleScope): boolean => scope !== "none";
  const opening = states.filter(({ role }) => given(role));
  return {
    always: always.filter(given),
    states: opening,
    opens: (at) =>
      always.some(given)
        ? "true"
        : opening.length === 0
          ? "false"
          : `(${opening.map(({ where }) => where(at)).join(" or ")})`,
  };
}

/** This holds and none of the rules before it. */
function only(when: RowCondition, before: readonly { readonly when: RowCondition }[]): (at: RowAt) => string {
  return (at) => {
    const parts = [
      ...(when === true ? [] : [conditionSql(when, at)]),
      ...before.map((rule) => `(${conditionSql(rule.when, at)}) is not true`),
    ];
    return parts.length === 0 ? "true" : parts.join(" and ");
  };
}

/** The widest of these. */
export const widestOf = (roles: readonly RoleScope[]): RecordScope =>
  strongestOf(
    SCOPES,
    roles.map(({ scope }) => scope),
  );
