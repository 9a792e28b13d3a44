import {
  type Context,
  Params,
  fieldRight,
  isReadable,
  readsStage,
  tableOf,
} from "../../../../engine/public.ts";
import {
  json,
  orNull,
  type RowOf,
  sure,
  text,
  timestamptz,
  uuid,
  word,
} from "../../../../platform/db/columns.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { type Language, type LabelMap, textOf } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { approvalMessages } from "./approvals.messages.ts";
import type { ApprovalStatus, Intent } from "../shared/approval.ts";
import type { ApprovalCardData, ApprovalItem } from "../shared/approval.contract.ts";

const requestColumns = {
  id: uuid,
  status: sure(word<ApprovalStatus>()),
  subject: sure(text),
  what: sure(json<LabelMap>()),
  reason: orNull(text),
  regarding: orNull(uuid),
  regarding_object: orNull(text),
  owner: orNull(uuid),
  owner_name: orNull(text),
  approver: orNull(uuid),
  approver_name: orNull(text),
  approver_role: orNull(text),
  role_label: orNull(json<LabelMap>()),
  decided_by: orNull(uuid),
  decided_by_name: orNull(text),
  decided_at: orNull(timestamptz),
  comment: orNull(text),
  reasons: orNull(json<readonly Reason[]>()),
  created_at: sure(timestamptz),
  handler: sure(text),
  intent: sure(json<Intent>()),
  supplied: orNull(json<Values>()),
  need: sure(text),
  batch: sure(text),
  language: sure(word<Language>()),
  narrowed_to: orNull(uuid),
};
export type RequestRow = RowOf<typeof requestColumns>;
export interface Narrowing {
  readonly id?: string;
  readonly batch?: string;
  readonly record?: string | undefined;
  /** decide: waiting for the caller. asked: asked by the caller. */
  readonly box?: "decide" | "asked" | undefined;
  /** All of `record`, for a caller who was found to see it. */
  readonly ofRecord?: boolean;
  readonly lock?: boolean;
}

/** Requests the caller has asked for or may decide, newest first. */
export async function readRequests(
  db: Executor,
  context: Context,
  { id, batch, record, box, ofRecord, lock }: Narrowing,
): Promise<readonly RequestRow[]> {
  const table = (name: string): string => tableOf(context.workspace, name);
  const { principal } = context;
  const params = new Params();
  const me = (): string => params.add(principal.id, "uuid");
  // A key that is narrowed to a role asks and decides as that role; what its person was asked in person, and
  // what they asked themselves, is not its business.
  const { narrowedTo } = principal;
  const isMine = (): string =>
    `r.owner = ${me()}${narrowedTo === undefined ? "" : ` and r.narrowed_to = ${params.add(narrowedTo, "text")}`}`;
  const inPerson = (): string => (narrowedTo === undefined ? `r.approver = ${me()}` : "false");
  const toDecide = (): string => {
    const roles = params.add(
      principal.roles.map((role) => role.name),
      "text[]",
    );
    return `(r.owner is distinct from ${me()} and (${inPerson()} or r.approver_role = any(${roles})))`;
  };
  const boxes = {
    decide: () => `r.status = 'waiting' and ${toDecide()}`,
    asked: isMine,
    any: () => `(${isMine()} or ${toDecide()})`,
  };
  const conditions = [
    "r.deleted_at is null",
    ...(id ? [`r.id = ${params.add(id, "uuid")}`] : []),
    ...(batch ? [`r.batch = ${params.add(batch, "text")}`] : []),
    ...(record ? [`r.regarding = ${params.add(record, "uuid")}`] : []),
    ...(principal.kind === "system" || ofRecord ? [] : [boxes[box ?? "any"]()]),
  ];
  return db.query({
    columns: requestColumns,
    text: `select r.id, r.status, r.subject, r.what, r.reason, r.regarding, r.regarding__object as regarding_object, r.owner, o.name as owner_name, r.approver, a.name as approver_name, r.approver_role,
 (select label from ${table("role")} where name = r.approver_role and deleted_at is null) as role_label, r.decided_by, d.name as decided_by_name, r.decided_at, r.comment, r.reasons, r.created_at,
 r.handler, r.intent, r.supplied, r.need, r.batch, r.language, r.narrowed_to
from ${table("approval_request")} r left join ${table("user")} o on o.id = r.owner left join ${table("user")} a on a.id = r.approver left join ${table("user")} d on d.id = r.decided_by
where ${conditions.join(" and ")}
order by r.created_at desc, r.id desc limit 200${lock ? " for update of r" : ""}`,
    values: params.values,
  });
}

/** Whether the caller may decide: the person or role that is asked, never who asked. */
export const mayDecide = ({ principal }: Context, row: RequestRow): boolean =>
  row.owner !== principal.id &&
  ((row.approver === principal.id && principal.narrowedTo === undefined) ||
    principal.roles.some((role) => role.name === row.approver_role));

export const approverOf = (
  row: Pick<RequestRow, "approver_role" | "role_label" | "approver_name">,
): ApprovalItem["approver"] =>
  row.approver_role
    ? { role: row.approver_role, ...(row.role_label ? { label: row.role_label } : {}) }
    : { person: row.approver_name ?? "" };

/**
 * The title is told to whoever is asked, also of a record out of their sight; not where their roles hide
 * titles of such records.
 */
function knowsTitle(context: Context, { owner, regarding_object }: RequestRow): boolean {
  if (owner === context.principal.id) return true;
  const object = regarding_object === null ? undefined : context.catalog.object(regarding_object);
  return object !== undefined && isReadable(fieldRight(context, object, object.title));
}

export function showRequest(context: Context, row: RequestRow, card?: ApprovalCardData): ApprovalItem {
  const waits = row.status === "waiting";
  const { to }: { readonly to?: WireValue } = row.intent;
  return {
    id: row.id,
    status: row.status,
    what: row.what,
    to: typeof to === "string" ? to : null,
    reason: row.reason,
    subject: knowsTitle(context, row) ? row.subject : "",
    regarding:
      row.regarding && row.regarding_object ? { object: row.regarding_object, id: row.regarding } : null,
    requester: row.owner ? { id: row.owner, name: row.owner_name ?? "" } : null,
    approver: approverOf(row),
    asked_at: row.created_at,
    decided_at: row.decided_at,
    decided_by: row.decided_by_name,
    comment: row.comment,
    reasons: (row.reasons ?? []).map((reason) => ({
      code: reason.code,
      message: textOf(reason.text, context.language),
    })),
    may: { decide: waits && mayDecide(context, row), withdraw: waits && row.owner === context.principal.id },
    ...(card ? { card, need: row.need } : {}),
  };
}

/**
 * As whoever sees the record may know it: what the request holds of the record itself, they read on the
 * record.
 */
export function showOfRecord(context: Context, row: RequestRow, card?: ApprovalCardData): ApprovalItem {
  const item = showRequest(context, row, card);
  const isConcerned = row.owner === context.principal.id || mayDecide(context, row);
  if (isConcerned) return item;
  return {
    ...item,
    subject: "",
    reasons: [],
    ...(tellsStage(context, row.regarding_object) ? {} : { what: approvalMessages.some_move, to: null }),
  };
}

/**
 * Whether whoever reads the record may know into which stage it was to move. Being asked tells it; reading
 * the record does not.
 */
export function tellsStage(context: Context, name: string | null): boolean {
  const object = name === null ? undefined : context.catalog.object(name);
  return object !== undefined && readsStage(context, object);
}
