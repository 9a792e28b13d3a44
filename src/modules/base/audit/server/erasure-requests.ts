import {
  type Context,
  type Operation,
  type OperationResult,
  type Refusal,
  type Result,
  accept,
  command,
  creating,
  elevate,
  getByName,
  refuse,
  roadIn,
  save,
  saveIn,
  statement,
  updating,
} from "../../../../engine/public.ts";
import { boolean, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
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

export const lockSubject = command(
  (_, name: string) => sql`select pg_advisory_xact_lock(hashtextextended(${name}, 0))`,
);
export const openRequestOf = statement(
  { id: uuid },
  ({ record }, subject: string) =>
    sql`select id from ${record(REQUEST)} where subject = ${subject} and status in ('open', 'executing') and deleted_at is null`,
);

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
    await tx.query(lockSubject(context.workspace, `${context.workspace.schema} erasure ${id}`));
    const [open] = await tx.query(openRequestOf(context.workspace, id));
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
  return (await tx.query(activePerson(workspace, id))).length > 0;
}
export const activePerson = statement(
  { id: uuid },
  ({ record }, id: string) =>
    sql`select id from ${record("user")} where id = ${id} and deleted_at is null and active is not false`,
);

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

export const undoneRequests = statement(
  { id: uuid },
  ({ record }) => sql`select id from ${record(REQUEST)} where status = 'executing' and deleted_at is null`,
);

/** Approved requests that a stop or a crash left undone. */
export async function resumeErasures(context: Context): Promise<void> {
  for (const { id } of await context.db.query(undoneRequests(context.workspace)))
    await context.services.jobs.enqueue(ERASE, { id }, { key: id, unlessThere: true });
}

/** All that was ever erased: belongs beside every backup. */
export const listErasures = (db: Executor, { workspace }: Pick<Context, "workspace">): Promise<Erasure[]> =>
  db.query(allErasures(workspace));
export const allErasures = statement(
  { request: uuid, object: text, record: uuid, attachments: boolean },
  ({ system }) =>
    sql`select request, object, record, attachments from ${system("erasure")} order by at, request`,
);

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
