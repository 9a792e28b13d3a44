import {
  type Context,
  JobFailed,
  type JobKind,
  type Refusal,
  Superseded,
} from "../../../../engine/public.ts";
import { MOST_ATTEMPTS, notCountingOutside } from "../../../../platform/queue/attempts.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages, say } from "../../../../shared/i18n/messages.ts";
import { actAs } from "./act-as.ts";
import { endRun } from "./change-state.ts";
import { changeRun, giveBackAttempt, type Run, takeUp } from "./job-store.ts";
import { workBatch } from "./work-batch.ts";

const messages = defineMessages({
  interrupted: label(
    "多次中断，已停止；已处理的记录保持不变",
    "Interrupted several times and stopped; records already processed stay as they are",
  ),
  actor_gone: label("发起人已停用", "The person who started it is no longer active"),
});
/** How many records the first batch takes. */
const FIRST = 200;

/**
 * Does a job, or what is left of it: called again after a crash it goes on at its resume point. Nothing
 * happens where it has ended, is paused, or is unknown.
 */
export async function runJob(context: Context, kind: JobKind, id: string): Promise<void> {
  await kind.adopt?.(context, id);
  const run = await takeUp(context, kind.name, id);
  if (!run) return;
  await notCountingOutside(
    () => goOn(context, kind, run),
    () => giveBackAttempt(context, id),
  );
}

async function goOn(context: Context, kind: JobKind, run: Run): Promise<void> {
  if (run.attempts > MOST_ATTEMPTS) {
    const text = kind.interrupted ?? messages.interrupted;
    return fail(context, run, { status: 409, code: "interrupted", text, reasons: [] });
  }
  const acting = await actAs(context, kind, run);
  if (!acting)
    return fail(context, run, { status: 403, code: "actor_gone", text: messages.actor_gone, reasons: [] });
  try {
    const opened = await kind.open(acting, run);
    if (!opened.ok) return await fail(context, run, opened.refusal);
    const { total } = opened.value;
    if (run.total === null && total !== undefined) await changeRun(context.db, context, run.id, { total });
    const size = { now: FIRST };
    for (let left = true; left;) left = await workBatch(acting, run.id, size, opened.value);
  } catch (error) {
    if (error instanceof Superseded) return;
    if (!(error instanceof JobFailed)) throw error;
    await fail(context, run, error.refusal);
  }
}

/** Ends it with words that its person reads. */
async function fail(context: Context, run: Run, { code, text, params }: Refusal): Promise<void> {
  const error = { code, message: say(text, run.language, params) };
  await context.db.transaction((tx) => endRun(tx, context, run.id, { status: "failed", error }));
}
