import { type Context, type LoggedChange, statement, type Subscriber } from "../../../../engine/public.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { type Notice, noticeKinds, notify } from "../../../base/notifications/public.ts";

const isTask = ({ name }: { readonly name: string }): boolean => name === task.name;
export const handedNotice = noticeKinds.define("task_handed", {
  label: label("转来的协作任务", "Task handed to you"),
  applies: isTask,
  text: label("{actor} 把任务交给你：{subject}", "{actor} handed you a task: {subject}"),
  why: label("这个任务交给了你", "the task was handed to you"),
});
export const answeredNotice = noticeKinds.define("task_answered", {
  label: label("协作结果", "Result of a handed task"),
  applies: isTask,
  text: label(
    "{actor} 完成了你转交的任务：{subject}",
    "{actor} completed the task you handed over: {subject}",
  ),
  why: label("任务由你转交", "you handed the task over"),
});

export const tasksHanded = statement(
  { id: uuid, subject: sure(text), collaborator: orNull(uuid), giver: orNull(uuid) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, subject, collaborator, handed_by as giver from ${record("task")} where id = any(${ids}::uuid[]) and deleted_at is null and collaborator is not null`,
);

/** Tells whom a task is handed to, and whoever handed it over that it has come back. */
export const notifyCollaborators = {
  word: "react",
  name: "collaboration.notify",
  label: label("通知协作者和转交人", "Notifies collaborators and who handed the task over"),
  applies: isTask,
  runAll: async (context, changes) => {
    const told = changes.filter((change) => newsIn(change) !== null);
    if (told.length === 0) return;
    const rows = await read(context, told);
    await notify(
      context,
      told.map((change) => ({ change, notices: noticesOf(change, rows.get(change.record)) })),
    );
  },
} as const satisfies Subscriber;

function newsIn({ before, after, actor_kind }: LoggedChange): "handed" | "answered" | null {
  const [was, is] = [partOf(task, before), partOf(task, after)];
  if (is.collaborator && is.collaborator !== was.collaborator) return "handed";
  return actor_kind === "collaborator" && is.status === "done" && was.status !== "done" ? "answered" : null;
}

type Row = Awaited<ReturnType<typeof read>> extends ReadonlyMap<string, infer T> ? T : never;
async function read({ db, workspace }: Context, changes: readonly LoggedChange[]) {
  const ids = [...new Set(changes.map(({ record }) => record))];
  return new Map((await db.query(tasksHanded(workspace, ids))).map((row) => [row.id, row]));
}

function noticesOf(change: LoggedChange, row: Row | undefined): readonly Notice[] {
  if (!row) return [];
  const about = { params: { subject: row.subject }, regarding: { object: task.name, id: row.id } };
  if (newsIn(change) === "handed")
    return row.collaborator ? [{ recipient: row.collaborator, kind: handedNotice, ...about }] : [];
  return row.giver ? [{ recipient: row.giver, kind: answeredNotice, ...about }] : [];
}
