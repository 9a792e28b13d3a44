import { type Context, type Sighted, sightWhile, statement } from "../../../../engine/public.ts";
import { integer } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { approvalRequestObject } from "./approval-request.object.ts";

/** Whoever is asked sees the record that it is about, for as long as the request waits for them. */
export const approverSight = sightWhile.define("approval", {
  label: label("被征求审批", "Asked to approve"),
  object: approvalRequestObject.name,
  shows: (values): readonly Sighted[] => {
    const { status, regarding, approver, approver_role } = partOf(approvalRequestObject, values);
    if (status !== "waiting" || !regarding) return [];
    const on = { object: regarding.object, record: regarding.id };
    return [
      ...(approver ? [{ ...on, to: { person: approver } }] : []),
      ...(approver_role ? [{ ...on, to: { role: approver_role } }] : []),
    ];
  },
});

export const addAskedSight = statement(
  { shown: integer },
  ({ record, system }) => sql`with come as (
  insert into ${system("sight_while")} (source, source_id, object, record, to_object, "to")
  select 'approval', r.id, r.regarding__object, r.regarding, case when r.approver is null then 'role' else 'user' end, coalesce(r.approver::text, r.approver_role)
  from ${record("approval_request")} r where r.status = 'waiting' and r.deleted_at is null and r.regarding is not null and coalesce(r.approver::text, r.approver_role) is not null
  on conflict do nothing returning 1),
 told as (update ${system("versions")} set shares = shares + 1 where exists (select 1 from come))
select count(*)::integer as shown from come`,
);
/** Requests that wait already when the program comes to show their records. */
export async function showAsked({ db, workspace }: Context): Promise<void> {
  await db.query(addAskedSight(workspace));
}
