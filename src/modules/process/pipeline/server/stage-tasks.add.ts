import {
  type Add,
  type Context,
  type HookInput,
  type Operation,
  creating,
} from "../../../../engine/public.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { label, textOf } from "../../../../shared/i18n/label.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { isLayerOn } from "../shared/layers.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { Stage, StageActionOf } from "../shared/pipeline.ts";
import { findAssignees, type Wanted } from "./find-assignees.ts";
import { loadPipelines } from "./load-pipelines.ts";
import { hasStage, moveOf, type StageChange } from "./move-of.ts";

type Template = StageActionOf<"task">;
interface Due {
  readonly move: StageChange;
  readonly template: Template;
  /** Which entry made it: stage and moment. */
  readonly entry: string;
  readonly isMandatory: boolean;
}

/**
 * Tasks from the templates of the stage that is left and the one that is entered: once for each entry, none
 * for a told past.
 */
export const stageTasks: Add = {
  word: "add",
  name: "stage.tasks",
  label: label("按模板生成阶段任务", "Creates the tasks of a stage"),
  applies: hasStage,
  writes: ["task"],
  run: async (input) => {
    const { tx, context, object, changes } = input;
    const pipelines = await loadPipelines(tx, context);
    const due = changes
      .filter((change) => change.past === undefined)
      .flatMap((change) => dueFor(moveOf(object, change, pipelines)));
    if (due.length === 0) return {};
    const people = await findAssignees(tx, context, due.map(wanted));
    return { operations: due.map((one) => taskOf(input, one, people.get(keyOf(one)) ?? null)) };
  },
};

function dueFor(move: StageChange | null): readonly Due[] {
  if (!move?.to) return [];
  const { change, from, to } = move;
  const entered = Date.parse(change.now);
  const left = from?.stage
    ? templates(from.stage, "on_exit").map((template): Due => ({
        move,
        template,
        entry: `${to.name}@${entered}`,
        isMandatory: false,
      }))
    : [];
  const awaited = new Set(
    to.exit.flatMap((criterion) =>
      criterion.kind === "tasks" ? (criterion.items ?? templates(to, "on_enter")).map((item) => item.id) : [],
    ),
  );
  return [
    ...left,
    ...templates(to, "on_enter").map((template): Due => ({
      move,
      template,
      entry: `${to.name}@${entered}`,
      isMandatory: awaited.has(template.id),
    })),
  ];
}
const templates = (stage: Stage, when: "on_enter" | "on_exit"): readonly Template[] =>
  isLayerOn(stage, "actions")
    ? stage[when].flatMap((action) => (action.kind === "task" ? [action] : []))
    : [];

/** As many tasks as a move into a stage of this name makes in any pipeline of the object. */
export async function mostTasks(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  to: string,
): Promise<number> {
  const pipelines = (await loadPipelines(tx, context)).of(object.name);
  const most = (of: readonly Stage[], when: "on_enter" | "on_exit"): number =>
    Math.max(0, ...of.map((stage) => templates(stage, when).length));
  return Math.max(
    0,
    ...pipelines.map(({ definition: { stages } }) => {
      const entered = stages.filter(({ name }) => name === to);
      return most(entered, "on_enter") + most(stages, "on_exit");
    }),
  );
}

const keyOf = ({ move, template }: Due): string => `${move.change.id}:${template.id}`;
function wanted(due: Due): Wanted {
  const { owner, department } = partOf(anyRecord, due.move.change.after);
  return {
    key: keyOf(due),
    owner: owner ?? null,
    department: department ?? null,
    assignee: due.template.assignee ?? "owner",
  };
}

function taskOf(
  { context, object }: HookInput,
  { move, template, entry, isMandatory }: Due,
  owner: string | null,
): Operation {
  const { zone, calendar, language } = context.company;
  const today = dayIn(zone, context.now);
  return creating(task, {
    subject: textOf(template.title, language, template.id),
    regarding: { object: object.name, id: move.change.id },
    status: "open",
    due_date: calendar.add(today, template.due_days ?? 1),
    template: template.id,
    stage_entry: entry,
    mandatory: isMandatory,
    owner,
    ...(template.note ? { description: textOf(template.note, language) } : {}),
  });
}
