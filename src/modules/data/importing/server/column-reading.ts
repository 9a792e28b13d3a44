import { unitInTitle } from "../shared/number-unit.ts";
import type { ColumnReading } from "../shared/reading.contract.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import type { Step } from "./mapping-step.ts";
import type { ColumnFacts, Scan } from "./scan-file.ts";

export type Setting = Pick<ColumnReading, "decimal_mark" | "date_order" | "unit">;

/** How a column is read: what the mapping says, else what its cells decided; "ask" where neither does. */
export function settingOf(step: Step, facts: ColumnFacts | undefined): Setting {
  if (!facts) return {};
  const mark = step.plan.decimalMark ?? facts.decimalMark;
  const order =
    step.plan.dateOrder ?? facts.dateOrder ?? (facts.doubtfulDate === undefined ? undefined : "ask");
  const unit =
    step.plan.unit ??
    (facts.unit ? unitInTitle(step.column) : facts.areFractionsDoubtful ? "ask" : undefined);
  return {
    ...(mark ? { decimal_mark: mark } : {}),
    ...(order ? { date_order: order } : {}),
    ...(unit ? { unit } : {}),
  };
}

/** How all mapped columns are read, for whoever looks at the import afterwards. */
export const readingsOf = (plan: MappingPlan, scan: Scan): readonly ColumnReading[] =>
  plan.steps.map((step) => ({
    column: step.column,
    field: "field" in step ? step.field.name : null,
    ...settingOf(step, scan.facts.get(step)),
  }));
