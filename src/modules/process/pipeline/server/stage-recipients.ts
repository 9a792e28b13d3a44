import { type Context, answering, statement, tablesOf } from "../../../../engine/public.ts";
import { arrayOf, orNull, type RowOf, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import { ident } from "../../../../platform/db/database.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Recipient } from "../shared/pipeline.ts";
import type { StageNotice } from "./stage-notices.ts";

const placeColumns = {
  id: uuid,
  pipeline: orNull(uuid),
  stage: orNull(text),
  department: orNull(uuid),
  owner: orNull(uuid),
  manager: orNull(uuid),
};
/** Where a record stands and whose it is now. */
export type Place = RowOf<typeof placeColumns>;
/** The places of records of one object that are there, by id. */
export async function placesOf(
  { db, workspace }: Context,
  { name, stageField = "" }: CatalogObject,
  records: readonly string[],
): Promise<ReadonlyMap<string, Place>> {
  const { record } = tablesOf(workspace);
  const places = answering(
    placeColumns,
    sql`select t.id, t.pipeline, t.${spelled(ident(stageField))} as stage, t.department, t.owner, u.manager from ${record(name)} t left join ${record("user")} u on u.id = t.owner
where t.id = any(${[...new Set(records)]}::uuid[]) and t.deleted_at is null`,
  );
  const rows = await db.query({ ...places, name: "place" });
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
export const peopleOfRoles = statement(
  { role: sure(text), people: arrayOf(text) },
  ({ record }, names: readonly string[]) =>
    sql`select r.name as role, (array_agg(distinct ur."user"::text))[1:${MOST}] as people from ${record("role")} r
join ${record("user_role")} ur on ur.role = r.id and ur.deleted_at is null where r.name = any(${names}::text[]) and r.deleted_at is null group by r.name`,
);
/** The people of the roles that notices name. */
export async function peopleByRole(
  { db, workspace }: Context,
  notices: readonly StageNotice[],
): Promise<PeopleByRole> {
  const names = [...new Set(notices.flatMap(({ to }) => to.filter(isRole).map(({ role }) => role)))];
  if (names.length === 0) return new Map();
  const rows = await db.query(peopleOfRoles(workspace, names));
  return new Map(rows.map(({ role, people }) => [role, people]));
}
