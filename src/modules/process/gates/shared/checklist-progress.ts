import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { asValues } from "./criterion.ts";
import { criteriaOf, type Stage } from "../../pipeline/shared/public.ts";

/**
 * How far the checklists of a stage are: points ticked of all that leaving it asks for. Optional points do
 * not count.
 */
export interface ChecklistProgress {
  readonly done: number;
  readonly of: number;
  /** Whole percent, rounded down: 100 only when everything is ticked. */
  readonly percent: number;
}

/**
 * Null where leaving the stage asks for no checklist. @example checklistProgress(needs, record).percent // 50
 */
export function checklistProgress(stage: Stage, record: Readonly<Values>): ChecklistProgress | null {
  const evidence = asValues(partOf(staged, record).gate_state) ?? {};
  const items = criteriaOf(stage, "exit").flatMap((criterion) =>
    criterion.kind === "checklist"
      ? criterion.items
          .filter(({ optional }) => optional !== true)
          .map(({ id }) => asValues(evidence[criterion.id])?.[id] === true)
      : [],
  );
  if (items.length === 0) return null;
  const done = items.filter(Boolean).length;
  return { done, of: items.length, percent: Math.floor((100 * done) / items.length) };
}
