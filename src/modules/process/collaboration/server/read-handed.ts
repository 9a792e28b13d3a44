import {
  type Context,
  type Result,
  accept,
  elevate,
  get,
  list,
  refuse,
  statement,
} from "../../../../engine/public.ts";
import { comment } from "../../../../objects/work/comment/comment.object.ts";
import { task } from "../../../../objects/work/task/task.object.ts";
import { json, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf, recordOf, type PartOf } from "../../../../shared/metadata/record-of.ts";
import { plainText } from "../../../../shared/rich-text/plain-text.ts";
import { loadPrincipal } from "../../../base/identity/public.ts";
import { factsOf, type PublicFact } from "../../../base/links/public.ts";
import type { HandedTask, HandedTaskDetail } from "../shared/collaboration.contract.ts";
import { collaborationMessages } from "./collaboration.messages.ts";

/** What stands behind a handed task: not the collaborator’s to read, and needed to show what is. */
export const handingOf = statement(
  {
    id: uuid,
    giver: orNull(uuid),
    giver_name: orNull(text),
    object: orNull(text),
    record: orNull(uuid),
    opened: orNull(json<readonly string[]>()),
  },
  ({ record }, ids: readonly string[]) =>
    sql`select t.id, t.handed_by as giver, u.name as giver_name, t.regarding__object as object, t.regarding as record, t.opened
      from ${record("task")} t left join ${record("user")} u on u.id = t.handed_by where t.id = any(${ids}::uuid[])`,
);
type Handing = Awaited<ReturnType<typeof readHandings>> extends ReadonlyMap<string, infer T> ? T : never;
async function readHandings({ db, workspace }: Context, ids: readonly string[]) {
  const rows = ids.length === 0 ? [] : await db.query(handingOf(workspace, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

const MOST = 200;
/** The caller’s tasks, open ones first, each group by its day. */
export async function listHandedTasks(context: Context): Promise<Result<readonly HandedTask[]>> {
  const found = await list(context, { object: task.name, sort: "-handed_at", limit: MOST });
  if (!found.ok) return found;
  const rows = found.value.data.map((row) => partOf(task, row));
  const handings = await readHandings(
    context,
    rows.map(({ id = "" }) => id),
  );
  const shown = rows.map((row) => toHanded(row, handings.get(row.id ?? "")));
  return accept([...shown.filter(isOpen).toSorted(byDay), ...shown.filter((one) => !isOpen(one))]);
}
export const isOpen = ({ status }: { readonly status?: string | null }): boolean => status === "open";
const byDay = (one: HandedTask, other: HandedTask): number =>
  (one.due_date ?? "9999").localeCompare(other.due_date ?? "9999");

const toHanded = (row: PartOf<typeof task>, handing: Handing | undefined): HandedTask => ({
  id: row.id ?? "",
  subject: row.subject ?? "",
  status: row.status ?? "open",
  due_date: row.due_date ?? null,
  from: handing?.giver_name ?? null,
  handed_at: row.handed_at ?? null,
});

/** One of the caller’s tasks as the predicate lets them see it; any other is a 404. */
export async function findHanded(context: Context, id: string): Promise<Result<PartOf<typeof task>>> {
  const object = context.catalog.object(task.name);
  const found = object && (await get(context, object, id));
  if (!found?.ok) return refuse({ status: 404, code: "not_found", text: collaborationMessages.not_found });
  return accept(partOf(task, found.value));
}

export async function readHandedTask(context: Context, id: string): Promise<Result<HandedTaskDetail>> {
  const found = await findHanded(context, id);
  if (!found.ok) return found;
  const row = found.value;
  const handing = (await readHandings(context, [id])).get(id);
  return accept({
    task: toHanded(row, handing),
    description: row.description ?? null,
    result: row.result ?? null,
    facts: handing && isOpen(row) ? await openedFacts(context, handing) : [],
    comments: await commentsSince(context, id, row.handed_at ?? null),
  });
}

/**
 * The opened fields of the record in words, as whoever opened them sees them at this moment: whoever may no
 * longer see something opens it to nobody.
 */
async function openedFacts(
  context: Context,
  { giver, object: name, record: id, opened }: Handing,
): Promise<readonly PublicFact[]> {
  const object = name === null ? undefined : context.catalog.object(name);
  const principal = giver === null ? null : await loadPrincipal(context.db, context.workspace, giver);
  if (!object || id === null || !principal || principal.kind !== "person") return [];
  const { idempotency: _key, ...rest } = context;
  const theirs: Context = { ...rest, principal };
  const found = await get(theirs, object, id, { titles: true });
  return found.ok ? factsOf(theirs, object, found.value, opened ?? []) : [];
}

export const authorsOf = statement(
  { id: uuid, name: orNull(text) },
  ({ record }, ids: readonly string[]) =>
    sql`select id, name from ${record("user")} where id = any(${ids}::uuid[])`,
);
/** What was said on the task since it was handed over: what was said before was not meant for them. */
async function commentsSince(
  context: Context,
  id: string,
  since: string | null,
): Promise<HandedTaskDetail["comments"]> {
  if (since === null) return [];
  const whole = elevate(context, "comments on a task are read by whom it is handed to");
  const filter = `regarding == ${JSON.stringify(id)} && created_at >= ${JSON.stringify(since)}`;
  const found = await list(whole, { object: comment.name, filter, sort: "created_at", limit: MOST });
  const rows: readonly Values[] = found.ok ? found.value.data : [];
  const said = rows.map((row) => recordOf(comment, row));
  const people = [...new Set(said.flatMap(({ owner }) => owner ?? []))];
  const names = new Map(
    (people.length === 0 ? [] : await context.db.query(authorsOf(context.workspace, people))).map((row) => [
      row.id,
      row.name,
    ]),
  );
  return said.map(({ id: one, owner, created_at, content }) => ({
    id: one,
    by: owner === null ? null : (names.get(owner) ?? null),
    mine: owner === context.principal.id,
    at: created_at,
    text: plainText(content ?? ""),
  }));
}
