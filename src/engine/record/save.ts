import type { Statement, Transaction } from "../../platform/db/database.ts";
import { retryDeadlock } from "../../platform/db/retry-deadlock.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { claimKey, rememberAnswer } from "./idempotency.ts";
import { isLive, type Item, keyOf, refuseItem } from "./batch.ts";
import { refreshChanged } from "./changed-fields.ts";
import { checkDeletes, restoreTogether } from "./check-deletes.ts";
import { refuseOrphans } from "./check-links.ts";
import { answerTakenIds } from "./check-ids.ts";
import { checkVersions } from "./check-versions.ts";
import type { Operation, OperationResult, SaveRequest, SaveResult } from "./contract.ts";
import { deriveValues } from "./derive-values.ts";
import { duplicateOf } from "./duplicate-error.ts";
import { lockRecords } from "./lock-records.ts";
import { recordMessages } from "./messages.ts";
import { recountRollups, rollupsAlong } from "./move-rollups.ts";
import { hasNested, nestedOperations } from "./nested.ts";
import { numberRecords } from "./number-records.ts";
import { openWrite } from "./open-write.ts";
import { inGroups, openItems } from "./open-items.ts";
import { runAdds } from "./run-adds.ts";
import { runGuards } from "./run-guards.ts";
import { totalsAlong } from "../totals/write-totals.ts";
import { takeValues } from "./take-values.ts";
import { validate } from "./validate.ts";
import { writeRows } from "./write-rows.ts";
import { searchAlong } from "./write-search.ts";

const MAX_DEPTH = 3;

/**
 * The one write path: every record of every object, from every road, is written here, set-wise and in one transaction.
 * In mode "all" one refusal leaves everything as it was; in mode "each" refused records are left out.
 * @example await save(context, { road: "api", mode: "all", operations: [{ op: "create", object: "account", values: { name: "渠成" } }] })
 */
export async function save(context: Context, request: SaveRequest): Promise<SaveResult> {
  return (await saveThenRead(context, request, () => undefined)).result;
}

/** `save`, and the rows of a statement that reads what it has left, for one wait instead of two; null where they could not be read. */
export async function saveThenRead<R extends object>(
  context: Context,
  request: SaveRequest,
  read: (result: SaveResult) => Statement | undefined,
): Promise<{ readonly result: SaveResult; readonly rows: readonly R[] | null }> {
  try {
    const { value, rows } = await retryDeadlock(() =>
      context.db.transactionThenRead<{ ok: boolean; result: SaveResult }, R>(
        async (tx) => {
          const result = await saveIn(tx, context, request);
          return { ok: result.saved, result };
        },
        ({ result }) => read(result),
      ),
    );
    return { result: value.result, rows };
  } catch (error) {
    const refusal = duplicateOf(context, error);
    if (!refusal) throw error;
    const results = request.operations.map((operation): OperationResult => {
      const id = "id" in operation ? (operation.id ?? null) : null;
      return { ok: false, object: operation.object, id, refusal };
    });
    return { result: { saved: false, results }, rows: null };
  }
}

/** The same inside a transaction of the caller's, who must roll it back when `saved` is false. */
export async function saveIn(tx: Transaction, context: Context, request: SaveRequest): Promise<SaveResult> {
  await claimKey(tx, context);
  const result = request.mode === "all" ? await saveBatch(tx, context, request, 0, new Set()) : await saveEach(tx, context, request);
  if (result.saved) await rememberAnswer(tx, context, result);
  return result;
}

/** One batch where that can be; record by record where lines, tags or further writes may refuse one of them after the others were written. */
async function saveEach(tx: Transaction, context: Context, request: SaveRequest): Promise<SaveResult> {
  if (request.operations.some((operation) => hasNested(context, operation))) return saveOneByOne(tx, context, request);
  await tx.query({ text: "savepoint each" });
  const result = await saveBatch(tx, context, request, 0, new Set());
  await tx.query({ text: result.blamed ? "rollback to savepoint each" : "release savepoint each" });
  return result.blamed ? saveOneByOne(tx, context, request) : result;
}

/** Records with lines or tags of their own, each all or nothing. */
async function saveOneByOne(tx: Transaction, context: Context, request: SaveRequest): Promise<SaveResult> {
  const results: OperationResult[] = [];
  for (const operation of request.operations) {
    await tx.query({ text: "savepoint one" });
    const one = await saveBatch(tx, context, { ...request, operations: [operation], mode: "all" }, 0, new Set());
    await tx.query({ text: one.saved ? "release savepoint one" : "rollback to savepoint one" });
    results.push(...one.results);
  }
  return { saved: true, results };
}

/** `blamed`: a further write was refused after its causes had been written. */
async function saveBatch(
  tx: Transaction,
  context: Context,
  request: SaveRequest,
  depth: number,
  made: Set<string>,
  giver: Context = context,
): Promise<SaveResult & { readonly blamed: boolean }> {
  let blamed = false;
  const { items, refused } = openItems(giver, request.operations);
  const hasFailed = () => request.mode === "all" && (refused.size > 0 || items.some((item) => item.refusal));
  for (const { object, items: group } of inGroups(items)) {
    if (hasFailed()) break;
    const { lines, others } = await saveGroup(tx, { context, giver, object, request, made, hasFailed }, group);
    for (const [further, by] of [
      [others, undefined],
      [lines, giver],
    ] as const) {
      if (further.length === 0 || hasFailed()) continue;
      const nested = await saveFurther(tx, context, request, further, depth, made, by);
      if (nested.saved) continue;
      blame(group, nested);
      blamed = true;
    }
  }
  const byPosition = new Map(items.map((item) => [item.position, item]));
  const results = request.operations.map((_, position): OperationResult => refused.get(position) ?? resultOf(byPosition.get(position)));
  return { saved: !hasFailed(), results, blamed };
}

interface Group {
  readonly context: Context;
  /** Whose values these are: the caller, also where the record is written by right of its parent. */
  readonly giver: Context;
  readonly object: CatalogObject;
  readonly request: SaveRequest;
  /** Records made in this transaction. */
  readonly made: Set<string>;
  readonly hasFailed: () => boolean;
}
/** What else must be written in the transaction: lines with values of the caller's, and what rules ask for. */
interface Further {
  readonly lines: readonly Operation[];
  readonly others: readonly Operation[];
}

/** The steps for the items of one object. */
async function saveGroup(tx: Transaction, { context, giver, object, request, made, hasFailed }: Group, items: readonly Item[]): Promise<Further> {
  // Sent one behind the other: the database gives the numbers once it has given the locks, and nobody waits for them before they are needed.
  const locked = lockRecords(tx, context, object, items);
  const opened = openWrite(tx, context, items.length);
  opened.catch(() => undefined);
  await locked;
  await answerTakenIds(tx, context, object, items);
  const open = items.filter((item) => !item.unchanged);
  await checkVersions(tx, giver, open);
  takeValues(context, open, giver);
  await deriveValues(tx, context, object, open, request);
  open.forEach(markUnchanged);
  const working = open.filter((item) => !item.unchanged);
  await validate(tx, giver, object, working, made);
  const together = [...(await checkDeletes(tx, context, object, working)), ...(await restoreTogether(tx, context, object, working))];
  await runGuards(tx, giver, object, working, request);
  const { lines, tags } = await nestedOperations(tx, context, open.filter(isLive));
  if (request.mode === "each") refuseOrphans(object, working);
  const writing = working.filter(isLive);
  if (hasFailed() || writing.length === 0) return { lines, others: tags };
  await numberRecords(tx, context, object, writing);
  writeRows(tx, { context, object, request, opened: await opened }, writing, [
    searchAlong(context, object, writing),
    rollupsAlong(context, object, writing),
    totalsAlong(context, object, writing),
  ]);
  await recountRollups(tx, context, object, writing);
  for (const item of writing) if (item.operation.op === "create") made.add(keyOf(object.name, item.id));
  return { lines, others: [...together, ...tags, ...(await runAdds(tx, context, object, writing, request))] };
}

function markUnchanged(item: Item): void {
  if (!isLive(item) || item.unchanged) return;
  if (item.operation.op === "update") {
    refreshChanged(item);
    item.unchanged = item.changed.size === 0;
  }
}

/** Lines, tags and what adds ask for: by right of the record that they come with. `giver`: whose values they are, none when rules gave them. */
async function saveFurther(
  tx: Transaction,
  context: Context,
  request: SaveRequest,
  operations: readonly Operation[],
  depth: number,
  made: Set<string>,
  giver: Context | undefined,
): Promise<SaveResult> {
  if (depth >= MAX_DEPTH) {
    const refusal = { status: 422, code: "nested_loop", text: recordMessages.nested_loop, params: { max: MAX_DEPTH }, reasons: [] } as const;
    return { saved: false, results: operations.map((operation) => ({ ok: false, object: operation.object, id: null, refusal })) };
  }
  const acting: Context = { ...context, principal: { ...context.principal, kind: "system" } };
  return saveBatch(tx, acting, { ...request, road: "rule", operations, mode: "all" }, depth + 1, made, giver);
}

/** A refusal further down refuses the records that caused it. */
function blame(items: readonly Item[], nested: SaveResult): void {
  const first = nested.results.find((result) => !result.ok);
  if (!first || first.ok) return;
  for (const item of items) refuseItem(item, first.refusal);
}

const DONE = { create: "created", update: "updated", delete: "deleted", restore: "restored" } as const;
function resultOf(item: Item | undefined): OperationResult {
  if (!item) throw new Error("an operation has no result");
  if (item.refusal) return { ok: false, object: item.object.name, id: item.id, refusal: item.refusal };
  return { ok: true, op: item.unchanged ? "unchanged" : DONE[item.operation.op], object: item.object.name, id: item.id, record: item.after };
}
