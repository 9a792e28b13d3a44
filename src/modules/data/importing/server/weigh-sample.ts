import type { Context } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { ColumnPlan } from "../shared/options.contract.ts";
import { type Setting, settingOf } from "./column-reading.ts";
import { planMapping } from "./plan-mapping.ts";
import { ColumnScans } from "./scan-file.ts";
import type { Sheet, SheetRow } from "./sheet.ts";

/**
 * What the first rows decide for each column under the suggested mapping: decimal mark, order of dates, unit;
 * "ask" where they do not.
 */
export function weighSample(
  context: Context,
  object: CatalogObject,
  sheet: Sheet,
  mapping: Readonly<Record<string, ColumnPlan>>,
  rows: readonly SheetRow[],
): Readonly<Record<string, Setting>> {
  const planned = planMapping(
    { object: object.name, dryRun: true, onMatch: "update", empty: "keep", mapping },
    sheet.header,
    (name) => context.catalog.object(name),
  );
  if (!planned.ok) return {};
  const scans = new ColumnScans(planned.plan.steps);
  for (const { cells, marks } of rows) scans.weigh(cells, marks);
  const facts = scans.facts(sheet.delimiter);
  return Object.fromEntries(
    planned.plan.steps.map((step) => [step.column, settingOf(step, facts.get(step))]),
  );
}
