import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { FIELD_RIGHTS, type FieldRight, type RoleRights } from "../../shared/rights/rights.ts";
import { rulesOn } from "../../shared/rights/state-rules.ts";
import { stateCondition } from "../catalog/state-condition.ts";
import type { Context } from "../kernel/context.ts";
import { readsOf } from "./computed-reads.ts";
import { fieldRight, fieldRights, fixedRight, isComputed, isReadable, rolesOn, saidOf } from "./rights-of.ts";
import {
  both,
  conditionSql,
  either,
  firstOf,
  inState,
  type RowAt,
  type RowCondition,
} from "./row-condition.ts";

/** What the caller may do with a field whose right follows from the state of the record. */
export interface ByState {
  readonly least: FieldRight;
  readonly most: FieldRight;
  /** Of a record: at least this much. */
  readonly atLeast: (right: FieldRight) => RowCondition;
}
const NONE: ReadonlyMap<string, ByState> = new Map();
/** By the rights on the fields, which belong to one object under one set of definitions. */
const known = new WeakMap<object, ReadonlyMap<string, ByState>>();
const rank = (right: FieldRight): number => FIELD_RIGHTS.indexOf(right);

/** The fields whose right differs from record to record; none where no role has rules about them. */
export function fieldsByState(context: Context, object: CatalogObject): ReadonlyMap<string, ByState> {
  if (!context.principal.roles.some((role) => rulesOn(role, object.name).length > 0)) return NONE;
  const rights = fieldRights(context, object);
  const found = known.get(rights) ?? findByState(context, object, rights);
  known.set(rights, found);
  return found;
}

function findByState(
  context: Context,
  object: CatalogObject,
  least: ReadonlyMap<string, FieldRight>,
): ReadonlyMap<string, ByState> {
  if (context.principal.kind === "system") return NONE;
  const most = fieldRights(context, object, "most");
  return new Map(
    object.fields.flatMap((field): [string, ByState][] => {
      const [from, to] = [least.get(field.name) ?? "hidden", most.get(field.name) ?? "hidden"];
      if (from === to) return [];
      const atLeast = (right: FieldRight): RowCondition =>
        rank(from) >= rank(right) ||
        (rank(to) >= rank(right) && withReads(context, object, field, right, []));
      return [[field.name, { least: from, most: to, atLeast }]];
    }),
  );
}

/** What is computed is worth on a record what the fields of that record are worth that it reads. */
function withReads(
  context: Context,
  object: CatalogObject,
  field: Field,
  right: FieldRight,
  path: readonly string[],
): RowCondition {
  const own = ownCondition(context, object, field, right);
  if (path.includes(field.name)) return own;
  const reads = readsOf(context.catalog, object, field).map((read): RowCondition => {
    const target = context.catalog.object(read.object);
    const inner = target?.byName[read.field];
    if (!target || !inner) return true;
    const passes = (one: FieldRight): boolean =>
      rank(one) >= rank(right) || (isReadable(one) && !isComputed(field));
    if (target.name !== object.name) return passes(fieldRight(context, target, inner.name));
    const levels = FIELD_RIGHTS.filter(passes);
    return either(
      levels.slice(0, 1).map((one) => withReads(context, object, inner, one, [...path, field.name])),
    );
  });
  return both([own, ...reads]);
}

function ownCondition(
  context: Context,
  object: CatalogObject,
  field: Field,
  right: FieldRight,
): RowCondition {
  const fixed = fixedRight(context, object, field);
  if (fixed !== undefined) return rank(fixed) >= rank(right);
  return either(rolesOn(context, object).map((role) => saidInState(context, object, field, role, right)));
}

function saidInState(
  context: Context,
  object: CatalogObject,
  field: Field,
  role: RoleRights,
  right: FieldRight,
): RowCondition {
  const base = saidOf(role, object, field);
  const rules = rulesOn(role, object.name).flatMap(({ when, fields }) => {
    const says = fields && Object.hasOwn(fields, field.name) ? fields[field.name] : undefined;
    return says === undefined ? [] : [{ when: inState(context, object, when), says }];
  });
  // A rule that cannot be judged any more opens nothing and keeps nothing open.
  if (rules.some(({ when }) => when === undefined))
    return [base, ...rules.map(({ says }) => says)].every((one) => rank(one) >= rank(right));
  return firstOf(
    rules.flatMap(({ when, says }) =>
      when === undefined ? [] : [{ when, says: rank(says) >= rank(right) }],
    ),
    rank(base) >= rank(right),
  );
}

/** Where, on which records, the caller reads a field in full. */
export function readableWhere(context: Context, object: CatalogObject, field: string): RowCondition {
  const byState = fieldsByState(context, object).get(field);
  return byState ? byState.atLeast("read") : isReadable(fieldRight(context, object, field));
}

/** SQL of what the caller may do with a field of a row, by its name. */
export const rightSql = ({ atLeast }: ByState, at: RowAt): string =>
  `case when ${conditionSql(atLeast("edit"), at)} then 'edit' when ${conditionSql(atLeast("read"), at)} then 'read' when ${conditionSql(atLeast("mask"), at)} then 'mask' else 'hidden' end`;

/** The fields that say in which state a record is, as far as rules of the caller ask. */
export function fieldsOfStates(context: Context, object: CatalogObject): readonly string[] {
  const { catalog, principal } = context;
  const rules = principal.roles.flatMap((role) => rulesOn(role, object.name));
  return [
    ...new Set(
      rules.flatMap(({ when }) => {
        const judged = stateCondition(catalog, object.name, when);
        return judged.ok ? judged.expression.references.fields : [];
      }),
    ),
  ];
}
