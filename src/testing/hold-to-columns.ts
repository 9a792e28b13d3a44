import type { Answering, Columns } from "../platform/db/columns.ts";
import type { Statement } from "../platform/db/database.ts";

/**
 * Throws where a row is not what its statement says, so that each test that runs a statement holds it to its
 * columns: what PostgreSQL does not know of an expression (whether it may be empty) shows here.
 */
export function holdToColumns(
  statement: Statement & Answering<Record<string, unknown>>,
  rows: readonly object[],
): void {
  const { columns, shape, text } = statement;
  if (!columns || shape) return;
  const names = Object.keys(columns);
  if (names.length === 0) return;
  for (const row of rows) {
    const wrong = wrongIn(columns, names, row);
    if (wrong !== undefined) throw new Error(`a row is not what its statement says: ${wrong} in ${text}`);
  }
}

function wrongIn(
  columns: Columns<Record<string, unknown>>,
  names: readonly string[],
  row: object,
): string | undefined {
  const found = new Map<string, unknown>(Object.entries(row));
  if (found.size !== names.length) return `the columns ${[...found.keys()].join(", ")}`;
  for (const name of names) {
    if (!found.has(name)) return `no ${name}`;
    if (!columns[name]?.holds(found.get(name))) return `${name} is ${JSON.stringify(found.get(name))}`;
  }
  return undefined;
}
