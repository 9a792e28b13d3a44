import { type Context, statement } from "../../../../engine/public.ts";
import { json, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { SavedMapping } from "../shared/inspection.contract.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import { printOptions } from "../shared/print-options.ts";
import { squeezeText } from "../shared/squeeze-text.ts";

const MOST = 20;

export const mappingsOf = statement(
  { name: text, header: json<readonly string[]>(), options: json<ImportOptions>() },
  ({ system }, actor: string | null, object: string) =>
    sql`select distinct on (options ->> 'saveAs') options ->> 'saveAs' as name, header, options from ${system("import_run")}
      where actor = ${actor} and options ->> 'object' = ${object} and options ? 'saveAs' order by options ->> 'saveAs', made_at desc, id desc`,
);
/** Mappings that the caller remembered by name, the latest of each; those of the same titles first. */
export async function savedMappings(
  context: Context,
  object: string,
  header: readonly string[],
): Promise<readonly SavedMapping[]> {
  const rows = await context.db.query(mappingsOf(context.workspace, context.principal.id, object));
  const titles = new Set(header.map(squeezeText));
  const fits = (known: readonly string[]): boolean => known.every((title) => titles.has(squeezeText(title)));
  return rows
    .map((row) => ({ name: row.name, fits: fits(row.header), options: printOptions(row.options) }))
    .toSorted((a, b) => Number(b.fits) - Number(a.fits))
    .slice(0, MOST);
}
