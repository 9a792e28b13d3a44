import { ident } from "../../../../platform/db/database.ts";
import {
  type FoundRow,
  type GroupKey,
  Params,
  type Reading,
  type Result,
  accept,
  allOf,
  groupKeys,
  narrowing,
  refuse,
  replicaOrPrimary,
  seenSource,
  source,
  withTitles,
} from "../../../../engine/public.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import type { GroupHead } from "../shared/insight-parts.contract.ts";
import { insightMessages } from "./messages.ts";
import type { Question } from "./read-question.ts";

/** A statement in the making over the records `t` that a question is about. */
export interface Prepared {
  readonly question: Question;
  readonly reading: Reading;
  /** `<records> t` */
  readonly from: string;
  /** Living, visible to the caller, and as the filter says. */
  readonly where: string;
  readonly keys: readonly GroupKey[];
  /** Select list of the keys, and their names. */
  readonly keyColumns: readonly { readonly sql: string; readonly as: string }[];
}

export function prepare(question: Question, filter: string): Result<Prepared> {
  const { context, object, asOf, groupBy } = question;
  const params = new Params();
  params.rowOf("t", object.name);
  const reading: Reading = { context, params, ...(asOf === undefined ? {} : { asOf }) };
  const asked = recordsAsked(reading, object, filter);
  if (!asked.ok) return asked;
  const keys = groupKeys(reading, object, groupBy);
  if (!keys.ok) return keys;
  const keyColumns = keys.value.flatMap((key) => key.columns);
  return accept({ question, reading, ...asked.value, keys: keys.value, keyColumns });
}

/** The records `t` that live, that the caller may see and that the filter asks for. */
export function recordsAsked(
  reading: Reading,
  object: CatalogObject,
  filter: string,
): Result<Pick<Prepared, "from" | "where">> {
  const wanted = narrowing(reading, object, "t", { filter });
  if (!wanted.ok) return wanted;
  const seen = seenSource(reading, object, "read", "t");
  return accept({
    from: `${seen.from} t`,
    where: allOf([wanted.value.living, seen.where, wanted.value.asked]),
  });
}

/** Stays of the object's records in the stages of the pipeline, as `v`. */
export function visitsOf({ question, reading }: Prepared): { readonly from: string; readonly where: string } {
  const { visits, object, pipeline } = question;
  const { params } = reading;
  const mine = `v."record__object" = ${params.add(object.name, "text")}`;
  return {
    from: `${source(reading, visits)} v`,
    where: pipeline ? `${mine} and v."pipeline" = ${params.add(pipeline.id, "uuid")}` : mine,
  };
}
/**
 * Of these the stays of the records asked about: what is added up before it is joined to them must not be
 * added up for all others, too.
 */
export function visitsOfThese(prepared: Prepared): { readonly from: string; readonly where: string } {
  const { from, where } = visitsOf(prepared);
  return {
    from,
    where: `${where} and v."record" in (select t."id" from ${prepared.from} where ${prepared.where})`,
  };
}
/** The stay `v` had ended by the moment asked about. */
export const hadLeft = ({ reading, question }: Prepared): string =>
  question.asOf === undefined
    ? `v."left_at" is not null`
    : `v."left_at" <= ${reading.params.add(question.asOf, "timestamptz")}`;
/** `column` of `v` lies in the window. */
export function inWindow({ reading, question }: Prepared, column: string): string {
  const { params } = reading;
  const { since, until } = question;
  const bounds = [
    since && `${column} >= ${params.add(since, "timestamptz")}`,
    until && `${column} < ${params.add(until, "timestamptz")}`,
  ];
  return bounds.filter(Boolean).join(" and ") || "true";
}

const MAX_ROWS = 20_000;

export const selected = (columns: readonly { readonly sql: string; readonly as: string }[]): string =>
  columns.map(({ sql, as }) => `${sql} as ${ident(as)}, `).join("");
/** The names of the keys, each followed by a comma, as columns of `alias`. */
export const named = ({ keyColumns }: Prepared, alias: string): string =>
  keyColumns.map(({ as }) => `${alias}.${ident(as)}, `).join("");

/** Runs `text`, whose columns are the keys and more, with the titles of the keys. */
export async function run(
  { reading, keys, keyColumns }: Prepared,
  text: string,
): Promise<Result<readonly FoundRow[]>> {
  const whole = withTitles(
    keys,
    keyColumns.map(({ as }) => as),
    `${text} limit ${MAX_ROWS + 1}`,
  );
  const rows = await replicaOrPrimary(reading.context).query<FoundRow>(reading.params.statement(whole));
  return rows.length > MAX_ROWS
    ? refuse({ status: 400, code: "too_many_groups", text: insightMessages.too_many_groups })
    : accept(rows);
}

/** The group that a row belongs to. */
export function headOf({ keys }: Prepared, row: FoundRow): GroupHead {
  const key: Values = {};
  const titles: Values = {};
  for (const [at, each] of keys.entries()) {
    key[each.name] = each.read(row);
    const title = row[`_t${at}`];
    if (title !== null && title !== undefined) titles[each.name] = String(title);
  }
  return keys.some((each) => each.title) ? { key, titles } : { key };
}

/** Rows by group, in the order in which the groups appear. */
export function byGroup(
  prepared: Prepared,
  rows: readonly FoundRow[],
): readonly { readonly head: GroupHead; readonly rows: readonly FoundRow[] }[] {
  const groups = new Map<string, { readonly head: GroupHead; readonly rows: FoundRow[] }>();
  for (const row of rows) {
    const head = headOf(prepared, row);
    const name = JSON.stringify(head.key);
    const group = groups.get(name) ?? { head, rows: [] };
    groups.set(name, group);
    group.rows.push(row);
  }
  return [...groups.values()];
}
