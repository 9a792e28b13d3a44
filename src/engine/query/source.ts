import { ident } from "../../platform/db/database.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accessGrants, accessPredicate } from "../access/predicate.ts";
import type { Action } from "../../shared/rights/rights.ts";
import { historyOf, tableOf } from "../schema/names.ts";
import { latestColumns } from "../schema/latest-table.ts";
import { liveColumns } from "../schema/plan.ts";
import { accessWays } from "./access-ways.ts";
import { monthIndex } from "../../shared/time/dates.ts";
import { isInLatest, isSoughtInLatest, seenIn } from "./in-latest.ts";
import type { Params } from "../kernel/params.ts";
import type { Reading } from "./reading.ts";

/**
 * What a query reads from: the live table, or the versions that held at the moment asked about, whether the
 * record was in the recycle bin then or not (`deleted_at` of the version says so).
 */
export function source(reading: Reading, object: CatalogObject): string {
  const { context, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  if (asOf === undefined) return live;
  const columns = columnList(object);
  const now = `select ${columns} from ${live} v where ${allOf(liveAt(reading, "v"))}`;
  if (object.ledger && context.knownAt === undefined) return `(${now})`;
  if (object.ledger)
    return `(${now} union all select ${columns} from ${historyOf(context.workspace, object.name)} v where ${allOf([...liveAt(reading, "v"), believedThen(reading, "v.")])})`;
  const { from, held } = historySource(reading, object, "v");
  return `(${now} union all select ${columns} from ${from} v where ${allOf(held)})`;
}

/** What makes a living row hold at the moment asked about; nothing when that is now. */
export function liveAt({ context, params, asOf }: Reading, alias: string): readonly string[] {
  if (asOf === undefined) return [];
  const held = `${alias}."valid_from" <= ${params.add(asOf, "timestamptz")}`;
  return context.knownAt === undefined ? [held] : [held, knownThen(context.knownAt, params, `${alias}.`)];
}

/**
 * What makes a superseded version, or a visit that was taken back, believed: now, or at the position of the
 * log asked about.
 */
export function believedThen({ context, params }: Reading, prefix: string): string {
  if (context.knownAt === undefined) return `${prefix}"retracted" is null`;
  return `${knownThen(context.knownAt, params, prefix)} and (${prefix}"retracted" is null or ${prefix}"retracted" > ${params.add(context.knownAt, "bigint")})`;
}
const knownThen = (position: number, params: Params, prefix: string): string =>
  `${prefix}"recorded" <= ${params.add(position, "bigint")}`;
/** As `liveAt`, of a link's target: whatever its beginning. */
export const believedLive = ({ context, params }: Reading, prefix: string): string =>
  context.knownAt === undefined ? "true" : knownThen(context.knownAt, params, prefix);

/** Where superseded versions are, and what makes one hold at the moment asked about. */
export function historySource(
  reading: Reading,
  object: CatalogObject,
  alias: string,
): { readonly from: string; readonly held: readonly string[] } {
  const { context, params, asOf } = reading;
  if (asOf === undefined) throw new Error("Only a question about the past reads superseded versions.");
  const at = params.add(asOf, "timestamptz");
  const held = [
    endsAfter(context.now, params, asOf, alias),
    `${alias}."valid_from" <= ${at}`,
    `${alias}."valid_to" > ${at}`,
    believedThen(reading, `${alias}.`),
  ];
  return { from: historyOf(context.workspace, object.name), held };
}

const MOST_MONTHS = 240;
/**
 * The months in which a version that held then may have ended. Named one by one, each is a short walk of the
 * index on month and beginning; an end lies no further ahead of today than clocks differ.
 */
function endsAfter(now: string, params: Params, at: string, alias: string): string {
  const [from, to] = [monthIndex(at), monthIndex(now) + 1];
  const months = Array.from({ length: Math.max(to - from + 1, 1) }, (_, month) => from + month);
  return months.length > MOST_MONTHS
    ? `${alias}."period" >= ${params.add(from, "integer")}`
    : `${alias}."period" = any(${params.add(months, "integer[]")})`;
}

/** The version of the record `idSql` that held at the moment asked about, by its key; now: the living row. */
export function keyedSource(reading: Reading, object: CatalogObject, idSql: string): string {
  const { context, params, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  if (asOf === undefined) return live;
  const columns = columnList(object);
  const at = params.add(asOf, "timestamptz");
  const now = `select ${columns} from ${live} where ${allOf([`"id" = ${idSql}`, `"valid_from" <= ${at}`, believedLive(reading, "")])}`;
  if (object.ledger && context.knownAt === undefined) return `(${now})`;
  const held = allOf([
    `"valid_from" <= ${at}`,
    ...(object.ledger ? [] : [`"valid_to" > ${at}`]),
    believedThen(reading, ""),
  ]);
  return `(${now} union all select ${columns} from ${historyOf(context.workspace, object.name)} where "id" = ${idSql} and ${held})`;
}

/**
 * The one row whose id is `idSql`: what a link leads to. As of a moment before its first version, that first
 * version: of the versions that end after the moment, the earliest.
 */
export function linkedSource(reading: Reading, object: CatalogObject, idSql: string): string {
  const { context, params, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  if (asOf === undefined || object.ledger) return live;
  const columns = columnList(object);
  const at = params.add(asOf, "timestamptz");
  const history = historyOf(context.workspace, object.name);
  const inner = params.alias();
  return (
    `(select ${columns} from (select ${columns} from ${live} where ${allOf([`"id" = ${idSql}`, believedLive(reading, "")])}` +
    ` union all select ${columns} from ${history} where "id" = ${idSql} and "valid_to" > ${at} and ${believedThen(reading, "")}) ${inner} order by "valid_from" limit 1)`
  );
}

/**
 * What a question reads from with the caller's sight already in it: today's rights on the record as it stands
 * today (decision 9). `question`: what it says of `alias`, where that is known; what the narrow table holds,
 * and is sought by, is read from there.
 */
export function seenSource(
  reading: Reading,
  object: CatalogObject,
  action: Action,
  alias: string,
  question?: { readonly shown: string; readonly asked: string },
): { readonly from: string; readonly where: string } {
  const { context, params, asOf } = reading;
  const isNarrow =
    question !== undefined &&
    isInLatest(object, alias, question.shown) &&
    isSoughtInLatest(object, alias, question.asked);
  const at = (row: string, condition: string): string =>
    isNarrow ? seenIn(context.workspace, object, row, condition) : tableOf(context.workspace, object.name);
  if (asOf === undefined || object.ledger) {
    const where = accessAt(reading, object, action, alias);
    return { from: asOf === undefined ? at(alias, where) : source(reading, object), where };
  }
  const columns = isNarrow ? latestColumns(object).map(ident).join(", ") : columnList(object);
  const { from, held } = historySource(reading, object, "v");
  // Each way by its own index, a row by the first way that leads to it; of versions, whichever is less: all
  // that held then, or those of the records seen.
  const ways = accessWays(accessGrants(context, object, action, "v", params));
  const now = ways.map((way, place) => {
    const others = ways.slice(0, place).map((other) => `(${other}) is not true`);
    const where = allOf([...liveAt(reading, "v"), way, ...others]);
    return `select ${columns} from ${at("v", where)} v where ${where}`;
  });
  // Each id once: of ids that may come twice the planner takes there to be 200, and probes the history for
  // each of a hundred thousand.
  const seen = ways.includes("true")
    ? "true"
    : `v."id" in (${idsSeen(reading, object, action).join(" union ")})`;
  return {
    from: `(${now.join(" union all ")} union all select ${columns} from ${from} v where ${allOf([...held, seen])})`,
    where: "true",
  };
}

/** For each way of access, the statement that finds the ids of the records that the caller sees today. */
function idsSeen({ context, params }: Reading, object: CatalogObject, action: Action): readonly string[] {
  const today = params.alias(object.name);
  return accessWays(accessGrants(context, object, action, today, params)).map(
    (way) =>
      `select ${today}."id" from ${seenIn(context.workspace, object, today, way)} ${today} where ${way}`,
  );
}

/**
 * The ways in which the caller sees today the record whose version `alias` is; each can be answered by one
 * index.
 */
export function seenToday(
  reading: Reading,
  object: CatalogObject,
  action: Action,
  alias: string,
): readonly string[] {
  const { context, params } = reading;
  // A ledger hangs on records and has no row of today beside the one of then.
  if (object.ledger) return accessWays(accessGrants(context, object, action, alias, params));
  const today = params.alias(object.name);
  return accessWays(accessGrants(context, object, action, today, params)).map((where) =>
    where === "true" || where === "false"
      ? where
      : `exists (select 1 from ${seenIn(context.workspace, object, today, where)} ${today} where ${today}."id" = ${alias}."id" and ${where})`,
  );
}
const anyOf = (conditions: readonly string[]): string =>
  conditions.length === 1 ? conditions.join("") : `(${conditions.join(" or ")})`;

/** Today's rights on the record as it stands today, whatever moment is shown (decision 9). */
export function accessAt(reading: Reading, object: CatalogObject, action: Action, alias: string): string {
  const { context, params, asOf } = reading;
  return asOf === undefined
    ? accessPredicate(context, object, action, alias, params)
    : anyOf(seenToday(reading, object, action, alias));
}

const columnList = (object: CatalogObject): string =>
  liveColumns(object)
    .map((column) => ident(column.name))
    .join(", ");

/** Joins conditions, leaving out what says nothing. */
export function allOf(conditions: readonly string[]): string {
  const telling = conditions.filter((condition) => condition !== "true");
  if (telling.includes("false")) return "false";
  return telling.length === 0 ? "true" : telling.join(" and ");
}
