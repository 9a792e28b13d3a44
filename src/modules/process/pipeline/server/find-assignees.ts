import type { Executor } from "../../../../platform/db/database.ts";
import { type Context, tableOf } from "../../../../engine/public.ts";
import type { Assignee } from "../shared/pipeline.ts";

export interface Wanted {
  readonly key: string;
  readonly owner: string | null;
  readonly department: string | null;
  readonly assignee: Assignee;
}
interface Person {
  readonly id: string;
  readonly manager: string | null;
  readonly department: string | null;
  readonly roles: readonly string[];
}

/**
 * Who gets each task, in one statement. For a role: the owner if they have it, else their manager, else
 * somebody of the same department, else the first who has it; the owner where nobody does.
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
  const people = needsPeople ? await readPeople(db, context, owners, roles) : [];
  return new Map(wanted.map((one) => [one.key, choose(one, people)]));
}

async function readPeople(
  db: Executor,
  context: Context,
  owners: readonly string[],
  roles: readonly string[],
): Promise<readonly Person[]> {
  const table = (name: string) => tableOf(context.workspace, name);
  return db.query<Person>({
    text: `select u.id, u.manager, u.department, array_remove(array_agg(r.name), null) as roles from ${table("user")} u
left join ${table("user_role")} ur on ur."user" = u.id and ur.deleted_at is null left join ${table("role")} r on r.id = ur.role and r.deleted_at is null and r.name = any($2::text[])
where u.deleted_at is null and u.active is not false and (u.id = any($1::uuid[]) or r.id is not null) group by u.id order by u.id`,
    values: [owners, roles],
  });
}

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
