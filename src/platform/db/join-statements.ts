import type { Statement } from "./database.ts";

/** Stands between the columns of the two, true where the second has found its row. */
const BORDER = "_found";
/**
 * One statement for two that find one row at most each: the second is looked for only where the first is found. Its rows are read as arrays,
 * since both may have columns of the same name.
 * @example joinStatements({ text: "select a from x where id = $1", values: [1] }, { text: "select a from y where id = $1", values: [2] })
 * // select f.*, s.* from (select a from x where id = $2) f left join lateral (select true as "_found", q.* from (select a from y where id = $1) q) s on true
 */
export function joinStatements(first: Statement, second: Statement): Statement {
  const ahead = second.values?.length ?? 0;
  const behind = first.text.replaceAll(/\$(\d+)/g, (_, at: string) => `$${Number(at) + ahead}`);
  const text = `select f.*, s.* from (${behind}) f left join lateral (select true as "${BORDER}", q.* from (${second.text}) q) s on true`;
  return { name: "joined", text, values: [...(second.values ?? []), ...(first.values ?? [])] };
}

/** What either has found. */
export function partRows({
  fields,
  rows: [row],
}: {
  readonly fields: readonly { readonly name: string }[];
  readonly rows: readonly unknown[][];
}): readonly [object[], object[]] {
  if (!row) return [[], []];
  const border = fields.findIndex(({ name }) => name === BORDER);
  const part = (from: number, to: number): object => {
    const found: Record<string, unknown> = {};
    for (let at = from; at < to; at += 1) found[fields[at]?.name ?? ""] = row[at];
    return found;
  };
  return [[part(0, border)], row[border] === true ? [part(border + 1, fields.length)] : []];
}
