import {
  type Context,
  type Operation,
  type OperationResult,
  type Refusal,
  type Result,
  accept,
  creating,
  elevate,
  getByName,
  refuse,
  roadIn,
  save,
  saveIn,
  systemTable,
  tableOf,
  updating,
} from "../../../../engine/public.ts";
import type { Executor } from "../../../../platform/db/database.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { ErasureWish } from "../shared/erasure.contract.ts";
import type { Erasure } from "./erase-person.ts";
import { auditMessages } from "./messages.ts";
import { isSubject } from "./personal-fields.ts";
import { readRequest } from "./read-request.ts";
import { ERASE, runErasure } from "./run-erasure.job.ts";
import { erasureRequest } from "../shared/erasure-request.object.ts";

const REQUEST = "erasure_request";

const deny = (status: Refusal["status"], code: keyof typeof auditMessages) =>
  refuse({ status, code, text: auditMessages[code] });
/** Requests are the program's to write; who acts stays in the log. */
const acting = (context: Context): Context => ({
  ...elevate(context, "requests to erase are written by the program only"),
  ...(context.idempotency ? { idempotency: context.idempotency } : {}),
});

/**
 * Somebody asks that a person be forgotten. Refused for colleagues who still work here, and where it was
 * asked already.
 */
export async function askErasure(context: Context, asked: ErasureWish): Promise<Result<Values>> {
  if (!isSubject(asked.object)) return deny(422, "not_a_person");
  const found = await getByName(context, asked.object, asked.id);
  if (!found.ok) return deny(404, "gone");
  if (asked.object === "user" && partOf(user, found.value).active !== false) return deny(409, "still_active");
  const { id, legal_basis, reason = null, attachments } = asked;
  const subject = { object: asked.object, id };
  const operation = creating(erasureRequest, { subject, legal_basis, reason, attachments, status: "open" });
  return context.db.transaction(async (tx): Promise<Result<Values>> => {
    // Of two who ask at once the second finds the first one's request.
    await tx.query({
      text: "select pg_advisory_xact_lock(hashtextextended($1, 0))",
      values: [`${context.workspace.schema} erasure ${id}`],
    });
    const [open] = await tx.query({
      text: `select 1 from ${tableOf(context.workspace, REQUEST)} where subject = $1 and status in ('open', 'executing') and deleted_at is null`,
      values: [id],
    });
    if (open) return deny(409, "open_already");
    const { results } = await saveIn(tx, acting(context), {
      road: roadIn(context),
      mode: "all",
      operations: [operation],
    });
    return recordOf(results);
  });
}

function recordOf(results: readonly OperationResult[]): Result<Values> {
  const [result] = results;
  if (!result) return deny(400, "malformed");
  return result.ok ? accept(result.record) : { ok: false, refusal: result.refusal };
}

/** They may have come back since it was asked. */
async function isActive(tx: Executor, { workspace }: Context, id: string): Promise<boolean> {
  const rows = await tx.query({
    text: `select 1 from ${tableOf(workspace, "user")} where id = $1 and deleted_at is null and active is not false`,
    values: [id],
  });
  return rows.length > 0;
}

/** Somebody else approves or rejects; approved, it is carried out by a job. */
export async function decideErasure(context: Context, id: string, approve: boolean): Promise<Result<Values>> {
  const outcome = await context.db.transaction(async (tx): Promise<Result<Values>> => {
    const request = await readRequest(tx, context, id, true);
    if (!request) return deny(404, "gone");
    if (request.status !== "open") return deny(409, "not_open");
    if (approve && request.created_by === context.principal.id) return deny(403, "own_request");
    if (approve && request.subject__object === "user" && (await isActive(tx, context, request.subject)))
      return deny(409, "still_active");
    const operation = updating(erasureRequest, id, {
      status: approve ? "executing" : "rejected",
      decided_by: context.principal.id,
      decided_at: context.now,
    });
    const { results } = await saveIn(tx, acting(context), {
      road: roadIn(context),
      mode: "all",
      operations: [operation],
    });
    if (approve) await context.services.jobs.enqueue(ERASE, { id }, { key: id, within: tx });
    return recordOf(results);
  });
  return outcome;
}

async function write(context: Context, operation: Operation): Promise<void> {
  const { saved, results } = await save(acting(context), {
    road: "rule",
    mode: "all",
    operations: [operation],
  });
  if (!saved) throw new Error(`an erasure could not be written down: ${JSON.stringify(results)}`);
}

/** Approved requests that a stop or a crash left undone. */
export async function resumeErasures(context: Context): Promise<void> {
  const rows = await context.db.query<{ id: string }>({
    text: `select id from ${tableOf(context.workspace, REQUEST)} where status = 'executing' and deleted_at is null`,
  });
  for (const { id } of rows)
    await context.services.jobs.enqueue(ERASE, { id }, { key: id, unlessThere: true });
}

/** All that was ever erased: belongs beside every backup. */
export const listErasures = (db: Executor, { workspace }: Pick<Context, "workspace">): Promise<Erasure[]> =>
  db.query<Erasure>({
    text: `select request, object, record, attachments from ${systemTable(workspace, "erasure")} order by at, request`,
  });

/**
 * After an older copy came back: erases again what had been erased, and tells the log of it where the copy
 * does not know.
 */
export async function applyErasures(context: Context, erasures: readonly Erasure[]): Promise<void> {
  for (const erasure of erasures) {
    const known = await readRequest(context.db, context, erasure.request);
    // Of whom, the list beside the copy says: `save` refuses what is no person.
    const of: Values = { subject: { object: erasure.object, id: erasure.record } };
    const values = { ...of, attachments: erasure.attachments, status: "executing" } as const;
    if (!known) await write(context, creating(erasureRequest, values, { id: erasure.request }));
    else if (known.status !== "executing")
      await write(context, updating(erasureRequest, erasure.request, { status: "executing" }));
    await runErasure(context, erasure.request);
  }
}
