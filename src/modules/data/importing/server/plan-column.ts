import { fold } from "../../../../shared/text/fold.ts";
import { splitLineField } from "../shared/line-columns.ts";
import type { ColumnPlan } from "../shared/options.contract.ts";
import { ColumnPlanner } from "./column-planner.ts";
import type { StepCommon } from "./mapping-step.ts";
import { planField } from "./plan-field.ts";

/** Adds what one column is for, or what is wrong with it. */
export function planColumn(
  planner: ColumnPlanner,
  index: number,
  column: string,
  plan: ColumnPlan,
  constant?: string,
): void {
  const [list, inLine] = splitLineField(plan.field ?? "");
  if (inLine !== undefined)
    return planLine(planner, index, column, { ...plan, field: inLine }, list, constant);
  const values = new Map(Object.entries(plan.values ?? {}).map(([cell, meant]) => [fold(cell), meant]));
  const [created, skipped] = [new Set(plan.create?.map(fold)), new Set(plan.skip?.map(fold))];
  const common: StepCommon = {
    index,
    column,
    values,
    plan,
    created,
    skipped,
    ...(constant === undefined ? {} : { constant }),
  };
  if (plan.stageEntered !== undefined) planEntered(planner, common, plan.stageEntered);
  planField(planner, common);
}

function planLine(
  planner: ColumnPlanner,
  index: number,
  column: string,
  plan: ColumnPlan,
  list: string,
  constant?: string,
): void {
  const field = planner.object.byName[list];
  const object = field?.kind === "children" ? planner.objectOf(field.object) : undefined;
  if (field?.kind !== "children" || !object)
    return planner.complain("not_importable", { field: list }, `mapping.${column}`);
  if (plan.field === field.via)
    return planner.complain("not_importable", { field: `${list}.${field.via}` }, `mapping.${column}`);
  const inList = planner.lists.get(field) ?? new ColumnPlanner(object, planner.objectOf);
  planner.lists.set(field, inList);
  planColumn(inList, index, column, plan, constant);
}

function planEntered(planner: ColumnPlanner, common: StepCommon, stage: string): void {
  const field =
    planner.object.stageField === undefined ? undefined : planner.object.byName[planner.object.stageField];
  if (field) planner.steps.push({ ...common, does: "entered", stage, field });
  else planner.complain("no_stage", { object: planner.object.name }, `mapping.${common.column}`);
}
