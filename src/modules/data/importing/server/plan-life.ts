import type { Field } from "../../../../shared/metadata/field.ts";
import { linkTargets } from "../shared/field-columns.ts";
import { LIFE } from "../shared/imported-life.ts";
import { isImportable } from "../shared/importable-field.ts";
import type { ColumnPlanner } from "./column-planner.ts";
import type { LinkStep, StepCommon, Ways } from "./mapping-step.ts";

/** The column that tells the whole life of each record. */
export function planLife(planner: ColumnPlanner, common: StepCommon): void {
  const links = new Map<string, Ways>();
  for (const field of planner.object.fields) {
    const targets = field.kind === "tags" || !isImportable(field) ? [] : linkTargets(field, planner.objectOf);
    if (targets.length > 0) links.set(field.name, waysTo(planner, common, field, targets));
  }
  const maker = planner.object.byName["created_by"];
  if (!maker) return planner.complain("not_importable", { field: LIFE }, `mapping.${common.column}`);
  planner.steps.push({ ...common, does: "life", links, people: waysTo(planner, common, maker, ["user"]) });
}

function waysTo(planner: ColumnPlanner, common: StepCommon, field: Field, targets: readonly string[]): Ways {
  const title = planner.objectOf(targets[0] ?? "")?.title ?? "name";
  const step = (by: string): LinkStep => ({
    ...common,
    does: "link",
    field,
    targets,
    by: [by],
    missing: "empty",
    many: false,
    severalInOne: false,
  });
  return { id: step("id"), name: step(title) };
}
