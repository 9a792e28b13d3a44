import type { Context } from "../../../engine/context.ts";
import type { Operation } from "../../../engine/record/contract.ts";
import { newId } from "../../../engine/record/ids.ts";
import { saveIn } from "../../../engine/record/save.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import { accept, type Result } from "../../../engine/refusal.ts";
import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Transaction } from "../../../platform/db/database.ts";
import { asSystem } from "../../identity/server/public.ts";
import type { Approver, Intent } from "../shared/approval.ts";

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
  readonly regarding: { readonly object: string; readonly id: string; readonly title: string; readonly owner: string | null };
  /** What makes two requests the same, besides the need: e.g. the stage to be entered. */
  readonly key: string;
  readonly reason: string | null;
  readonly needs: readonly Need[];
}
export interface Asked {
  readonly id: string;
  readonly requests: readonly string[];
}

/**
 * Asks for consents. Idempotent: while the same thing of the same record waits, it is answered again. Nothing but the requests is written.
 */
export async function requestApproval(context: Context, asking: Asking): Promise<Result<Asked>> {
  return context.db.transaction(async (tx) => {
    const keyOf = ({ need }: Need): string => `${asking.regarding.object}:${asking.regarding.id}:${asking.key}:${need}`.slice(0, 300);
    await tx.query({ text: "select pg_advisory_xact_lock(hashtextextended($1, 0))", values: [`approval ${asking.regarding.id}`] });
    const open = await tx.query<{ id: string; batch: string; open_key: string }>({
      text: `select id, batch, open_key from ${tableOf(context.workspace, "approval_request")} where open_key = any($1::text[]) and deleted_at is null`,
      values: [asking.needs.map(keyOf)],
    });
    const known = open[0];
    if (known) return accept({ id: known.batch, requests: open.map((one) => one.id) });
    const manager = await managerFor(tx, context, asking);
    const batch = newId();
    const operations = asking.needs.map((need): Operation => ({
      op: "create",
      object: "approval_request",
      id: newId(),
      values: { ...valuesOf(context, asking, need, manager), batch, open_key: keyOf(need) },
    }));
    const { saved, results } = await saveIn(tx, asSystem(context), { road: "rule", mode: "all", operations });
    if (!saved) throw new Error(`an approval could not be asked for: ${JSON.stringify(results)}`);
    return accept({ id: batch, requests: results.flatMap((result) => result.id ?? []) });
  });
}

function valuesOf(context: Context, { handler, intent, regarding, reason }: Asking, { need, approver, what }: Need, manager: string | null) {
  const person = approver === "manager" ? manager : null;
  return {
    subject: regarding.title.slice(0, 500),
    regarding: { object: regarding.object, id: regarding.id },
    what,
    reason,
    status: "waiting",
    // Somebody must be able to decide: where there is no manager, an administrator does.
    ...(approver === "manager" ? (person ? { approver: person } : { approver_role: "administrator" }) : { approver_role: approver.role }),
    handler,
    intent,
    need,
    language: context.language,
    narrowed_to: context.principal.narrowedTo ?? null,
    owner: context.principal.id,
  };
}

/** The manager of the record's owner; where that is who asks, their own manager: nobody consents to what they asked for. */
async function managerFor(tx: Transaction, context: Context, { needs, regarding }: Asking): Promise<string | null> {
  if (!needs.some((need) => need.approver === "manager")) return null;
  const users = tableOf(context.workspace, "user");
  const [row] = await tx.query<{ id: string | null }>({
    text: `select case when o.manager = $2::uuid then m.manager else o.manager end as id from ${users} o left join ${users} m on m.id = o.manager
where o.id = coalesce($1::uuid, $2::uuid) and exists (select 1 from ${users} a where a.id = case when o.manager = $2::uuid then m.manager else o.manager end and a.active is not false and a.deleted_at is null)`,
    values: [regarding.owner, context.principal.id],
  });
  return row?.id ?? null;
}
