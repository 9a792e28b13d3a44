import {
  type Column,
  type Context,
  type Row,
  columnsOf,
  fromRow,
  tablesOf,
} from "../../../../engine/public.ts";
import { joined, type Sql, spelled, sql, toStatement } from "../../../../platform/db/sql.ts";
import { ident, type Executor } from "../../../../platform/db/database.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import { furtherOf } from "../../../../shared/metadata/further-links.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";

/** What a record was from one moment (ISO UTC, microseconds) to the next. */
export interface Version {
  readonly id: string;
  readonly number: number;
  readonly from: string;
  readonly to: string;
  readonly isDeleted: boolean;
  readonly values: Values;
}
/** The versions of one record, oldest first. */
export type Life = readonly Version[];

export const FOREVER = "9999";
/** Moments as history writes them, so that they compare as text. */
export const micro = (moment: string): string =>
  moment.length === 27
    ? moment
    : moment.replace(
        /(?:\.(\d{1,6}))?Z$/,
        (_, digits: string | undefined) => `.${(digits ?? "").padEnd(6, "0")}Z`,
      );

interface Wanted {
  readonly object: CatalogObject;
  readonly fields: ReadonlySet<string>;
}
/** All that was ever believed and still is of these records, live and superseded. */
export function versionsOf(
  db: Executor,
  context: Context,
  wanted: Wanted,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Life>> {
  return read(db, context, wanted, sql`"id" = any(${ids}::uuid[])`);
}
/**
 * The versions of records of `wanted` that named one of `parents` in the link `via` or the list that goes on
 * from it, by record.
 */
export function versionsNaming(
  db: Executor,
  context: Context,
  wanted: Wanted,
  via: string,
  parents: readonly string[],
): Promise<ReadonlyMap<string, Life>> {
  const pointing = fieldsPointing(wanted.object, via);
  const ways = pointing.map((name): Sql => {
    const column = spelled(ident(name));
    return wanted.object.byName[name]?.kind !== "links"
      ? sql`${column} = any(${parents}::uuid[])`
      : sql`${column} && ${parents}::uuid[]`;
  });
  return read(
    db,
    context,
    { ...wanted, fields: new Set([...wanted.fields, ...pointing]) },
    sql`(${joined(ways, " or ")})`,
  );
}
/** The link, and the list that goes on from it. */
export const fieldsPointing = (object: CatalogObject, via: string): readonly string[] =>
  [via, furtherOf(object, via)?.name ?? []].flat();

async function read(
  db: Executor,
  context: Context,
  { object, fields }: Wanted,
  where: Sql,
): Promise<ReadonlyMap<string, Life>> {
  const kept: readonly Field[] = object.fields.filter(
    (field) => fields.has(field.name) && columnsOf(field).length > 0,
  );
  const rows = await db.query<VersionRow>(toStatement(versionsSql(context, object, kept, where)));
  const documents = kept.filter((field) => columnsOf(field).some(isJson)).map(({ name }) => name);
  const parsed = parserOnce();
  const blank: Values = Object.fromEntries(
    ["id", ...kept.map(({ name }) => name)].map((name) => [name, null]),
  );
  const lives = new Map<string, Version[]>();
  for (const row of rows) {
    for (const name of documents) row[name] = parsed(row[name]);
    const version = versionIn(row, kept, { ...blank, id: row.id });
    const life = lives.get(version.id);
    if (life) life.push(version);
    else lives.set(version.id, [version]);
  }
  for (const life of lives.values())
    if (life.length > 1) life.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  return lives;
}

type VersionRow = Row & {
  readonly id: string;
  readonly version: number;
  readonly valid_from: string;
  readonly deleted_at: string | null;
  /** null: it holds now. */
  readonly $to: string | null;
};
const isJson = ({ type }: Column): boolean => type === "jsonb";
function versionsSql({ workspace }: Context, object: CatalogObject, kept: readonly Field[], where: Sql): Sql {
  const own = ["id", "version", "valid_from", "deleted_at"].map(ident);
  const theirs = kept.flatMap((field) =>
    columnsOf(field).map((column) => (isJson(column) ? `${ident(column.name)}::text` : ident(column.name))),
  );
  const list = spelled([...new Set([...own, ...theirs])].join(", "));
  const { record, history } = tablesOf(workspace);
  return sql`select ${list}, null::timestamptz as "$to" from ${record(object.name)} where ${where}
union all select ${list}, "valid_to" from ${history(object.name)} where ${where} and "retracted" is null`;
}

/** Versions mostly keep what the ones before them held: the same text is parsed once, and kept once. */
function parserOnce(): (text: unknown) => unknown {
  const known = new Map<string, unknown>();
  return (text) => {
    if (typeof text !== "string") return text;
    const value: unknown = known.get(text) ?? JSON.parse(text);
    known.set(text, value);
    return value;
  };
}

function versionIn(row: VersionRow, kept: readonly Field[], values: Values): Version {
  for (const field of kept) values[field.name] = fromRow(field, row);
  return {
    id: row.id,
    number: Number(row.version),
    from: micro(row.valid_from),
    to: row.$to === null ? FOREVER : micro(row.$to),
    isDeleted: row.deleted_at !== null,
    values,
  };
}

/** The version that held at a moment, unless the record was deleted then or not yet there. */
export function heldAt(life: Life | undefined, at: string): Version | undefined {
  const found = life?.find((version) => version.from <= at && at < version.to);
  return found?.isDeleted ? undefined : found;
}
/** What a link leads to: the version of that moment, else the first one after it. */
export const reachedAt = (life: Life | undefined, at: string): Version | undefined =>
  life?.find((version) => at < version.to);

/** The first moment after `at` at which a version begins or ends; FOREVER where none does. */
export function nextChange(life: Life, at: string): string {
  let next = FOREVER;
  for (const { from, to } of life) {
    if (from > at) return from < next ? from : next;
    if (to > at && to < next) next = to;
  }
  return next;
}

/**
 * The first moment after `at` from which on another version may hold that `isSame` does not find the same;
 * FOREVER where there is none.
 */
export function nextOther(life: Life, at: string, isSame: (index: number, held: number) => boolean): string {
  const held = life.findIndex(({ from, to }) => from <= at && at < to);
  if (held < 0) return nextChange(life, at);
  for (const [index, { from, to, isDeleted }] of life.entries())
    if (to > at && index !== held && !isDeleted && !isSame(index, held))
      return from > at ? from : nextChange(life, at);
  return FOREVER;
}
/** The same of versions that hold something else in one of these fields. */
export const nextOtherIn = (life: Life, at: string, fields: readonly string[]): string =>
  nextOther(life, at, (index, held) =>
    fields.every((field) => isAlike(life[index]?.values[field], life[held]?.values[field])),
  );
export const isAlike = (a: WireValue | undefined, b: WireValue | undefined): boolean =>
  a === b || (typeof a === "object" && typeof b === "object" && JSON.stringify(a) === JSON.stringify(b));
