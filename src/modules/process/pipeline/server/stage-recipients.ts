import { type Context, tableOf } from "../../../../engine/public.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Recipient } from "../shared/pipeline.ts";
import type { StageNotice } from "./stage-notices.ts";

/** Where a record stands and whose it is now. */
export interface Place {
  readonly id: string;
  readonly pipeline: string | null;
  readonly stage: string | null;
  readonly department: string | null;
  readonly owner: string | null;
  readonly manager: string | null;
}
/** The places of records of one object that are there, by id. */
export async function placesOf(
  { db, workspace }: Context,
  { name, stageField = "" }: CatalogObject,
  records: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  const rows = await db.query<Place>({
    name: "place",
    text: `select t.id, t.pipeline, t.${ident(stageField)} as stage, t.department, t.owner, u.manager from ${tableOf(workspace, name)} t left join ${tableOf(workspace, "user")} u on u.id = t.owner
where t.id = any($1::uuid[]) and t.deleted_at is null`,
    values: [[...new Set(records)]],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

type PeopleByRole = ReadonlyMap<string, readonly string[]>;
const isRole = (recipient: Recipient): recipient is { readonly role: string } =>
  typeof recipient === "object" && "role" in recipient;

export function peopleOf(
  recipient: Recipient,
  { owner, manager }: Place,
  roles: PeopleByRole,
): readonly string[] {
  if (recipient === "owner") return owner ? [owner] : [];
  if (recipient === "manager") return manager ? [manager] : [];
  return isRole(recipient) ? (roles.get(recipient.role) ?? []) : [recipient.person];
}

/** Nobody needs a notice that goes to hundreds. */
const MOST = 200;
/** The people of the roles that notices name. */
export async function peopleByRole(
  { db, workspace }: Context,
  notices: readonly StageNotice[],
): Promise<PeopleByRole> {
  const names = [...new Set(notices.flatMap(({ to }) => to.filter(isRole).map(({ role }) => role)))];
  if (names.length === 0) return new Map();
  const rows = await db.query<{ role: string; people: readonly string[] }>({
    text: `select r.name as role, (array_agg(distinct ur."user"::text))[1:${MOST}] as people from ${tableOf(workspace, "role")} r
join ${tableOf(workspace, "user_role")} ur on ur.role = r.id and ur.deleted_at is null where r.name = any($1::text[]) and r.deleted_at is null group by r.name`,
    values: [names],
  });
  return new Map(rows.map(({ role, people }) => [role, people]));
}
