import type { Context } from "../../../../engine/context.ts";
import { say, defineMessages } from "../../../../shared/i18n/messages.ts";
import { label, type Label } from "../../../../shared/i18n/label.ts";
import { MOST_ATTEMPTS, notCountingOutside } from "../../../../platform/queue/attempts.ts";
import { loadPrincipal } from "../../identity/public.ts";
import { collectItems } from "./collect-items.ts";
import { beginRun, giveBackAttempt, type Run, settleRun } from "./job-store.ts";
import { Superseded, workBatch } from "./work-batch.ts";

const texts = defineMessages({
  interrupted: label(
    "多次中断，已停止；已处理的记录保持不变",
    "Interrupted several times and stopped; what was done stays",
  ),
  actor_gone: label("发起人已停用", "The person who started it is no longer active"),
});

/** Does a bulk change, or what is left of it: called again after a crash it goes on at its resume point. */
export async function runBulk(context: Context, id: string): Promise<void> {
  const run = await beginRun(context, id);
  if (!run) return;
  await notCountingOutside(
    () => goOn(context, run),
    () => giveBackAttempt(context, id),
  );
}

async function goOn(context: Context, run: Run): Promise<void> {
  const { id } = run;
  if (run.attempts > MOST_ATTEMPTS) return fail(context, run, "interrupted", texts.interrupted);
  const acting = await actAs(context, run);
  if (!acting) return fail(context, run, "actor_gone", texts.actor_gone);
  try {
    if (run.phase === "collect") {
      const refusal = await collectItems(acting, id);
      if (refusal) return fail(context, run, refusal.code, refusal.text);
    }
    const size = { now: 100 };
    for (let left = true; left;) left = await workBatch(acting, id, size);
  } catch (error) {
    if (!(error instanceof Superseded)) throw error;
  }
}

/** The program acting as the person who started the job, with no more rights than the key they used. */
async function actAs(context: Context, run: Run): Promise<Context | null> {
  const kind = run.narrowed_to === null ? "person" : "program";
  const principal = await loadPrincipal(context.db, context.workspace, run.actor, {
    roleOverride: run.narrowed_to,
    kind,
  });
  return principal && { ...context, principal, language: run.language, now: new Date().toISOString() };
}

async function fail(context: Context, run: Run, code: string, text: Label): Promise<void> {
  const error = { code, message: say(text, run.language) };
  await context.db.transaction((tx) =>
    settleRun(tx, context, run.id, { status: "failed", error, finished_at: new Date().toISOString() }),
  );
}
