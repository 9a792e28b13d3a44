import type { Statement } from "./database.ts";
import { numbered, type Spelling } from "./sql.ts";

/** Stands between the columns of the two, true where the second has found its row. */
const BORDER = "_found";
/**
 * One statement for two that find one row at most each: the second is looked for only where the first is
 * found. Its rows are read as arrays, since both may have columns of the same name.
 * @example joinStatements(toStatement(sql`select a from x where id = ${1}`), { text: "select a from y where id = $1", values: [2] })
 * // select f.*, s.* from (select a from x where id = $2) f left join lateral (select true as "_found", q.*
 * from (select a from y where id = $1) q) s on true
 */
export function joinStatements(first: Statement & Spelling, second: Statement): Statement {
  return {
    name: "joined",
    text: joinedText(first, second),
    values: [...(second.values ?? []), ...(first.values ?? [])],
    ...(second.types ? { types: second.types } : {}),
  };
}

const MOST = 500;
/** By the second's text, as there are few first ones. */
const joined = new Map<string, { readonly first: string; readonly text: string }>();

function joinedText(first: Statement & Spelling, second: Statement): string {
  const known = joined.get(second.text);
  if (known?.first === first.text) return known.text;
  const ahead = second.values?.length ?? 0;
  const behind = numbered(first.between, ahead + 1);
  const text = `select f.*, s.* from (${behind}) f left join lateral (select true as "${BORDER}", q.* from (${second.text}) q) s on true`;
  if (joined.size >= MOST) joined.clear();
  joined.set(second.text, { first: first.text, text });
  return text;
}

interface Parts {
  readonly border: number;
  /** Empty rows, to be filled. */
  readonly first: Readonly<Record<string, unknown>>;
  readonly second: Readonly<Record<string, unknown>>;
}
type Fields = readonly { readonly name: string }[];
/** A prepared statement has the same columns each time. */
const parts = new WeakMap<Fields, Parts>();

function partsOf(fields: Fields): Parts {
  const known = parts.get(fields);
  if (known) return known;
  const border = fields.findIndex(({ name }) => name === BORDER);
  const empty = (columns: Fields) => Object.fromEntries(columns.map(({ name }) => [name, null]));
  const found = { border, first: empty(fields.slice(0, border)), second: empty(fields.slice(border + 1)) };
  parts.set(fields, found);
  return found;
}

/** What either has found. */
export function partRows({
  fields,
  rows: [row],
}: {
  readonly fields: Fields;
  readonly rows: readonly unknown[][];
}): readonly [object[], object[]] {
  if (!row) return [[], []];
  const { border, first, second } = partsOf(fields);
  const one: Record<string, unknown> = { ...first };
  for (let at = 0; at < border; at += 1) one[fields[at]?.name ?? ""] = row[at];
  if (row[border] !== true) return [[one], []];
  const other: Record<string, unknown> = { ...second };
  for (let at = border + 1; at < row.length; at += 1) other[fields[at]?.name ?? ""] = row[at];
  return [[one], [other]];
}
