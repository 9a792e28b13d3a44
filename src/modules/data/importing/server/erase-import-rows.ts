import { type Eraser, statement } from "../../../../engine/public.ts";
import { text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";

/** What rows are found by: ids of records, and words as `ilike` takes them. */
type Ids = readonly string[];
type Words = readonly string[];

export const emptyRowsOf = statement(
  { import: uuid },
  ({ system }, ids: Ids, words: Words) =>
    sql`update ${system("import_row")} set cells = null, reasons = null, marks = null
      where (record = any(${ids}::uuid[]) or cells::text ilike any(${words}::text[]) or reasons::text ilike any(${words}::text[])) returning import`,
);
export const emptyTitlesOf = statement(
  { import: uuid },
  ({ system }, ids: Ids, words: Words) =>
    sql`update ${system("import_link")} set title = null where record = any(${ids}::uuid[]) or title ilike any(${words}::text[]) returning import`,
);
export const importsThatTell = statement(
  { id: uuid },
  ({ system }, words: Words) =>
    sql`select id from ${system("import_run")} where preview::text ilike any(${words}::text[]) or questions::text ilike any(${words}::text[]) or undo::text ilike any(${words}::text[]) or notices::text ilike any(${words}::text[])`,
);
/** Of imports that are finished: one at work still needs its questions. */
export const emptyImports = statement(
  { file_hash: text },
  ({ system }, imports: Ids) =>
    sql`update ${system("import_run")} set preview = '[]', questions = '{}', notices = '[]', error = null, undo = case when undo is null then null else jsonb_set(undo, '{kept}', '[]') end
      where id = any(${imports}::uuid[]) and finished_at is not null returning file_hash`,
);
export const dropUploadsOf = statement(
  { id: uuid },
  ({ system }, contents: readonly string[]) =>
    sql`delete from ${system("import_upload")} where file_hash = any(${contents}::text[]) returning id`,
);

/**
 * Rows of files that tell of a person, and the files themselves: whose rows were taken over or refused, the
 * whole file is no longer needed.
 */
export const eraseImportRows: Eraser = async (tx, { workspace }, { records, words }) => {
  const ids = [...records.values()].flat();
  const like = words.map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
  const rows = await tx.query(emptyRowsOf(workspace, ids, like));
  const links = await tx.query(emptyTitlesOf(workspace, ids, like));
  const told = await tx.query(importsThatTell(workspace, like));
  const imports = [...new Set([...rows, ...links].map((row) => row.import).concat(told.map(({ id }) => id)))];
  const counts: Record<string, number> = { import_row: rows.length, import_link: links.length };
  if (imports.length === 0) return { counts };
  const runs = await tx.query(emptyImports(workspace, imports));
  const contents = runs.map(({ file_hash }) => file_hash);
  const uploads = await tx.query(dropUploadsOf(workspace, contents));
  return { counts: { ...counts, import_run: runs.length, import_upload: uploads.length }, contents };
};
