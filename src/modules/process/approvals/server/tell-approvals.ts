import {
  type Context,
  type LoggedChange,
  type RecordEvents,
  statement,
  titlesFor,
} from "../../../../engine/public.ts";
import { integer, json, orNull, type RowOf, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { tellsStage } from "./read-requests.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { approvalRequestObject } from "./approval-request.object.ts";

/**
 * A request, a consent, a refusal, a withdrawal stand in the timeline and log of their record. Whoever reads
 * the record is told what was asked for, of whom and what was answered; why a consented move failed is not,
 * as that may name fields they do not see.
 */
export const approvalEvents: RecordEvents = {
  object: "approval_request",
  type: "approval",
  link: "regarding",
  open: [
    "what",
    "status",
    "approver",
    "approver_role",
    "reason",
    "decided_by",
    "decided_at",
    "comment",
    "owner",
  ],
  tell: async (context, changes) => {
    const rows = await readRows(context, [...new Set(changes.map((change) => change.record))]);
    const files = await titlesFor(
      context,
      [...rows.values()].flatMap((row) => filesIn(row).map((id) => ({ object: "file", id }))),
    );
    return new Map(
      changes.flatMap((change) => {
        const row = rows.get(change.record);
        const event = eventOf(change);
        return row && event
          ? [
              [
                change.seq,
                { ...toEvent(row, event, files), ...(tellsStage(context, row.about) ? {} : HIDDEN_MOVE) },
              ] as const,
            ]
          : [];
      }),
    );
  },
};

/** What stands there for those from whom roles hide the stage: that something was asked for and answered. */
const HIDDEN_MOVE: Values = {
  what: approvalMessages.some_move,
  to: null,
  supplied: null,
  reason: null,
  comment: null,
};

/** Only what says something about a status is an event. */
function eventOf({ kind, before, after }: LoggedChange): string | null {
  if (kind === "create") return "asked";
  const { status } = partOf(approvalRequestObject, after);
  return kind === "update" &&
    typeof status === "string" &&
    status !== partOf(approvalRequestObject, before).status &&
    status !== "waiting"
    ? status
    : null;
}

const told = {
  id: uuid,
  what: sure(json<LabelMap>()),
  to: orNull(text),
  /** The object of the record. */
  about: orNull(text),
  role: orNull(text),
  role_label: orNull(json<LabelMap>()),
  person: orNull(text),
  requester: orNull(text),
  reason: orNull(text),
  comment: orNull(text),
  supplied: orNull(json<Readonly<Values>>()),
  open: integer,
  status: sure(text),
};
type Row = RowOf<typeof told>;
export const requestsTold = statement(
  told,
  ({ record }, ids: readonly string[]) =>
    sql`select r.id, r.what, r.intent ->> 'to' as to, r.regarding__object as about, r.approver_role as role, r.reason, r.comment, r.supplied, r.status,
 (select label from ${record("role")} where name = r.approver_role and deleted_at is null limit 1) as role_label, a.name as person, o.name as requester,
 (select count(*)::int from ${record("approval_request")} s where s.batch = r.batch and s.status <> 'approved') as open
from ${record("approval_request")} r left join ${record("user")} a on a.id = r.approver left join ${record("user")} o on o.id = r.owner where r.id = any(${ids}::uuid[])`,
);
async function readRows(context: Context, ids: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const rows = await context.db.query(requestsTold(context.workspace, ids));
  return new Map(rows.map((row) => [row.id, row]));
}

const filesIn = ({ supplied }: Row): readonly string[] => {
  const files = supplied?.["files"];
  return Array.isArray(files) ? files.map(String) : [];
};

function toEvent(row: Row, event: string, titles: ReadonlyMap<string, string>): Values {
  const approver: WireValue = row.role
    ? { role: row.role, ...(row.role_label ? { label: row.role_label } : {}) }
    : { person: row.person ?? "" };
  const files = filesIn(row).map((id) => ({ id, name: titles.get(id) ?? null }));
  const supplied = row.supplied && event === "asked" ? { ...row.supplied, files } : null;
  return {
    event,
    request: row.id,
    what: row.what,
    to: row.to,
    approver,
    requester: row.requester,
    reason: event === "asked" ? row.reason : null,
    comment: event === "asked" ? null : row.comment,
    carried_out: event === "approved" && row.open === 0,
    supplied,
  };
}
