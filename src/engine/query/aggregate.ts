import { ident, type Statement } from "../../platform/db/database.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { readAsOf } from "./as-of.ts";
import { narrowing, type Narrowed } from "./conditions.ts";
import { countMaskedSearch } from "./count-masked-search.ts";
import type { AggregateRequest } from "./contract.ts";
import type { AggregateAnswer } from "../../shared/wire/records.contract.ts";
import { type GroupKey, groupKeys } from "./group-keys.ts";
import { type Measure, measures } from "./measures.ts";
import { areTotalsReady } from "../totals/totals-ready.ts";
import { totalsFor, totalsStatement } from "./totals-statement.ts";
import { badRequest, unknownObject } from "./messages.ts";
import { Params } from "../kernel/params.ts";
import type { FoundRow } from "./present.ts";
import { replicaOrPrimary, type Reading } from "./reading.ts";
import { allOf, seenSource } from "./source.ts";

const MAX_GROUPS = 1000;

/**
 * Counts and sums of the records that the caller may see, by group. One statement.
 * @example aggregate(context, { object: "opportunity", group_by: [{ field: "stage" }], measures: [{ fn: "count" }, { fn: "sum", field: "amount" }] })
 */
export async function aggregate(
  context: Context,
  request: AggregateRequest,
): Promise<Result<AggregateAnswer>> {
  const object = context.catalog.object(request.object);
  if (!object) return unknownObject(request.object);
  const shape = totalsFor(context, object, request);
  const kept = shape !== undefined && (await areTotalsReady(context, object, shape));
  const prepared = prepareAggregate(context, object, request, { kept });
  if (!prepared.ok) return prepared;
  const counted = await countMaskedSearch(context, [object], request.search);
  if (!counted.ok) return counted;
  const { statement, keys, measured } = prepared.value;
  // Kept totals cost the primary next to nothing, and boards want them at once.
  const rows = await (kept ? context.db : replicaOrPrimary(context)).query<FoundRow>(statement);
  const groups = rows.slice(0, limitOf(request)).map((row) => groupOf(row, keys, measured));
  return accept(groups.length < rows.length ? { groups, more: true } : { groups });
}

const limitOf = ({ limit }: AggregateRequest): number => limit ?? MAX_GROUPS;

export interface PreparedAggregate {
  readonly statement: Statement;
  readonly keys: readonly GroupKey[];
  readonly measured: readonly Measure[];
}

/**
 * The statement of an aggregate, before it is run; from the kept totals (`totalsFor`) or from the records
 * themselves.
 */
export function prepareAggregate(
  context: Context,
  object: CatalogObject,
  request: AggregateRequest,
  { kept = false }: { readonly kept?: boolean } = {},
): Result<PreparedAggregate> {
  const limit = limitOf(request);
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_GROUPS)
    return badRequest("bad_limit", "limit", { max: MAX_GROUPS });
  const asOf = readAsOf(context, request.as_of);
  if (!asOf.ok) return asOf;
  const params = new Params();
  params.rowOf("t", object.name);
  const reading: Reading = { context, params, ...(asOf.value === undefined ? {} : { asOf: asOf.value }) };
  const wanted = narrowing(reading, object, "t", request);
  if (!wanted.ok) return wanted;
  const keys = groupKeys(reading, object, request.group_by);
  if (!keys.ok) return keys;
  const measured = measures(reading, object, request.measures);
  if (!measured.ok) return measured;

  const grouped = keys.value.flatMap((key) => key.columns);
  const inner = kept
    ? totalsStatement(reading, object, request, keys.value, limit + 1)
    : counted(reading, object, wanted.value, keys.value, measured.value, limit + 1);
  return accept({
    statement: params.statement(
      withTitles(
        keys.value,
        grouped.map(({ as }) => as),
        inner,
      ),
    ),
    keys: keys.value,
    measured: measured.value,
  });
}

function counted(
  reading: Reading,
  object: CatalogObject,
  wanted: Narrowed,
  keys: readonly GroupKey[],
  measured: readonly Measure[],
  limit: number,
): string {
  const grouped = keys.flatMap((key) => key.columns);
  const shown = [...grouped, ...measured.flatMap((measure) => measure.columns)].map(
    ({ sql, as }) => `${sql} as ${ident(as)}`,
  );
  const seen = seenSource(reading, object, "read", "t", {
    shown: shown.join(" "),
    asked: `${wanted.living} ${wanted.asked}`,
  });
  const where = allOf([wanted.living, seen.where, wanted.asked]);
  const places = grouped.map((_, at) => at + 1).join(", ");
  return `select ${shown.join(", ")} from ${seen.from} t where ${where}${places === "" ? "" : ` group by ${places} order by ${places}`} limit ${limit}`;
}

/**
 * The statement `inner`, whose columns `grouped` are keys, with the titles of link keys as `_t0`, `_t1`, …:
 * looked up for the groups only.
 */
export function withTitles(keys: readonly GroupKey[], grouped: readonly string[], inner: string): string {
  const titles = keys.flatMap((key, at) => (key.title ? [`${key.title("g")} as ${ident(`_t${at}`)}`] : []));
  if (titles.length === 0) return inner;
  return `select g.*, ${titles.join(", ")} from (${inner}) g order by ${grouped.map((as) => `g.${ident(as)}`).join(", ")}`;
}

function groupOf(
  row: FoundRow,
  keys: readonly GroupKey[],
  measured: readonly Measure[],
): AggregateAnswer["groups"][number] {
  const key: Values = {};
  const titles: Values = {};
  for (const [at, each] of keys.entries()) {
    key[each.name] = each.read(row);
    const title = row[`_t${at}`];
    if (title !== null && title !== undefined) titles[each.name] = String(title);
  }
  const values = measured.map((measure) => measure.read(row));
  return keys.some((each) => each.title) ? { key, values, titles } : { key, values };
}
