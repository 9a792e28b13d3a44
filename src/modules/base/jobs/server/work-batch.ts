import {
  type Context,
  type Outcome,
  type Refusal,
  Superseded,
  type Work,
  duplicateOf,
  isOfDefinitions,
  newestNumber,
  statement,
} from "../../../../engine/public.ts";
import { bigint } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { changeState } from "./change-state.ts";
import { changeRun, loadRun, type Run } from "./job-store.ts";
import { keepFile } from "./job-file.ts";
import { kindOf } from "./kind-of.ts";
import { noteRefused } from "./note-refused.ts";

export { Superseded };

const LARGEST = 500;
const LONGEST_MS = 20_000;
const [QUICK_MS, SLOW_MS] = [400, 1200];
/** How many records a batch takes: it follows how long batches last. */
export interface Size {
  now: number;
}

/**
 * Does the next batch and moves the resume point in one transaction. False when nothing is left to do, or it
 * is cancelled or paused. Without `work` the kind opens it for this one batch.
 */
export async function workBatch(
  context: Context,
  id: string,
  size: Size,
  work?: Work<unknown>,
): Promise<boolean> {
  const opened = work ?? (await openAlone(context, id));
  const begun = Date.now();
  const acting = { ...context, now: new Date(begun).toISOString() };
  const batch = (refusal: Refusal | null = null): Promise<boolean> =>
    inTransaction(acting, id, opened.longest ?? LONGEST_MS, (tx, { position }) =>
      refusal && opened.skip
        ? opened.skip(tx, acting, position, refusal)
        : opened.batch(tx, acting, position, size.now),
    );
  try {
    const left = await batch();
    const took = Date.now() - begun;
    if (took > SLOW_MS) size.now = Math.max(1, Math.floor(size.now / 2));
    else if (took < QUICK_MS) size.now = Math.min(LARGEST, size.now * 2);
    return left;
  } catch (error) {
    const fault = await faultOf(context, error);
    if (fault === "other") throw error;
    if (size.now > 1) {
      size.now = Math.max(1, Math.floor(size.now / 4));
      return true;
    }
    if (fault === "busy" || !opened.skip) throw error;
    return batch(duplicateOf(context, error) ?? refusedByDatabase);
  }
}

async function openAlone(context: Context, id: string): Promise<Work<unknown>> {
  const run = await loadRun(context.db, context, id);
  const opened = run && (await kindOf(context, run.kind)?.open(context, run));
  if (!opened?.ok) throw new Superseded("the job cannot be opened");
  return opened.value;
}

/**
 * busy: the same again, smaller. data: the database refuses a value or a key of one of the records. other:
 * what is thrown on; the queue begins the job again, with the definitions as they are then.
 */
async function faultOf(context: Context, error: unknown): Promise<"busy" | "data" | "other"> {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (isOfDefinitions(error) && (await definitionsNow(context)) !== context.catalog.version) return "other";
  if (["40001", "40P01", "55P03", "57014", "25P03", "25P04"].includes(code)) return "busy";
  return /^(22|23)/.test(code) ? "data" : "other";
}

export const definitionsVersion = statement(
  { definitions: bigint },
  ({ system }) => sql`select definitions from ${system("versions")}`,
);
async function definitionsNow({ db, workspace }: Context): Promise<number | undefined> {
  const [row] = await db.query(definitionsVersion(workspace));
  return row?.definitions;
}

const refusedByDatabase: Refusal = {
  status: 422,
  code: "refused_by_database",
  text: label("数据库拒绝了这条更改", "The database refused this change"),
  reasons: [],
};

async function inTransaction(
  context: Context,
  id: string,
  longest: number,
  batch: (tx: Transaction, run: Run) => Promise<Outcome<unknown>>,
): Promise<boolean> {
  const done = await context.db.transaction(
    async (tx): Promise<Outcome<unknown> | null> => {
      const run = await loadRun(tx, context, id, true);
      if (run?.status !== "running") throw new Superseded("the job has ended or is paused");
      const isFinal = kindOf(context, run.kind)?.isFinal === true;
      if (run.wanted !== null && !isFinal) return stop(tx, context, run, run.wanted);
      const outcome = await batch(tx, run);
      await noteRefused(tx, context, id, outcome.refused);
      await settle(tx, context, run, outcome);
      return outcome;
    },
    { longer: longest },
  );
  done?.committed?.();
  return done !== null && done.position !== null;
}

/** What its person asked for since the last batch. */
async function stop(
  tx: Transaction,
  context: Context,
  { id }: Run,
  wanted: NonNullable<Run["wanted"]>,
): Promise<null> {
  const change =
    wanted === "pause"
      ? ({ status: "waiting" } as const)
      : ({ status: "cancelled", finished_at: context.now } as const);
  await changeState(tx, context, id, { ...change, wanted: null, attempts: 0 });
  return null;
}

async function settle(
  tx: Transaction,
  context: Context,
  run: Run,
  { position, done, refused, total, soFar, file }: Outcome<unknown>,
): Promise<void> {
  const change = {
    position,
    done: soFar?.done ?? run.done + done,
    refused: soFar?.refused ?? run.refused + refused.length,
    ...(total === undefined ? {} : { total }),
    ...(kindOf(context, run.kind)?.isUndoable ? { log_to: await newestNumber(tx, context.workspace) } : {}),
    ...(file === undefined ? {} : { file: await keepFile(tx, context, run.id, file) }),
    attempts: 0,
  };
  if (position !== null) return changeRun(tx, context, run.id, change);
  await changeState(tx, context, run.id, {
    ...change,
    status: "done",
    wanted: null,
    finished_at: context.now,
  });
}
