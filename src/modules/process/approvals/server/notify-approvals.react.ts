import type { Context } from "../../../../engine/context.ts";
import type { LoggedChange, React } from "../../../../engine/hooks.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import { label, type LabelMap, LANGUAGES, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { notify } from "../../../base/notifications/public.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { approvalRequestObject } from "./approval-request.object.ts";

/** Nobody needs a request that goes to hundreds. */
const MOST = 200;

/** Tells whoever is asked that something waits for them, and who asked how it ended. */
export const notifyApprovals: React = {
  word: "react",
  name: "approvals.notify",
  label: label("通知审批人和申请人", "Notifies who is asked and who asked"),
  applies: (object) => object.name === "approval_request",
  run: async (context, change) => {
    const before = partOf(approvalRequestObject, change.before);
    const isPassedOn = "approver" in change.after && before.status === undefined;
    const after = partOf(approvalRequestObject, change.after);
    const status = after.status ?? (isPassedOn ? "waiting" : undefined);
    if (
      status !== "waiting" &&
      status !== "approved" &&
      status !== "refused" &&
      status !== "returned" &&
      status !== "void"
    )
      return;
    if (status === before.status) return;
    const row = await read(context, change);
    if (!row) return;
    const recipients =
      status === "waiting"
        ? row.people.filter((person) => person !== row.owner)
        : row.owner
          ? [row.owner]
          : [];
    const text = textFor(status === "waiting" ? "asked" : status, row);
    const regarding = row.object && row.id ? { object: row.object, id: row.id } : null;
    await notify(
      context,
      change,
      recipients.map((recipient) => ({ recipient, kind: "approval", params: { text }, regarding })),
    );
  },
};

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

interface Row {
  readonly what: LabelMap;
  readonly comment: string | null;
  readonly owner: string | null;
  readonly object: string | null;
  readonly id: string | null;
  readonly people: readonly string[];
}
async function read(context: Context, { record }: LoggedChange): Promise<Row | null> {
  const table = (name: string): string => tableOf(context.workspace, name);
  const [row] = await context.db.query<Row>({
    text: `select r.what, r.comment, r.owner, r.regarding__object as object, r.regarding as id, case when r.approver is not null then array[r.approver::text]
 else (select coalesce((array_agg(distinct ur."user"::text))[1:${MOST}], '{}') from ${table("role")} o join ${table("user_role")} ur on ur.role = o.id and ur.deleted_at is null where o.name = r.approver_role and o.deleted_at is null) end as people
from ${table("approval_request")} r where r.id = $1::uuid and r.deleted_at is null`,
    values: [record],
  });
  return row ?? null;
}
