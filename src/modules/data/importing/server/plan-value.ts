import type { Field } from "../../../../shared/metadata/field.ts";
import { furtherOf } from "../../../../shared/metadata/further-links.ts";
import { linkTargets } from "../shared/field-columns.ts";
import type { ColumnPlan } from "../shared/options.contract.ts";
import type { ColumnPlanner } from "./column-planner.ts";
import type { StepCommon } from "./mapping-step.ts";

/** A column of values, or of links by the fields they are found by. */
export function planValue(planner: ColumnPlanner, common: StepCommon, field: Field, plan: ColumnPlan): void {
  const targets = linkTargets(field, planner.objectOf);
  const [first] = targets;
  if (first === undefined)
    return void planner.steps.push({
      ...common,
      does: "value",
      field,
      ...(plan.part ? { part: plan.part } : {}),
    });
  const by = plan.by ?? [planner.objectOf(first)?.title ?? "name"];
  for (const name of by) {
    if (targets.some((target) => planner.objectOf(target)?.byName[name])) continue;
    planner.complain("unknown_link_field", { object: first, field: name }, `mapping.${common.column}.by`);
  }
  const severalInOne = field.kind === "links" || furtherOf(planner.object, field.name) !== undefined;
  const many = field.kind === "tags" || field.kind === "links";
  planner.steps.push({
    ...common,
    does: "link",
    field,
    targets,
    by,
    missing: plan.missing ?? "refuse",
    many,
    severalInOne,
  });
}
