import type { ColumnOf, Executor, RowShape, RowTexts, Statement } from "../../platform/db/database.ts";
import { valueOf } from "../../platform/db/value-types.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { JsonText } from "../kernel/json-text.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { hasAbility } from "../access/rights-of.ts";
import { readAsOf } from "./as-of.ts";
import { branches } from "./branches.ts";
import { chosenFields } from "./chosen-fields.ts";
import { narrowing } from "./conditions.ts";
import type { ListRequest } from "./contract.ts";
import type { ListAnswer } from "../../shared/wire/records.contract.ts";
import { count, type Count } from "./count.ts";
import { countMaskedSearch } from "./count-masked-search.ts";
import { openCursor, sealCursor } from "./cursor.ts";
import { expand, type Expansion, readExpansions } from "./expand.ts";
import { StatementCache } from "./kept-statements.ts";
import { badRequest, binClosed, unknownObject } from "./messages.ts";
import { outputs, titleOutputs } from "./outputs.ts";
import { positionOf, questionOf } from "./page-end.ts";
import { type Part, partOfPage } from "./page-arms.ts";
import { pageSql } from "./page-sql.ts";
import { Params } from "../kernel/params.ts";
import { binOutputs, presenter, type FoundRow } from "./present.ts";
import { replicaOrPrimary, type Reading } from "./reading.ts";
import { type SortKey, sortKeys } from "./sort-keys.ts";
import { searchSieve } from "./search-sieve.ts";
import { allOf, keyedSource } from "./source.ts";
import { rowWriter } from "./write-rows.ts";

const MAX_LIMIT = 500;

/**
 * A page of records, in wire form, as the caller may see them. One statement; one more where rows without a
 * value of the sort key fill the page, for a count, for each expand.
 * 400 for a wrong filter (with its place), sort, field, moment or cursor.
 * @example list(context, { object: "opportunity", filter: "amount >= 100000", sort: "-amount", titles: true })
 */
export async function list(context: Context, request: ListRequest): Promise<Result<ListAnswer>> {
  const asked = await askedPage(context, request);
  if (!asked.ok) return asked;
  const { object, expansions, page } = asked.value;
  const db = replicaOrPrimary(context);
  const rows = await rowsOf<FoundRow>(db, asked.value, (row) => row["id"]);
  const shown = rows.slice(0, page.limit);
  const data = await expand(
    { db, context, asOf: page.asOf },
    object,
    shown.map(presenter(context, object)),
    expansions,
  );
  return withTotal(context, object, request, page.asOf, {
    data,
    page: { next: rows.length > page.limit ? cursorAfter(context, request, page, shown.at(-1)) : null },
  });
}

/**
 * The same page as JSON, written from what the database sends without making records of it. What is expanded
 * is put together from records.
 */
export async function listJson(
  context: Context,
  request: ListRequest,
): Promise<Result<ListAnswer | JsonText>> {
  if (request.expand !== undefined && request.expand.length > 0) return list(context, request);
  const asked = await askedPage(context, request);
  if (!asked.ok) return asked;
  const { object, page } = asked.value;
  let columns: readonly ColumnOf[] = [];
  const shape: RowShape = (told) => {
    columns = told;
    return (texts) => texts;
  };
  const rows = await rowsOf<RowTexts>(
    replicaOrPrimary(context),
    asked.value,
    (texts) => texts[columns.findIndex(({ name }) => name === "id")],
    shape,
  );
  const shown = rows.slice(0, page.limit);
  const next =
    rows.length > page.limit
      ? cursorAfter(context, request, page, placeOf(columns, shown.at(-1) ?? []))
      : null;
  const data = shown.map(rowWriter(context, object, columns)).join(",");
  const rest = await withTotal(context, object, request, page.asOf, { page: { next } });
  return rest.ok ? accept(new JsonText(`{"data":[${data}],${JSON.stringify(rest.value).slice(1)}`)) : rest;
}

interface AskedPage {
  readonly object: CatalogObject;
  readonly page: PreparedPage;
  readonly expansions: readonly Expansion[];
  /** Another part of the page. */
  readonly other: (part: Part) => Result<PreparedPage>;
}
/** What is to be read, or why not. */
async function askedPage(context: Context, request: ListRequest): Promise<Result<AskedPage>> {
  const object = context.catalog.object(request.object);
  if (!object) return unknownObject(request.object);
  if (request.deleted && context.principal.kind !== "system" && !hasAbility(context, "record.restore"))
    return binClosed();
  const page = preparePage(context, object, request);
  if (!page.ok) return page;
  const counted = await countMaskedSearch(context, [object], request.search);
  if (!counted.ok) return counted;
  const expansions = readExpansions(context, object, request.expand);
  return expansions.ok
    ? accept({
        object,
        page: page.value,
        expansions: expansions.value,
        other: (part) => preparePage(context, object, request, part),
      })
    : expansions;
}

/** Pages that were not filled when they were asked for last: with what follows they are one question. */
const unfilled = new WeakSet<PreparedPage>();

/**
 * A page, and one row more. Rows without a value of the sort key are asked for where those with one do not
 * fill it.
 */
async function rowsOf<R extends object>(
  db: Executor,
  { page, other }: AskedPage,
  idOf: (row: R) => unknown,
  shape?: RowShape,
): Promise<R[]> {
  const ask = ({ statement }: PreparedPage): Promise<R[]> =>
    db.query<R>(shape ? { ...statement, shape } : statement);
  const whole = unfilled.has(page) ? other("whole") : undefined;
  const rows = await ask(whole?.ok ? whole.value : page);
  if (rows.length > page.limit) unfilled.delete(page);
  if (!page.isFollowed || rows.length > page.limit || whole?.ok) return rows;
  unfilled.add(page);
  const rest = other("empty");
  if (!rest.ok) return rows;
  // What has lost its value between the two questions is there already.
  const known = new Set(rows.map(idOf));
  return [...rows, ...(await ask(rest.value)).filter((row) => !known.has(idOf(row)))];
}

const cursorAfter = (
  context: Context,
  request: ListRequest,
  { keys }: PreparedPage,
  last: FoundRow | undefined,
): string => sealCursor(context, questionOf(context, request, keys), positionOf(keys, last ? [last] : []));

/** Where one row stands in the order. */
const placeOf = (columns: readonly ColumnOf[], texts: RowTexts): FoundRow =>
  Object.fromEntries(
    columns.flatMap(({ name, type }, at) => {
      const text = texts[at] ?? null;
      return name === "id" || name.startsWith("_k")
        ? [[name, text === null ? null : valueOf(type, text)]]
        : [];
    }),
  );

export interface PreparedPage {
  readonly statement: Statement;
  readonly keys: readonly SortKey[];
  readonly limit: number;
  readonly asOf: string | undefined;
  /** Rows without a value of the sort key are a part of their own. */
  readonly isFollowed: boolean;
}

/** The statement of a page, before it is run. It fetches one row more than the page has. */
export function preparePage(
  context: Context,
  object: CatalogObject,
  request: ListRequest,
  part: Part = "filled",
): Result<PreparedPage> {
  // Lists are opened again and again; words, places to go on from, moments and ids hardly ever come twice.
  if ([request.search, request.cursor, request.as_of, request.ids].some((given) => given !== undefined))
    return makePage(context, object, request, part);
  return kept.make(context, `${part} ${JSON.stringify(request)}`, (timeless) =>
    makePage(timeless, object, request, part),
  );
}
const kept = new StatementCache<Result<PreparedPage>>();

function makePage(
  context: Context,
  object: CatalogObject,
  request: ListRequest,
  part: Part,
): Result<PreparedPage> {
  const limit = request.limit ?? 50;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    return badRequest("bad_limit", "limit", { max: MAX_LIMIT });
  const asOf = readAsOf(context, request.as_of);
  if (!asOf.ok) return asOf;
  const params = new Params();
  params.rowOf("t", object.name);
  const reading: Reading = { context, params, ...(asOf.value === undefined ? {} : { asOf: asOf.value }) };
  const wanted = narrowing(reading, object, "t", request);
  if (!wanted.ok) return wanted;
  const keys = sortKeys(reading, object, "t", request.sort);
  if (!keys.ok) return keys;
  const fields = chosenFields(context, object, withExpanded(request));
  if (!fields.ok) return fields;
  const position =
    request.cursor === undefined
      ? undefined
      : openCursor(context, questionOf(context, request, keys.value), request.cursor);
  if (position && !position.ok) return position;

  const titles = request.titles ? titleOutputs(reading, "t", object, fields.value) : [];
  const shown = [
    ...outputs(reading, "t", object, fields.value),
    ...(request.deleted ? binOutputs("t") : []),
    ...titles,
  ];
  const pageOf = (spelled: readonly SortKey[]) => partOfPage(params, "t", spelled, position?.value, part);
  const text = pageSql({
    branches: branches(reading, object, "t", keys.value, { together: (request.search ?? "").trim() !== "" }),
    where: allOf([wanted.value.living, wanted.value.asked]),
    sieve: searchSieve(reading, object, "t", request.search ?? ""),
    rows: keyedSource(reading, object, `k."id"`),
    lateral: asOf.value !== undefined,
    keys: keys.value,
    take: limit + 1,
    outputs: shown,
    arms: (spelled) => pageOf(spelled).arms,
  });
  return accept({
    statement: named(params.statement(text)),
    keys: keys.value,
    limit,
    asOf: asOf.value,
    isFollowed: pageOf(keys.value).isFollowed,
  });
}

/**
 * What has no values is planned alike each time: once for a connection. With values it is not kept, as its
 * plan depends on them.
 */
const named = (statement: Statement): Statement =>
  statement.values?.length ? statement : { ...statement, name: "list" };

/** What is expanded is read too. */
const withExpanded = ({ fields, expand: names = [] }: ListRequest): readonly string[] | undefined =>
  fields === undefined ? undefined : [...fields, ...names.map((name) => name.split(".")[0] ?? name)];

async function withTotal<T extends object>(
  context: Context,
  object: CatalogObject,
  request: ListRequest,
  asOf: string | undefined,
  answer: T,
): Promise<Result<T & Partial<Count>>> {
  if (request.count === undefined || request.count === "none") return accept(answer);
  const total = await count(context, object, request, asOf);
  return total.ok ? accept({ ...answer, ...total.value }) : total;
}
