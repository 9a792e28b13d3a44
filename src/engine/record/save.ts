import type { Statement, Transaction } from "../../platform/db/database.ts";
import { retryDeadlock } from "../../platform/db/retry-deadlock.ts";
import type { Context } from "../kernel/context.ts";
import { elevate } from "../kernel/elevate.ts";
import { goOnWriting } from "../kernel/write-notes.ts";
import { claimKey, storeAnswer } from "./idempotency.ts";
import { type Item, isLive, keyOf, refuseItem } from "./batch.ts";
import type { Operation, OperationResult, SaveRequest, SaveResult } from "../kernel/save-request.ts";
import { inDocuments } from "./documents.ts";
import { duplicateOf } from "./duplicate-error.ts";
import { recordMessages } from "./messages.ts";
import { openDocument } from "./open-document.ts";
import { type Group, inGroups, openItems } from "./open-items.ts";
import { type Further, writeDocument } from "./write-document.ts";

const MAX_DEPTH = 3;

/**
 * The one write path: every record of every object, from every road, is written here, set-wise and in one
 * transaction. In mode "all" one refusal leaves everything as it was; in mode "each" refused records are left
 * out.
 * @example await save(context, { road: "api", mode: "all", operations: [{ op: "create", object: "account", values: { name: "渠成" } }] })
 */
export async function save(context: Context, request: SaveRequest): Promise<SaveResult> {
  return (await saveThenRead(context, request, () => undefined)).result;
}

/**
 * `save`, and the rows of a statement that reads what it has left, for one wait instead of two; null where
 * they could not be read.
 */
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
export async function saveIn(tx: Transaction, given: Context, request: SaveRequest): Promise<SaveResult> {
  const context = goOnWriting(tx, given);
  await claimKey(tx, context);
  const result =
    request.mode === "all"
      ? await saveBatch(tx, context, request, NOTHING_BEFORE())
      : await saveEach(tx, context, request);
  if (result.saved) await storeAnswer(tx, context, result);
  return result;
}

/**
 * One batch where that can be. Where something was refused after what belongs to it had been written, each
 * half for itself, down to single operations.
 */
async function saveEach(tx: Transaction, context: Context, request: SaveRequest): Promise<SaveResult> {
  const { operations } = request;
  await tx.query({ text: "savepoint each" });
  const { blamed, ...result } = await saveBatch(tx, context, request, NOTHING_BEFORE());
  await tx.query({ text: blamed ? "rollback to savepoint each" : "release savepoint each" });
  if (!blamed || operations.length === 1) return result;
  const middle = Math.ceil(operations.length / 2);
  const halves: OperationResult[] = [];
  for (const half of [operations.slice(0, middle), operations.slice(middle)])
    halves.push(...(await saveEach(tx, context, { ...request, operations: half })).results);
  return { saved: true, results: halves };
}

/** What the transaction has done before a batch. */
interface Before {
  readonly depth: number;
  /** Records made in this transaction. */
  readonly made: Set<string>;
  /** Records whose lines come with them, not the other way round. */
  readonly settled: ReadonlySet<string>;
  /** Records that were written before by what this batch belongs to: its rules may link to them. */
  readonly written: ReadonlySet<string>;
}
const NOTHING_BEFORE = (): Before => ({ depth: 0, made: new Set(), settled: new Set(), written: new Set() });

/** `blamed`: something was refused after what belongs to it had been written. */
async function saveBatch(
  tx: Transaction,
  context: Context,
  request: SaveRequest,
  before: Before,
): Promise<SaveResult & { readonly blamed: boolean }> {
  let blamed = false;
  const { items, refused } = openItems(context, request.operations);
  const hasFailed = () => request.mode === "all" && (refused.size > 0 || items.some((item) => item.refusal));
  for (const groups of inDocuments(context.catalog, inGroups(items))) {
    if (hasFailed()) break;
    const { together, others, undone } = await saveDocument(
      tx,
      { context, request, before, hasFailed },
      groups,
    );
    if (undone) blamed = true;
    const mine = groups.flatMap((group) => group.items);
    const settled = new Set(mine.map((item) => keyOf(item.object.name, item.id)));
    const written = new Set(
      mine.flatMap((item) =>
        isLive(item) && item.operation.op !== "delete" ? [keyOf(item.object.name, item.id)] : [],
      ),
    );
    for (const [further, after, asked] of [
      [together, { ...before, settled }, { ...request, ...causeOf(mine) }],
      [others, { ...before, written }, request],
    ] as const) {
      if (further.length === 0 || hasFailed()) continue;
      const nested = await saveFurther(tx, context, asked, further, after);
      if (nested.saved) continue;
      blame(mine, nested);
      blamed = true;
    }
  }
  const byPosition = new Map(items.map((item) => [item.position, item]));
  const results = request.operations.map(
    (_, position): OperationResult => refused.get(position) ?? resultOf(byPosition.get(position)),
  );
  return { saved: !hasFailed(), results, blamed };
}

/** A link that is emptied because its target is deleted says so in the log. */
function causeOf(items: readonly Item[]): Pick<SaveRequest, "cause"> {
  const deleted = items.find((item) => item.operation.op === "delete");
  return deleted ? { cause: { object: deleted.object.name, id: deleted.id, note: "deleted" } } : {};
}

interface Saving {
  readonly context: Context;
  readonly request: SaveRequest;
  readonly before: Before;
  readonly hasFailed: () => boolean;
}

/** Opens and writes a document, or records of one object that belong to none. */
async function saveDocument(
  tx: Transaction,
  { context, request, before, hasFailed }: Saving,
  groups: readonly Group[],
): Promise<Further> {
  const { settled, made, written } = before;
  const document = await openDocument({ tx, context, settled, written, request }, groups);
  return hasFailed() ? NOTHING_FURTHER : writeDocument({ tx, request, made, written, hasFailed }, document);
}
const NOTHING_FURTHER: Further = { together: [], others: [], undone: false };

/**
 * Tags, what is binned or restored together, and what adds ask for: by right of the record that they come
 * with.
 */
async function saveFurther(
  tx: Transaction,
  context: Context,
  request: SaveRequest,
  operations: readonly Operation[],
  before: Before,
): Promise<SaveResult> {
  if (before.depth >= MAX_DEPTH) {
    const refusal = {
      status: 422,
      code: "nested_loop",
      text: recordMessages.nested_loop,
      params: { max: MAX_DEPTH },
      reasons: [],
    } as const;
    return {
      saved: false,
      results: operations.map((operation) => ({ ok: false, object: operation.object, id: null, refusal })),
    };
  }
  const acting = elevate(context, "lines, tags and what rules add come by right of their record");
  // What a move rests on is said once, with the move itself.
  const { evidence: _move, ...rest } = request;
  return saveBatch(
    tx,
    acting,
    { ...rest, road: "rule", operations, mode: "all" },
    { ...before, depth: before.depth + 1 },
  );
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
  return {
    ok: true,
    op: item.unchanged ? "unchanged" : DONE[item.operation.op],
    object: item.object.name,
    id: item.id,
    record: item.after,
  };
}
