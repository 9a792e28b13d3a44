import type { Reason } from "../../../../shared/metadata/reason.ts";
import { fold } from "../../../../shared/text/fold.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import { ColumnPlanner, type ObjectOf } from "./column-planner.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import type { LinkStep } from "./mapping-step.ts";
import { isMatchMapped, matchOf } from "./match-fields.ts";
import { planColumn } from "./plan-column.ts";

export type Planned =
  | { readonly ok: true; readonly plan: MappingPlan }
  | { readonly ok: false; readonly reasons: readonly Reason[] };

/** Under which name questions speak of a value for all rows. */
export const constantColumn = (field: string): string => `constants.${field}`;

/** Each column of the file that the mapping names, then the values for all rows. */
function planColumns(planner: ColumnPlanner, options: ImportOptions, header: readonly string[]): void {
  for (const [column, plan] of Object.entries(options.mapping ?? {})) {
    const index =
      header.indexOf(column) >= 0
        ? header.indexOf(column)
        : header.findIndex((title) => fold(title) === fold(column));
    if (index < 0)
      planner.complain(
        "unknown_column",
        { column, columns: header.slice(0, 30).join(", ") },
        `mapping.${column}`,
      );
    else for (const one of [plan, ...(plan.also ?? [])]) planColumn(planner, index, column, one);
  }
  for (const plan of options.constants ?? [])
    planColumn(planner, -1, constantColumn(plan.field), plan, plan.value);
}

/**
 * Checks the mapping against the file's header and the catalog. `options.mapping` must be there (suggested or
 * given).
 */
export function planMapping(options: ImportOptions, header: readonly string[], objectOf: ObjectOf): Planned {
  const object = objectOf(options.object);
  if (!object) throw new Error(`no object ${options.object}`);
  const planner = new ColumnPlanner(object, objectOf);
  planColumns(planner, options, header);
  const { steps } = planner;
  const lines = planner.linesPlans(options, header);
  const match = matchOf(options, steps);
  for (const name of match)
    if (!isMatchMapped(steps, name)) planner.complain("match_not_mapped", { field: name }, "match");
  if (steps.every((step) => step.does === "id") && planner.reasons.length === 0)
    planner.complain("nothing_mapped", {}, "mapping");
  if (planner.reasons.length > 0) return { ok: false, reasons: planner.reasons };
  const selfLinks = steps.filter(
    (step): step is LinkStep => step.does === "link" && step.targets.includes(object.name),
  );
  return { ok: true, plan: { object, steps, match, options, header, lines, selfLinks } };
}
