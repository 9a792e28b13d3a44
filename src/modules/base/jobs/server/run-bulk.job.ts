import {
  type BulkWork,
  type Context,
  type OperationResult,
  type Outcome,
  type Work,
  accept,
  bulkOperation,
  defineJobKind,
  refusedRecord,
  saveIn,
  statement,
  versionsSeen,
} from "../../../../engine/public.ts";
import { integer, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { BEGINNING, BulkPayload, BulkPosition } from "./bulk-payload.ts";
import { collectItems } from "./collect-items.ts";
import { runJob } from "./run-job.ts";

interface Item {
  readonly number: number;
  readonly record: string;
}

/** A change of more records than one request takes. */
export const bulkKind = defineJobKind({
  name: "bulk",
  label: label("批量处理", "Bulk change"),
  payload: BulkPayload,
  position: BulkPosition,
  isPausable: true,
  isUndoable: true,
  about: ({ object }) => object,
  async open(context, { id, payload }) {
    const refusal = await collectItems(context, id);
    if (refusal) return { ok: false, refusal };
    return accept<Work<BulkPosition>>({
      async batch(tx, acting, position, size) {
        // Naming was broken off for a stop that was taken back since: the queue begins again with it.
        if (!position?.isNamed) throw new Error("not all records of the job are named");
        const items = await nextItems(tx, acting, id, position, size);
        return outcomeOf(acting, position, items, await change(tx, acting, { id, payload, items }));
      },
      async skip(tx, acting, position, why) {
        const items = await nextItems(tx, acting, id, position ?? BEGINNING, 1);
        const { object } = payload;
        return outcomeOf(
          acting,
          position,
          items,
          items.map((item) => ({ ok: false, object, id: item.record, refusal: why })),
        );
      },
    });
  },
});

/** Does one outside the queue. */
export const runBulk = (context: Context, id: string): Promise<void> => runJob(context, bulkKind, id);

const nextItems = (
  tx: Transaction,
  { workspace }: Context,
  id: string,
  { next }: BulkPosition,
  limit: number,
): Promise<Item[]> => tx.query(itemsFrom(workspace, id, next, limit));
export const itemsFrom = statement(
  { number: integer, record: text },
  ({ system }, job: string, next: number, limit: number) =>
    sql`select number, record from ${system("job_item")} where job = ${job} and number >= ${next} order by number limit ${limit}`,
);

function outcomeOf(
  context: Context,
  position: BulkPosition | null,
  items: readonly Item[],
  results: readonly OperationResult[],
): Outcome<BulkPosition> {
  const refused = items.flatMap(({ number, record }, at) => {
    const result = results[at];
    return !result || result.ok ? [] : [{ ...refusedRecord(context, record, result.refusal), number }];
  });
  const last = items.at(-1);
  return {
    position: last ? { ...(position ?? BEGINNING), next: last.number + 1 } : null,
    done: items.length - refused.length,
    refused,
  };
}

async function change(
  tx: Transaction,
  context: Context,
  {
    id,
    payload,
    items,
  }: { readonly id: string; readonly payload: BulkWork; readonly items: readonly Item[] },
): Promise<readonly OperationResult[]> {
  if (items.length === 0) return [];
  const { reason, override, object: name, if_match, seen } = payload;
  const object = context.catalog.object(name);
  const ids = items.map(({ record }) => record);
  const versions =
    seen === undefined || !object ? {} : await versionsSeen(tx, context, object, { ids, seen });
  const operations = ids.map((record) =>
    bulkOperation({ ...payload, if_match: { ...versions, ...if_match } }, record),
  );
  const { results } = await saveIn(tx, context, {
    operations,
    road: "bulk",
    mode: "each",
    cause: { object: "job", id },
    ...(reason ? { reason } : {}),
    ...(override ? { override } : {}),
  });
  return results;
}
