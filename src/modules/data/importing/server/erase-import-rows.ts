import { type Eraser, systemTable } from "../../../../engine/public.ts";

/**
 * Rows of files that tell of a person, and the files themselves: whose rows were taken over or refused, the
 * whole file is no longer needed.
 */
export const eraseImportRows: Eraser = async (tx, { workspace }, { records, words }) => {
  const ids = [...records.values()].flat();
  const run = systemTable(workspace, "import_run");
  const values = [ids, words.map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`)];
  const rows = await tx.query<{ import: string }>({
    text: `update ${systemTable(workspace, "import_row")} set cells = null, reasons = null, marks = null
      where (record = any($1::uuid[]) or cells::text ilike any($2::text[]) or reasons::text ilike any($2::text[])) returning import`,
    values,
  });
  const links = await tx.query<{ import: string }>({
    text: `update ${systemTable(workspace, "import_link")} set title = null where record = any($1::uuid[]) or title ilike any($2::text[]) returning import`,
    values,
  });
  const told = await tx.query<{ id: string }>({
    text: `select id from ${run} where preview::text ilike any($1::text[]) or questions::text ilike any($1::text[]) or undo::text ilike any($1::text[]) or notices::text ilike any($1::text[])`,
    values: [values[1]],
  });
  const imports = [...new Set([...rows, ...links].map((row) => row.import).concat(told.map(({ id }) => id)))];
  const counts: Record<string, number> = { import_row: rows.length, import_link: links.length };
  if (imports.length === 0) return { counts };
  const runs = await tx.query<{ file_hash: string }>({
    text: `update ${run} set preview = '[]', questions = '{}', notices = '[]', error = null, undo = case when undo is null then null else jsonb_set(undo, '{kept}', '[]') end
      where id = any($1::uuid[]) and finished_at is not null returning file_hash`,
    values: [imports],
  });
  const contents = runs.map(({ file_hash }) => file_hash);
  const uploads = await tx.query({
    text: `delete from ${systemTable(workspace, "import_upload")} where file_hash = any($1::text[]) returning 1`,
    values: [contents],
  });
  return { counts: { ...counts, import_run: runs.length, import_upload: uploads.length }, contents };
};
