import type { Context } from "../kernel/context.ts";
import type { CausedWork, Kept, UndoPlan, UndoPreview } from "./contract.ts";
import { findWork, type FoundWork } from "./find-work.ts";
import { mayDo, planUndo, readableOf } from "./plan-undo.ts";
import type { RecordState } from "./read-states.ts";

const BATCH = 500;
const MOST_RECORDS = 5_000;
const MOST_BATCHES = 100;

/**
 * What an undo would do now, with the caller's rights, and what stays because somebody changed it since; `most`
 * of those are listed. What only a write can find out (a gate, a rule that refuses) is not in it.
 * @example const { restored, kept } = await previewUndo(context, { cause: { object: "job", id }, range })
 */
export async function previewUndo(context: Context, work: CausedWork, most = 100): Promise<UndoPreview> {
  const all = { deleted: 0, restored: 0, kept_total: 0 };
  const kept: Kept[] = [];
  let position: number | null = work.range?.to ?? 0;
  for (let seen = 0, batch = 0; position !== null; batch += 1) {
    if (seen >= MOST_RECORDS || batch >= MOST_BATCHES) break;
    const { written, next }: FoundWork = work.range
      ? await findWork(context.db, context, work, position, BATCH)
      : { written: work.written, next: null };
    const { plans, states } = await planUndo(context.db, context, work.cause, written);
    for (const plan of plans) {
      const state = states.get(plan.written.record);
      const isRefused =
        plan.is === "operation" && !plan.written.byRules && !mayDo(context, plan.operation, state);
      const found = isRefused ? refused(context, plan, state) : plan.kept;
      if (found) {
        all.kept_total += 1;
        if (kept.length < most) kept.push(found);
      }
      if (plan.is === "nothing" || isRefused || plan.written.byRules) continue;
      all[plan.operation.op === "delete" ? "deleted" : "restored"] += 1;
    }
    seen += written.length;
    position = next;
  }
  return { ...all, kept, complete: position === null };
}

const refused = (context: Context, { written, title }: UndoPlan, state: RecordState | undefined): Kept =>
  readableOf(
    context,
    { object: written.object, id: written.record, title, why: "refused", fields: [] },
    state,
  );
