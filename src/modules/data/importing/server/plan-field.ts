import type { Field } from "../../../../shared/metadata/field.ts";
import { LIFE } from "../shared/imported-life.ts";
import { isImportable } from "../shared/importable-field.ts";
import type { ColumnPlan } from "../shared/options.contract.ts";
import type { ColumnPlanner } from "./column-planner.ts";
import type { StepCommon } from "./mapping-step.ts";
import { planLife } from "./plan-life.ts";
import { planValue } from "./plan-value.ts";

/** What a column fills: a field, the id, or the whole life of the record. */
export function planField(planner: ColumnPlanner, common: StepCommon): void {
  const { column, plan } = common;
  if (plan.field === undefined) return;
  const field = planner.object.byName[plan.field];
  if (plan.field === "id") return void planner.steps.push({ ...common, does: "id" });
  if (plan.field === LIFE && !field) return planLife(planner, common);
  if (!field || !isImportable(field))
    return planner.complain("not_importable", { field: plan.field }, `mapping.${column}`);
  if (isMappedTwice(planner, field, common))
    return planner.complain("mapped_twice", { field: field.name }, `mapping.${column}`);
  if (field.name === "created_at") planner.steps.push({ ...common, does: "created", field });
  else if (field.kind === "stage") planner.steps.push({ ...common, does: "stage", field });
  else planValue(planner, common, field, plan);
}

/** Another column fills the same already, and not by the other way. */
function isMappedTwice(planner: ColumnPlanner, field: Field, { plan, constant }: StepCommon): boolean {
  return (
    constant === undefined &&
    planner.steps.some(
      (step) =>
        "field" in step &&
        step.does !== "entered" &&
        step.field.name === field.name &&
        step.plan.part === plan.part,
    ) &&
    !isOtherWay(planner, field, plan)
  );
}

/** A link may stand in a file twice: by id, and by the name beside it. */
function isOtherWay(planner: ColumnPlanner, field: Field, { by }: ColumnPlan): boolean {
  const ways = planner.steps.flatMap((step) =>
    step.does === "link" && step.field.name === field.name && step.constant === undefined
      ? [step.by[0] === "id"]
      : [],
  );
  return ways.length === 1 && ways[0] !== (by?.[0] === "id");
}
