import { randomUUID } from "node:crypto";
import { toColumns } from "../engine/values/row-values.ts";
import type { CatalogObject, Values } from "../shared/metadata/object.ts";
import type { Database } from "../platform/db/database.ts";

/** Puts records in wire form into a table, with what the row columns need; answers their ids. */
export async function putRows(
  db: Database,
  table: string,
  fields: CatalogObject["fields"],
  rows: readonly Values[],
): Promise<string[]> {
  const stored = rows.map((row) => {
    const columns = Object.assign(
      {},
      row,
      ...fields
        .filter((field) => row[field.name] !== undefined)
        .map((field) => toColumns(field, row[field.name] ?? null)),
    );
    const born = "2020-01-01T00:00:00Z";
    return {
      id: randomUUID(),
      version: 1,
      created_at: born,
      updated_at: born,
      valid_from: born,
      recorded: 1,
      ...columns,
    };
  });
  const names = [...new Set(stored.flatMap((row) => Object.keys(row)))]
    .map((column) => `"${column}"`)
    .join(", ");
  if (stored.length > 0)
    await db.query({
      text: `insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, $1::json)`,
      values: [JSON.stringify(stored)],
    });
  return stored.map((row) => row.id);
}
