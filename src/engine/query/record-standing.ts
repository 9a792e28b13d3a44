import { ident } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { FIELD_RIGHTS, type FieldRight } from "../../shared/rights/rights.ts";
import { fieldsByState, rightSql } from "../access/field-by-state.ts";
import { accessPredicate } from "../access/predicate.ts";
import { hasStates } from "../access/scopes-by-state.ts";
import type { Context } from "../kernel/context.ts";
import type { FoundRow } from "./present.ts";
import type { Reading } from "./reading.ts";

/** What the state of a record leaves its caller, as far as rules by state ask. */
export interface RecordStanding {
  readonly able?: { readonly update: boolean; readonly delete: boolean };
  readonly fields: ReadonlyMap<string, FieldRight>;
}
/** By the record as it was read. */
const known = new WeakMap<Values, RecordStanding>();
const MAY = { update: "_may_update", delete: "_may_delete" } as const;
const RIGHT = "_right_";

const dependsOnState = (context: Context, object: CatalogObject): boolean =>
  (["read", "update", "delete"] as const).some((action) => hasStates(context, object, action));

/** Columns that tell it along with the record, so that nothing is asked a second time; none without such rules. */
export function standingOutputs(
  { context, params, asOf }: Reading,
  alias: string,
  object: CatalogObject,
): string[] {
  if (asOf !== undefined) return [];
  const at = { context, params, alias };
  const able = dependsOnState(context, object)
    ? (["update", "delete"] as const).map(
        (action) => `(${accessPredicate(context, object, action, alias, params)}) as ${ident(MAY[action])}`,
      )
    : [];
  const fields = [...fieldsByState(context, object)].map(
    ([name, state]) => `${rightSql(state, at)} as ${ident(RIGHT + name)}`,
  );
  return [...able, ...fields];
}

/** Keeps with a record what its row told of it. */
export function keepStanding(context: Context, object: CatalogObject, record: Values, row: FoundRow): void {
  const fields = new Map(
    [...fieldsByState(context, object).keys()].flatMap((name): [string, FieldRight][] => {
      const told = FIELD_RIGHTS.find((right) => right === row[RIGHT + name]);
      return told === undefined ? [] : [[name, told]];
    }),
  );
  const isAble = MAY.update in row;
  if (!isAble && fields.size === 0) return;
  known.set(record, {
    ...(isAble ? { able: { update: row[MAY.update] === true, delete: row[MAY.delete] === true } } : {}),
    fields,
  });
}
export const standingOf = (record: Values): RecordStanding | undefined => known.get(record);
