import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";
import type { Grant } from "./grant.ts";
import { accessGrants, accessPredicate } from "./predicate.ts";
import type { Action } from "../../shared/rights/rights.ts";
import { type Row, subjectColumns } from "./explain-row.ts";
import { type Subject, subjectOf } from "./explain-subject.ts";

/** A way, and whether it holds for the row. */
export interface Tried {
  readonly grant: Grant;
  readonly held: boolean;
}

/** The record, and every way that was tried on its row. */
export interface Found {
  readonly subject: Subject;
  /** What the very predicate of every read and write says of this row. */
  readonly allowed: boolean;
  readonly tried: readonly Tried[];
}

/** Has the database evaluate each way on the row; null where there is none. */
export async function tryGrants(
  context: Context,
  object: CatalogObject,
  id: string,
  action: Action,
): Promise<Found | null> {
  const params = new Params();
  params.rowOf("t", object.name);
  const grants = accessGrants(context, object, action, "t", params);
  const whole = accessPredicate(context, object, action, "t", params);
  const shown = [
    ...subjectColumns(object, params),
    `(${whole}) as "its_whole"`,
    ...grants.map((grant, at) => `(${grant.sql}) as "way_${at}"`),
  ];
  const statement = params.statement(
    `select ${shown.join(", ")} from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(id, "uuid")}`,
  );
  const [row] = await context.db.query<Row>(statement);
  if (!row) return null;
  return {
    subject: subjectOf(object, id, row),
    allowed: row.its_whole === true,
    tried: grants.map((grant, at) => ({ grant, held: row[`way_${at}`] === true })),
  };
}

/** One line for each kind of way, however many of it there are: held when any of them holds. */
export function groupByWhy(tried: readonly Tried[]): readonly Tried[] {
  const kinds = new Map<string, Tried>();
  for (const one of tried) {
    const { rule, state, source } = one.grant.because ?? {};
    const kind = `${one.grant.why} ${rule?.id ?? source ?? ""} ${state ? `${state.role.id} ${state.when}` : ""}`;
    const known = kinds.get(kind);
    if (!known || (one.held && !known.held)) kinds.set(kind, one);
  }
  return [...kinds.values()];
}
