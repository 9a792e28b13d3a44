import { type Operation, creating, tableOf, updating } from "../../../../../engine/public.ts";
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
  const rows = await tx.query<{ id: string; template: string; status: string }>({
    text: `select distinct on (template) id, template, status from ${tableOf(context.workspace, "task")} where (regarding = $1::uuid or also_regarding @> array[$1::uuid]) and template = any($2::text[]) and deleted_at is null order by template, created_at desc, id desc`,
    values: [idOf(meeting), wanted],
  });
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
