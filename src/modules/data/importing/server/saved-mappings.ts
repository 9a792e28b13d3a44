import { type Context, systemTable } from "../../../../engine/public.ts";
import type { SavedMapping } from "../shared/inspection.contract.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import { printOptions } from "../shared/print-options.ts";
import { squeezeText } from "../shared/squeeze-text.ts";

const MOST = 20;

/** Mappings that the caller remembered by name, the latest of each; those of the same titles first. */
export async function savedMappings(
  context: Context,
  object: string,
  header: readonly string[],
): Promise<readonly SavedMapping[]> {
  const rows = await context.db.query<{ name: string; header: readonly string[]; options: ImportOptions }>({
    text: `select distinct on (options ->> 'saveAs') options ->> 'saveAs' as name, header, options from ${systemTable(context.workspace, "import_run")}
      where actor = $1 and options ->> 'object' = $2 and options ? 'saveAs' order by options ->> 'saveAs', made_at desc`,
    values: [context.principal.id, object],
  });
  const titles = new Set(header.map(squeezeText));
  const fits = (known: readonly string[]): boolean => known.every((title) => titles.has(squeezeText(title)));
  return rows
    .map((row) => ({ name: row.name, fits: fits(row.header), options: printOptions(row.options) }))
    .toSorted((a, b) => Number(b.fits) - Number(a.fits))
    .slice(0, MOST);
}
