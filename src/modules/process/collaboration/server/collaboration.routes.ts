import {
  accept,
  type Context,
  creating,
  elevate,
  refuse,
  type Result,
  roadOf,
  type Route,
  serve,
  updating,
} from "../../../../engine/public.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import type { Road } from "../../../../shared/metadata/hooks.ts";
import { writeAll } from "../../../base/identity/public.ts";
import {
  answerHanded,
  commentHanded,
  handOver,
  type HandedTaskDetail,
  listCollaborators,
  listHanded,
  readHanded,
  takeBack,
} from "../shared/collaboration.contract.ts";
import { collaborationMessages } from "./collaboration.messages.ts";
import { activeCollaborators, handTaskOver, takeTaskBack } from "./hand-over.ts";
import { findHanded, isOpen, listHandedTasks, readHandedTask } from "./read-handed.ts";

const givingRoutes = [
  serve(handOver, {}, handTaskOver),
  serve(takeBack, {}, (context, { params: { id } }) => takeTaskBack(context, id)),
  serve(listCollaborators, {}, async ({ db, workspace }) =>
    accept({ data: await db.query(activeCollaborators(workspace)) }),
  ),
];

async function answerTask(
  context: Context,
  id: string,
  { result, done }: { readonly result: string; readonly done: boolean },
  road: Road,
): Promise<Result<{ data: HandedTaskDetail }>> {
  const found = await findHanded(context, id);
  if (!found.ok) return found;
  if (!isOpen(found.value))
    return refuse({ status: 409, code: "task_closed", text: collaborationMessages.task_closed });
  const acting = elevate(context, "a collaborator fills in the result of a task handed to them");
  const values = { result, ...(done ? { status: "done" as const } : {}) };
  const written = await writeAll(acting, road, [updating(task, id, values)]);
  return written.ok ? shown(context, id) : written;
}

async function say(
  context: Context,
  id: string,
  text: string,
  road: Road,
): Promise<Result<{ data: HandedTaskDetail }>> {
  const found = await findHanded(context, id);
  if (!found.ok) return found;
  const acting = elevate(context, "a collaborator comments on a task handed to them");
  const values = { content: asHtml(text), regarding: { object: task.name, id }, owner: context.principal.id };
  const written = await writeAll(acting, road, [creating(comment, values)]);
  return written.ok ? shown(context, id) : written;
}
const asHtml = (text: string): string =>
  text
    .split(/\r?\n/)
    .map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`)
    .join("");

async function shown(context: Context, id: string): Promise<Result<{ data: HandedTaskDetail }>> {
  const task = await readHandedTask(context, id);
  return task.ok ? accept({ data: task.value }) : task;
}

/** All that there is for whom something is handed to. */
const handedRoutes = [
  serve(listHanded, { outsiders: true }, async (context) => {
    const tasks = await mine(context);
    return tasks.ok ? accept({ data: tasks.value }) : tasks;
  }),
  serve(readHanded, { outsiders: true }, async (context, { params: { id } }) =>
    isTheirs(context) ? shown(context, id) : noTask(),
  ),
  serve(answerHanded, { outsiders: true }, async (context, call) =>
    isTheirs(context) ? answerTask(context, call.params.id, call.body, roadOf(call)) : noTask(),
  ),
  serve(commentHanded, { outsiders: true }, async (context, call) =>
    isTheirs(context) ? say(context, call.params.id, call.body.text, roadOf(call)) : noTask(),
  ),
];
/** Whoever has roles reads tasks as everywhere else. */
const isTheirs = ({ principal }: Context): boolean => principal.kind === "collaborator";
const mine = async (context: Context) => (isTheirs(context) ? listHandedTasks(context) : accept([]));
const noTask = () => refuse({ status: 404, code: "not_found", text: collaborationMessages.not_found });

export const collaborationRoutes: readonly Route[] = [...givingRoutes, ...handedRoutes];
