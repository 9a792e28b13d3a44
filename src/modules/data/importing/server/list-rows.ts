import { ident } from "../../../../platform/db/database.ts";
import {
  type Context,
  Params,
  accessPredicate,
  columnsOf,
  fieldRight,
  isReadable,
  systemTable,
  tableOf,
} from "../../../../engine/public.ts";
import type { ImportedRow, RowError, RowOutcome } from "../shared/run.contract.ts";
import type { Run } from "./run-store.ts";

export const OUTCOMES: readonly RowOutcome[] = ["created", "updated", "skipped", "failed"];
interface Stored {
  readonly number: number;
  readonly outcome: RowOutcome;
  readonly record: string | null;
  readonly cells: readonly string[] | null;
  readonly reasons: readonly RowError[] | null;
}

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
  const rows = await context.db.query<Stored>({
    text: `select number, outcome, record, cells, reasons from ${systemTable(context.workspace, "import_row")}
      where import = $1 and number > $2 and ($3::text is null or outcome = $3) order by number limit $4`,
    values: [run.id, after, outcome ?? null, limit],
  });
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
  const rows = await context.db.query<{ id: string; title: string | null }>({
    text: `select t.id, t.${ident(column.name)}::text as title from ${tableOf(context.workspace, name)} t
      where t.id = any(${wanted}) and t.deleted_at is null and (${accessPredicate(context, object, "read", "t", params)})`,
    values: params.values,
  });
  return new Map(rows.map(({ id, title }) => [id, title ?? id]));
}
