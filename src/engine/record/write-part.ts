import type { Transaction } from "../../platform/db/database.ts";
import { totalsAlong } from "../totals/write-totals.ts";
import { type Item, isLive, keyOf } from "./batch.ts";
import { refreshChanged } from "./changed-fields.ts";
import { checkDeletes, restoreTogether } from "./check-deletes.ts";
import { refuseOrphans } from "./check-links.ts";
import type { Operation, SaveRequest } from "../kernel/save-request.ts";
import { deriveValues } from "./derive-values.ts";
import { recomputeRollups, rollupsAlong } from "./move-rollups.ts";
import { tagOperations } from "./nested.ts";
import { numberRecords } from "./number-records.ts";
import type { Part } from "./open-document.ts";
import type { OpenedWrite } from "./open-write.ts";
import { runAdds } from "./run-adds.ts";
import { runGuards } from "./run-guards.ts";
import { validate } from "./validate.ts";
import { stampItems, writeRows } from "./write-rows.ts";
import { searchAlong } from "./write-search.ts";

export interface Writing {
  readonly tx: Transaction;
  readonly request: SaveRequest;
  /** Records made in this transaction. */
  readonly made: Set<string>;
  /** Records of which these are what rules ask for. */
  readonly written: ReadonlySet<string>;
  /** Parents that are made with their lines, after them. */
  readonly awaited: ReadonlySet<string>;
  readonly hasFailed: () => boolean;
}
export interface CheckedPart {
  /** Something is to be written for these, where they are live. */
  readonly working: readonly Item[];
  /** What is binned or restored with them. */
  readonly together: readonly Operation[];
}

/** Completes the records of a part and asks everything that may refuse them. */
export async function checkPart(
  { tx, request, made, written, awaited }: Writing,
  { object, items, context, giver }: Part,
): Promise<CheckedPart> {
  const open = items.filter((item) => !item.unchanged);
  await deriveValues(tx, context, object, open, request);
  open.forEach(markUnchanged);
  const working = open.filter((item) => !item.unchanged);
  await validate(
    tx,
    giver,
    object,
    working,
    awaited.size + written.size === 0 ? made : new Set([...made, ...awaited, ...written]),
  );
  const together = [
    ...(await checkDeletes(tx, context, object, working)),
    ...(await restoreTogether(tx, context, object, working)),
  ];
  await runGuards(tx, giver, object, working, request);
  if (request.mode === "each") refuseOrphans(object, working);
  return { working, together };
}

function markUnchanged(item: Item): void {
  if (!isLive(item) || item.operation.op !== "update") return;
  refreshChanged(item);
  item.unchanged = item.since === null && item.changed.size === 0;
}

/** Writes what was checked, with what goes along. What rules ask for, and tags, comes back. */
export async function writePart(
  { tx, request, made }: Writing,
  { object, items, context, giver }: Part,
  { working }: CheckedPart,
  numbersOf: (writing: readonly Item[]) => Promise<OpenedWrite>,
): Promise<Operation[]> {
  const tags = await tagOperations(tx, context, items.filter(isLive));
  await numberRecords(tx, context, object, working.filter(isLive));
  const writing = working.filter(isLive);
  if (writing.length === 0) return tags;
  const opened = await numbersOf(writing);
  stampItems(context, writing, opened);
  const added = await runAdds(tx, context, object, writing, request);
  writeRows(tx, { context, author: giver, object, request, now: opened.now }, writing, [
    searchAlong(context, object, writing),
    rollupsAlong(context, object, writing),
    totalsAlong(context, object, writing),
    ...added.along,
  ]);
  for (const statement of added.ledger) tx.later(statement);
  await recomputeRollups(tx, context, object, writing);
  for (const item of writing) if (item.operation.op === "create") made.add(keyOf(object.name, item.id));
  return [...tags, ...added.operations];
}
