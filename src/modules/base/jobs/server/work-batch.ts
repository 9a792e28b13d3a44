import { toItem } from "../../../../engine/api/problem.ts";
import type { Context } from "../../../../engine/context.ts";
import type { OperationResult } from "../../../../engine/record/contract.ts";
import { bulkOperation } from "../../../../engine/long-work.ts";
import { duplicateOf } from "../../../../engine/record/duplicate-error.ts";
import { saveIn } from "../../../../engine/record/save.ts";
import { versionsSeen } from "../../../../engine/record/versions-seen.ts";
import type { Refusal } from "../../../../engine/refusal.ts";
import { isOfDefinitions } from "../../../../engine/schema/is-of-definitions.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { changeRun, loadRun, type Run, settleRun } from "./job-store.ts";

/** Another process has gone on with this job. */
export class Superseded extends Error {}

const LARGEST = 500;
const [QUICK_MS, SLOW_MS] = [400, 1200];
/** How many records a batch takes: it follows how long batches last. */
export interface Size {
  now: number;
}
interface Item {
  readonly number: number;
  readonly record: string;
}

/** Changes the next batch and moves the resume point in one transaction. False when nothing is left to do. */
export async function workBatch(context: Context, id: string, size: Size): Promise<boolean> {
  const begun = Date.now();
  const now = new Date(begun).toISOString();
  try {
    const left = await context.db.transaction((tx) => work(tx, { ...context, now }, id, size.now, null), {
      longer: 20_000,
    });
    const took = Date.now() - begun;
    if (took > SLOW_MS) size.now = Math.max(1, Math.floor(size.now / 2));
    else if (took < QUICK_MS) size.now = Math.min(LARGEST, size.now * 2);
    return left;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    // The definitions have changed under a long job: it is begun again with them, where it stands.
    if (isOfDefinitions(error) && (await definitionsNow(context)) !== context.catalog.version) throw error;
    const isBusy = ["40001", "40P01", "55P03", "57014", "25P03", "25P04"].includes(code);
    const isData = /^(22|23)/.test(code);
    if (!isBusy && !isData) throw error;
    if (size.now > 1) {
      size.now = Math.max(1, Math.floor(size.now / 4));
      return true;
    }
    if (isBusy) throw error;
    const refusal = duplicateOf(context, error) ?? refusedByDatabase;
    return context.db.transaction((tx) => work(tx, { ...context, now }, id, 1, refusal));
  }
}
const refusedByDatabase: Refusal = {
  status: 422,
  code: "refused_by_database",
  text: label("数据库拒绝了这条更改", "The database refused this change"),
  reasons: [],
};

async function definitionsNow({ db, workspace }: Context): Promise<number | undefined> {
  const [row] = await db.query<{ definitions: number }>({
    text: `select definitions from ${systemTable(workspace, "versions")}`,
  });
  return row?.definitions;
}

/** `refusal`: the one item taken was refused by the database before and is only noted. */
async function work(
  tx: Transaction,
  context: Context,
  id: string,
  size: number,
  refusal: Refusal | null,
): Promise<boolean> {
  const run = await loadRun(tx, context, id, true);
  if (run?.status !== "running") throw new Superseded("the job has ended");
  if (run.wanted === "cancel") return end(tx, context, run, "cancelled");
  const items = await tx.query<Item>({
    text: `select number, record from ${systemTable(context.workspace, "job_item")} where job = $1 and number >= $2 order by number limit $3`,
    values: [id, run.next_item, size],
  });
  const last = items.at(-1);
  if (!last) return end(tx, context, run, "done");
  const results = refusal
    ? items.map(({ record }): OperationResult => ({
        ok: false,
        object: run.payload.object,
        id: record,
        refusal,
      }))
    : await change(tx, context, run, items);
  const refused = items.flatMap(({ number }, at) => {
    const result = results[at];
    return !result || result.ok ? [] : [{ number, refused: told(context, result.refusal) }];
  });
  await noteRefused(tx, context, id, refused);
  await changeRun(tx, context, id, {
    next_item: last.number + 1,
    done: run.done + items.length - refused.length,
    refused: run.refused + refused.length,
    attempts: 0,
  });
  return true;
}

async function change(
  tx: Transaction,
  context: Context,
  run: Run,
  items: readonly Item[],
): Promise<readonly OperationResult[]> {
  const { reason, override } = run.payload;
  const { object: name, if_match, seen } = run.payload;
  const object = context.catalog.object(name);
  const ids = items.map(({ record }) => record);
  const versions =
    seen === undefined || !object ? {} : await versionsSeen(tx, context, object, { ids, seen });
  const operations = ids.map((record) =>
    bulkOperation({ ...run.payload, if_match: { ...versions, ...if_match } }, record),
  );
  const { results } = await saveIn(tx, context, {
    operations,
    road: "bulk",
    mode: "each",
    cause: { object: "job", id: run.id },
    ...(reason ? { reason } : {}),
    ...(override ? { override } : {}),
  });
  return results;
}

const told = (context: Context, refusal: Refusal) => ({
  code: refusal.code,
  errors:
    refusal.reasons.length > 0
      ? refusal.reasons.map((reason) => toItem(reason, context.language))
      : [{ code: refusal.code, message: refusal.text[context.language] }],
});

async function noteRefused(
  tx: Transaction,
  context: Context,
  id: string,
  refused: readonly { readonly number: number; readonly refused: object }[],
): Promise<void> {
  if (refused.length === 0) return;
  await tx.query({
    text: `update ${systemTable(context.workspace, "job_item")} i set refused = n.refused from jsonb_to_recordset($2::jsonb) as n(number integer, refused jsonb) where i.job = $1 and i.number = n.number`,
    values: [id, JSON.stringify(refused)],
  });
}

async function end(
  tx: Transaction,
  context: Context,
  run: Run,
  status: "done" | "cancelled",
): Promise<false> {
  await settleRun(tx, context, run.id, { status, finished_at: context.now });
  return false;
}
