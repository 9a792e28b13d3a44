import {
  type Context,
  type Result,
  accept,
  answeringOnce,
  creating,
  elevate,
  newId,
  refuse,
  saveIn,
  statement,
} from "../../../../engine/public.ts";
import { json, orNull, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { type Label, type LabelMap, type Language, textOf } from "../../../../shared/i18n/label.ts";
import { say } from "../../../../shared/i18n/messages.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import type { Road } from "../../../../shared/metadata/hooks.ts";
import type { WritableOf } from "../../../../shared/metadata/record-of.ts";
import type { Approver, Intent } from "../shared/approval.ts";
import { approvalMessages } from "./approvals.messages.ts";
import { approvalRequestObject } from "./approval-request.object.ts";

/** One consent that is needed. `need` tells it from the others of the same intent. */
export interface Need {
  readonly need: string;
  readonly approver: Approver;
  readonly what: LabelMap;
}
export interface Asking {
  /** Who carries it out with the last consent: a name of `approvals(...)`. */
  readonly handler: string;
  readonly intent: Intent;
  readonly regarding: {
    readonly object: string;
    readonly id: string;
    readonly title: string;
    readonly owner: string | null;
  };
  /** What makes two requests the same, besides the need: e.g. the stage to be entered. */
  readonly key: string;
  readonly reason: string | null;
  readonly needs: readonly Need[];
  /** Evidence that came with it, counted and named. */
  readonly supplied: Values | null;
  readonly road: Road;
}
export interface Asked {
  readonly id: string;
  readonly requests: readonly string[];
}

/**
 * Asks for consents within the caller's transaction, in which the evidence may have been saved, too. While
 * something of the record waits for the same handler, a second request is refused in words. A repeat with the
 * same idempotency key is answered as the first.
 */
export async function requestApproval(
  tx: Transaction,
  context: Context,
  asking: Asking,
): Promise<Result<Asked>> {
  const free = await refuseSecond(tx, context, asking);
  if (!free.ok) return free;
  const keyOf = ({ need }: Need): string =>
    `${asking.regarding.object}:${asking.regarding.id}:${asking.key}:${need}`.slice(0, 300);
  const manager = await managerFor(tx, context, asking);
  const batch = newId();
  const wanted = asking.needs.map((need) => ({ id: newId(), need }));
  const operations = wanted.map(({ id, need }) => {
    const values = { ...valuesOf(context, asking, need, manager), batch, open_key: keyOf(need) };
    return creating(approvalRequestObject, values, { id });
  });
  const asked: Asked = { id: batch, requests: wanted.map(({ id }) => id) };
  // The request is the program's to write, the key its caller's.
  const { idempotency } = answeringOnce(context, () => ({
    status: 202,
    body: { id: asked.id, approvals: asked.requests },
  }));
  const acting: Context = {
    ...elevate(context, "requests are written by the program only"),
    ...(idempotency ? { idempotency } : {}),
  };
  const { saved, results } = await saveIn(tx, acting, { road: asking.road, mode: "all", operations });
  if (!saved) throw new Error(`an approval could not be asked for: ${JSON.stringify(results)}`);
  return accept(asked);
}

/**
 * Refuses when something of this record already waits for this handler. Holds a lock on the record's requests
 * to the end of the transaction.
 */
export async function refuseSecond(
  tx: Transaction,
  context: Context,
  { handler, regarding }: Pick<Asking, "handler" | "regarding">,
): Promise<Result<null>> {
  await tx.query({
    text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
    values: [`approval ${regarding.id}`],
  });
  const waiting = await waitingFor(tx, context, handler, regarding.id);
  if (waiting.length === 0) return accept(null);
  return refuse({
    status: 409,
    code: "approval_pending",
    text: withNames(approvalMessages.pending, waiting),
  });
}

export const askedFor = statement(
  { role: orNull(json<LabelMap>()), role_name: orNull(text), person: orNull(text) },
  (tables, record: string, handler: string) =>
    sql`select (select o.label from ${tables.record("role")} o where o.name = r.approver_role and o.deleted_at is null limit 1) as role, r.approver_role as role_name, u.name as person
from ${tables.record("approval_request")} r left join ${tables.record("user")} u on u.id = r.approver
where r.regarding = ${record}::uuid and r.handler = ${handler}::text and r.status = 'waiting' and r.deleted_at is null order by r.created_at, r.id limit 20`,
);
export const managerOf = statement(
  { id: orNull(uuid) },
  ({ record }, owner: string | null, asking: string | null) =>
    sql`select case when o.manager = ${asking}::uuid then m.manager else o.manager end as id from ${record("user")} o left join ${record("user")} m on m.id = o.manager
where o.id = coalesce(${owner}::uuid, ${asking}::uuid) and exists (select 1 from ${record("user")} a where a.id = case when o.manager = ${asking}::uuid then m.manager else o.manager end and a.active is not false and a.deleted_at is null)`,
);

/** Whom the open requests of a record wait for. */
async function waitingFor(
  db: Executor,
  context: Context,
  handler: string,
  record: string,
): Promise<readonly LabelMap[]> {
  const rows = await db.query(askedFor(context.workspace, record, handler));
  return rows.map(({ role, role_name, person }) => {
    const name = person ?? role_name ?? "";
    return person ? { "zh-CN": name, en: name } : (role ?? { "zh-CN": name, en: name });
  });
}
function withNames(message: Label, names: readonly LabelMap[]): Label {
  const said = (language: Language, between: string): string =>
    say(message, language, {
      approver: [...new Set(names.map((name) => textOf(name, language)))].join(between),
    });
  return { "zh-CN": said("zh-CN", "、"), en: said("en", ", ") };
}

function valuesOf(
  context: Context,
  { handler, intent, regarding, reason, supplied }: Asking,
  { need, approver, what }: Need,
  manager: string | null,
): WritableOf<typeof approvalRequestObject> {
  const person = approver === "manager" ? manager : null;
  return {
    subject: regarding.title.slice(0, 500),
    regarding: { object: regarding.object, id: regarding.id },
    what,
    reason,
    status: "waiting",
    // Somebody must be able to decide: where there is no manager, an administrator does.
    ...(approver === "manager"
      ? person
        ? { approver: person }
        : { approver_role: "administrator" }
      : { approver_role: approver.role }),
    handler,
    intent,
    supplied,
    need,
    language: context.language,
    narrowed_to: context.principal.narrowedTo ?? null,
    owner: context.principal.id,
  };
}

/**
 * The manager of the record's owner; where that is who asks, their own manager: nobody consents to what they
 * asked for.
 */
async function managerFor(
  tx: Transaction,
  context: Context,
  { needs, regarding }: Asking,
): Promise<string | null> {
  if (!needs.some((need) => need.approver === "manager")) return null;
  const [row] = await tx.query(managerOf(context.workspace, regarding.owner ?? null, context.principal.id));
  return row?.id ?? null;
}
