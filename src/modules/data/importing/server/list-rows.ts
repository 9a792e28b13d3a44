import { ident } from "../../../../platform/db/database.ts";
import {
  type Context,
  Params,
  accessPredicate,
  columnsOf,
  fieldRight,
  isReadable,
  statement,
  tableOf,
} from "../../../../engine/public.ts";
import { integer, json, orNull, text, uuid, word } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { ImportedRow, RowError, RowOutcome } from "../shared/run.contract.ts";
import type { Run } from "./run-store.ts";

export const OUTCOMES: readonly RowOutcome[] = ["created", "updated", "skipped", "failed"];
export const rowsAfter = statement(
  {
    number: integer,
    outcome: word<RowOutcome>(),
    record: orNull(uuid),
    cells: orNull(json<readonly string[]>()),
    reasons: orNull(json<readonly RowError[]>()),
  },
  ({ system }, id: string, after: number, outcome: RowOutcome | null, limit: number) =>
    sql`select number, outcome, record, cells, reasons from ${system("import_row")}
      where import = ${id} and number > ${after} and (${outcome}::text is null or outcome = ${outcome}) order by number limit ${limit}`,
);

/**
 * Rows of an import by what became of them, from a number on, with the titles of records that the caller may
 * see.
 */
export async function listRows(
  context: Context,
  run: Run,
  outcome: RowOutcome | undefined,
  after: number,
  limit: number,
): Promise<readonly ImportedRow[]> {
  const rows = await context.db.query(rowsAfter(context.workspace, run.id, after, outcome ?? null, limit));
  const titles = await titlesOf(
    context,
    run.options.object,
    rows.flatMap(({ record }) => record ?? []),
  );
  return rows.map(({ number, record, reasons, ...row }) => ({
    ...row,
    row: number,
    record,
    title: record === null ? null : (titles.get(record) ?? null),
    errors: reasons ?? [],
  }));
}

async function titlesOf(
  context: Context,
  name: string,
  ids: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const object = context.catalog.object(name);
  const field = object?.byName[object.title];
  const [column] = field ? columnsOf(field) : [];
  if (
    !object ||
    !field ||
    !column ||
    ids.length === 0 ||
    !isReadable(fieldRight(context, object, field.name))
  )
    return new Map();
  const params = new Params();
  const wanted = params.add(ids, "uuid[]");
  const rows = await context.db.query({
    ...params.statement(
      `select t.id, t.${ident(column.name)}::text as title from ${tableOf(context.workspace, name)} t
      where t.id = any(${wanted}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`,
    ),
    columns: { id: uuid, title: orNull(text) },
  });
  return new Map(rows.map(({ id, title }) => [id, title ?? id]));
}
