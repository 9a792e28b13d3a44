import {
  type Context,
  type Result,
  accept,
  answering,
  compose,
  explainConflict,
  getByName,
  refuse,
  tablesOf,
} from "../../../../engine/public.ts";
import { boolean, integer, type RowOf } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partsOfSeen } from "../shared/seen.ts";
import type { ApprovalCardData } from "../shared/approval.contract.ts";
import { approvalMessages } from "./approvals.messages.ts";
import type { RequestRow } from "./read-requests.ts";

/**
 * What the person who decides was shown: `card.seen` (empty where no card is shown), or the version of the
 * record.
 */
export interface WhatWasSeen {
  readonly seen?: string | undefined;
  readonly version?: number | undefined;
}
type Criterion = ApprovalCardData["criteria"][number];
type Show = (context: Context, rows: readonly RequestRow[]) => Promise<ReadonlyMap<string, ApprovalCardData>>;

/**
 * Whoever decides says what was seen (decision 4): a 409 names what has changed since. Who says nothing
 * decides about what was asked for: as long as the record is as it was then; after that a 428. Nobody changes
 * the record before this transaction ends.
 */
export async function checkWhatWasSeen(
  tx: Transaction,
  context: Context,
  row: RequestRow,
  { seen, version }: WhatWasSeen,
  show: Show | undefined,
): Promise<Result<null>> {
  const locked = await lockRecord(tx, context, row);
  if (seen === undefined && version === undefined)
    return locked?.has_changed
      ? refuse({ status: 428, code: "if_match_required", text: approvalMessages.if_match_required })
      : accept(null);
  const current = locked?.version ?? null;
  if (version !== undefined && current !== null && version !== current)
    return changedSince(await fieldsSince(tx, context, row, version));
  if (seen === undefined) return accept(null);
  const card = (await show?.(context, [row]))?.get(row.id);
  const then = partsOfSeen(seen);
  const now = partsOfSeen(card?.seen ?? "");
  if (then.shown === now.shown) return accept(null);
  const fields = then.version === null ? [] : await fieldsSince(tx, context, row, then.version);
  const isSameGate = then.criteria.length === now.criteria.length;
  const criteria = (card?.criteria ?? []).filter(
    (_, at) => isSameGate && then.criteria[at] !== now.criteria[at],
  );
  const texts = criteria.map(({ id, title }): Reason => ({
    code: "changed_since",
    criterion: id,
    text: compose(approvalMessages.criterion_changed, { title: asLabel(title) }),
  }));
  return changedSince([
    ...fields,
    ...texts,
    ...(isSameGate || seen === "" ? [] : [{ code: "changed_since", text: approvalMessages.gate_changed }]),
  ]);
}
const asLabel = (title: Criterion["title"]) =>
  typeof title === "string" ? title : { "zh-CN": "", en: "", ...title };

const changedSince = (reasons: readonly Reason[]) =>
  refuse({ status: 409, code: "changed_since", text: approvalMessages.changed_since, reasons });

const locked = {
  version: integer,
  /**
   * Written after the request was: what is kept with a request is written before it, in the same transaction.
   */
  has_changed: boolean,
};
type LockedRecord = RowOf<typeof locked>;
async function lockRecord(
  tx: Transaction,
  context: Context,
  { id, regarding, regarding_object: object }: RequestRow,
): Promise<LockedRecord | null> {
  if (!regarding || !object || !context.catalog.object(object)) return null;
  const { record, system } = tablesOf(context.workspace);
  const [found] = await tx.query(
    answering(
      locked,
      sql`select version, coalesce(recorded > (select min(seq) from ${system("changes")} where object = 'approval_request' and record = ${id}), true) as has_changed
from ${record(object)} where id = ${regarding} for update`,
    ),
  );
  return found ?? null;
}

/** By the rights of whoever decides: what they may not read is not named. */
async function fieldsSince(
  tx: Transaction,
  context: Context,
  row: RequestRow,
  version: number,
): Promise<readonly Reason[]> {
  const object = row.regarding_object === null ? undefined : context.catalog.object(row.regarding_object);
  if (!object || !row.regarding) return [];
  const found = await getByName(context, object.name, row.regarding);
  if (!found.ok) return [];
  const written = { object, id: row.regarding, before: found.value, operation: { op: "read" } };
  return explainConflict(tx, context, written, { since: version, besides: [] });
}
