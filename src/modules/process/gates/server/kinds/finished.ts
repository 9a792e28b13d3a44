import { type Operation, creating, statement, updating } from "../../../../../engine/public.ts";
import { orNull, sure, text, uuid } from "../../../../../platform/db/columns.ts";
import { sql } from "../../../../../platform/db/sql.ts";
import { task } from "../../../../../objects/work/task/task.object.ts";
import { textOf } from "../../../../../shared/i18n/label.ts";
import type { WireValue } from "../../../../../shared/metadata/object.ts";
import type { CriterionOf } from "../../../pipeline/shared/public.ts";
import type { KindOnServer, Meeting } from "../gate-kinds.ts";
import { also, idOf, listOf, regarding } from "../met.ts";
import { taskStates } from "./task-states.ts";

export const finished: KindOnServer<CriterionOf<"tasks">> = {
  facts: taskStates,
  meet: async (meeting, criterion, value, met) => also(met, await finishTasks(meeting, criterion, value)),
};

/** Marks the newest task of each template done; one that was never made is kept as done. */
async function finishTasks(
  meeting: Meeting,
  criterion: CriterionOf<"tasks">,
  value: WireValue,
): Promise<readonly Operation[] | null> {
  const { tx, context, definition } = meeting;
  const templates = definition.stages
    .flatMap((stage) => [...stage.on_enter, ...stage.on_exit])
    .flatMap((action) => (action.kind === "task" ? [action] : []));
  const wanted = value === true ? (criterion.items ?? templates).map((item) => item.id) : listOf(value);
  if (!wanted?.every((id) => templates.some((template) => template.id === id))) return null;
  const rows = await tx.query(newestTasks(context.workspace, idOf(meeting), wanted));
  return wanted.flatMap((template): Operation[] => {
    const made = rows.find((row) => row.template === template);
    if (made) return made.status === "done" ? [] : [updating(task, made.id, { status: "done" })];
    const title = templates.find((one) => one.id === template)?.title;
    return [
      creating(task, {
        subject: textOf(title, context.company.language, template),
        status: "done",
        template,
        regarding: regarding(meeting),
      }),
    ];
  });
}

export const newestTasks = statement(
  { id: uuid, template: sure(text), status: orNull(text) },
  ({ record }, about: string, templates: readonly string[]) =>
    sql`select distinct on (template) id, template, status from ${record("task")} where (regarding = ${about}::uuid or also_regarding @> array[${about}::uuid]) and template = any(${templates}::text[]) and deleted_at is null order by template, created_at desc, id desc`,
);
