import { type Context, statement } from "../../../../engine/public.ts";
import { arrayOf, orNull, type RowOf, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import type { Assignee } from "../shared/pipeline.ts";

export interface Wanted {
  readonly key: string;
  readonly owner: string | null;
  readonly department: string | null;
  readonly assignee: Assignee;
}
const person = { id: uuid, manager: orNull(uuid), department: orNull(uuid), roles: arrayOf(text) };
type Person = RowOf<typeof person>;

/**
 * Who gets each task, in one statement. For a role: the owner if they have it, else their manager, else
 * somebody of the same department, else the first who has it; the owner where nobody does. A manager who has
 * left gets none.
 */
export async function findAssignees(
  db: Executor,
  context: Context,
  wanted: readonly Wanted[],
): Promise<ReadonlyMap<string, string | null>> {
  const roles = [
    ...new Set(wanted.flatMap(({ assignee }) => (typeof assignee === "object" ? [assignee.role] : []))),
  ];
  const owners = [...new Set(wanted.flatMap(({ owner }) => owner ?? []))];
  const needsPeople = roles.length > 0 || wanted.some(({ assignee }) => assignee === "manager");
  const people = needsPeople ? await db.query(assignable(context.workspace, owners, roles)) : [];
  return new Map(wanted.map((one) => [one.key, choose(one, people)]));
}

export const assignable = statement(
  person,
  ({ record }, owners: readonly string[], roles: readonly string[]) =>
    sql`select u.id, (select m.id from ${record("user")} m where m.id = u.manager and m.deleted_at is null and m.active is not false) as manager, u.department, array_remove(array_agg(r.name), null) as roles from ${record("user")} u
left join ${record("user_role")} ur on ur."user" = u.id and ur.deleted_at is null left join ${record("role")} r on r.id = ur.role and r.deleted_at is null and r.name = any(${roles}::text[])
where u.deleted_at is null and u.active is not false and (u.id = any(${owners}::uuid[]) or r.id is not null) group by u.id order by u.id`,
);

function choose({ owner, department, assignee }: Wanted, people: readonly Person[]): string | null {
  if (assignee === "owner") return owner;
  const boss = people.find((person) => person.id === owner)?.manager ?? null;
  if (assignee === "manager") return boss ?? owner;
  const able = people.filter((person) => person.roles.includes(assignee.role));
  const near =
    able.find((person) => person.id === owner) ??
    able.find((person) => person.id === boss) ??
    able.find((person) => department !== null && person.department === department) ??
    able[0];
  return near?.id ?? owner;
}
