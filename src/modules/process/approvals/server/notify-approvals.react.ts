import {
  type Context,
  type LoggedChange,
  type Subscriber,
  heldAfter,
  statement,
} from "../../../../engine/public.ts";
import { arrayOf, json, orNull, type RowOf, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label, type LabelMap, LANGUAGES, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { type PartOf, partOf } from "../../../../shared/metadata/record-of.ts";
import { type Notice, noticeKinds, notify } from "../../../base/notifications/public.ts";
import { approvalRequestObject } from "./approval-request.object.ts";
import { approvalMessages } from "./approvals.messages.ts";

/** What is asked of somebody, or how it ended. */
export const approvalNotice = noticeKinds.define("approval", {
  label: label("审批", "Approval"),
  applies: ({ stageField }) => stageField !== undefined,
  text: label("{about}：{text}", "{about}: {text}"),
  link: ({ request }) =>
    typeof request === "string" ? { purpose: "approval", object: "approval_request", record: request } : null,
  why: label("审批等你处理，或由你发起", "the approval waits for you or was asked for by you"),
});
/** Nobody needs a request that goes to hundreds. */
const MOST = 200;

/** Tells whoever is asked that something waits for them, and who asked how it ended. */
export const notifyApprovals = {
  word: "react",
  name: "approvals.notify",
  label: label("通知审批人和申请人", "Notifies approvers and requesters"),
  applies: (object) => object.name === "approval_request",
  runAll: async (context, changes) => {
    const told = changes.flatMap((change) => {
      const status = newsIn(change);
      return status ? [{ change, status }] : [];
    });
    const rows = await read(
      context,
      told.map(({ change }) => change),
    );
    const held = heldAfter(changes);
    await notify(
      context,
      told.map(({ change, status }) => {
        const row = rows.get(change.record);
        const then = partOf(approvalRequestObject, held.get(change.seq) ?? {});
        return { change, notices: row ? noticesOf(row, status, then) : [] };
      }),
    );
  },
} as const satisfies Subscriber;

const NEWS = ["waiting", "approved", "refused", "returned", "void"] as const;
type Status = (typeof NEWS)[number];

/** What has become of the request, if that is news. */
function newsIn({ before, after }: LoggedChange): Status | null {
  const was = partOf(approvalRequestObject, before);
  const is = partOf(approvalRequestObject, after);
  const isPassedOn = is.approver !== undefined && was.status === undefined;
  const status = is.status ?? (isPassedOn ? "waiting" : undefined);
  return status === was.status ? null : (NEWS.find((one) => one === status) ?? null);
}

/** `then`: what the request held after the change, where that is known. */
function noticesOf(row: Row, status: Status, then: PartOf<typeof approvalRequestObject>): readonly Notice[] {
  // Passed on since: that change tells who is asked now, and nobody is asked twice.
  const isPassedOn =
    (then.approver !== undefined && then.approver !== row.approver) ||
    (then.approver_role !== undefined && then.approver_role !== row.approver_role);
  if (status === "waiting" && isPassedOn) return [];
  const owner = row.owner ? [row.owner] : [];
  const recipients = status === "waiting" ? row.people.filter((person) => person !== row.owner) : owner;
  const comment = then.comment === undefined ? row.comment : then.comment;
  const text = textFor(status === "waiting" ? "asked" : status, { ...row, comment });
  const regarding = row.object && row.id ? { object: row.object, id: row.id } : null;
  const params = { text, ...(status === "waiting" ? { request: row.record } : {}) };
  return recipients.map((recipient) => ({ recipient, kind: approvalNotice, params, regarding }));
}

function textFor(
  message: "asked" | "approved" | "refused" | "returned" | "void",
  { what, comment }: Row,
): LabelMap {
  return Object.fromEntries(
    LANGUAGES.map((language) => [
      language,
      `${say(approvalMessages[message], language, { what: textOf(what, language) })}${comment ? ` (${comment.slice(0, 200)})` : ""}`,
    ]),
  );
}

const askedPeople = {
  record: uuid,
  what: sure(json<LabelMap>()),
  comment: orNull(text),
  approver: orNull(uuid),
  approver_role: orNull(text),
  owner: orNull(uuid),
  object: orNull(text),
  id: orNull(uuid),
  people: arrayOf(text),
};
type Row = RowOf<typeof askedPeople>;
export const requestsWithPeople = statement(
  askedPeople,
  ({ record }, ids: readonly string[]) =>
    sql`select r.id as record, r.what, r.comment, r.approver, r.approver_role, r.owner, r.regarding__object as object, r.regarding as id, case when r.approver is not null then array[r.approver::text]
 else (select coalesce((array_agg(distinct ur."user"::text))[1:${MOST}], '{}') from ${record("role")} o join ${record("user_role")} ur on ur.role = o.id and ur.deleted_at is null where o.name = r.approver_role and o.deleted_at is null) end as people
from ${record("approval_request")} r where r.id = any(${ids}::uuid[]) and r.deleted_at is null`,
);
/** The requests by id, with the people who are asked. One statement, however many there are. */
async function read(
  { db, workspace }: Context,
  changes: readonly LoggedChange[],
): Promise<ReadonlyMap<string, Row>> {
  if (changes.length === 0) return new Map();
  const ids = [...new Set(changes.map(({ record }) => record))];
  const rows = await db.query(requestsWithPeople(workspace, ids));
  return new Map(rows.map((row) => [row.record, row]));
}
