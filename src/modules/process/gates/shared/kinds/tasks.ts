import { compose, joinLabels } from "../../../../../shared/i18n/compose-labels.ts";
import { label, type LabelMap } from "../../../../../shared/i18n/label.ts";
import { type CriterionOf, fault, type Stage } from "../../../pipeline/shared/public.ts";
import { asValues, memberOf, namesIn, reasonOf } from "../criterion.ts";
import type { GateKind } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** Tasks that a stage made are done. */
export const tasksKind: GateKind<CriterionOf<"tasks">> = {
  label: label("任务", "Tasks"),
  check: ({ items = [] }, place) => {
    const made = place.definition.stages
      .flatMap((stage) => [...stage.on_enter, ...stage.on_exit])
      .filter((action) => action.kind === "task");
    return items
      .filter((item) => !made.some((action) => action.id === item.id))
      .map((item) => fault(place, "unknown_template", { template: item.id }));
  },
  unmet: ({ criterion, left }, { facts }) => {
    const items = askedTasks(criterion, left).map((item) => ({
      ...item,
      done: memberOf(facts[criterion.id], item.id) === true,
    }));
    const open = items.filter((item) => !item.done);
    if (open.length === 0) return [];
    const text = compose(gateMessages.tasks_open, { items: joinLabels(open.map((item) => item.label)) });
    const params = { open: open.length, of: items.length };
    return [reasonOf(criterion, "tasks_open", text, { action: "complete_tasks", items }, { params })];
  },
  title: () => gateMessages.title_tasks,
  inFull: () => gateMessages.tasks_open_all,
  suppliedFact: (_criterion, { given, known }) => ({
    ...asValues(known),
    ...Object.fromEntries(namesIn(given).map((id) => [id, true])),
  }),
};

/** The tasks named; else every one made on entering the stage that is left. */
export const askedTasks = (
  { items }: CriterionOf<"tasks">,
  left: Stage | undefined,
): readonly { readonly id: string; readonly label: LabelMap }[] =>
  items ??
  (left?.on_enter ?? []).flatMap((action) =>
    action.kind === "task" ? [{ id: action.id, label: action.title }] : [],
  );
