import { fits } from "../../../../shared/wire/fits.ts";
import {
  type BulkWork,
  type Context,
  type Refusal,
  Superseded,
  matchingIds,
  objectOf,
  systemTable,
} from "../../../../engine/public.ts";
import { BEGINNING, BulkPayload, BulkPosition } from "./bulk-payload.ts";
import { changeRun, loadRun, type Run } from "./job-store.ts";

const PAGE = 5000;

const positionOf = ({ position }: Run): BulkPosition => (fits(BulkPosition, position) ? position : BEGINNING);

/**
 * Names the records before the first is changed, so that a change that moves them out of the filter leaves
 * none out. Why it cannot, else null.
 */
export async function collectItems(context: Context, id: string): Promise<Refusal | null> {
  for (;;) {
    const run = await loadRun(context.db, context, id);
    if (!run || run.wanted !== null || !fits(BulkPayload, run.payload)) return null;
    const { payload } = run;
    const { isNamed, after, count, next } = positionOf(run);
    if (isNamed) return null;
    const found = payload.ids ? given(payload.ids, count) : await matching(context, payload, after);
    if (!Array.isArray(found)) return found;
    const total = count + found.length;
    const isLast = found.length < PAGE;
    await context.db.transaction(async (tx) => {
      const now = await loadRun(tx, context, id, true);
      if (!now || positionOf(now).isNamed || positionOf(now).count !== count)
        throw new Superseded("the job is done elsewhere");
      await tx.query({
        text: `insert into ${systemTable(context.workspace, "job_item")} (job, number, record) select $1, $2 + place, record from unnest($3::text[]) with ordinality as u(record, place)`,
        values: [id, count, found],
      });
      await changeRun(tx, context, id, {
        position: { isNamed: isLast, after: found.at(-1) ?? after, count: total, next },
        ...(isLast ? { total } : {}),
      });
    });
  }
}

const given = (ids: readonly string[], from: number): string[] => ids.slice(from, from + PAGE);

async function matching(
  context: Context,
  { object: name, filter = "", delete: isDelete }: BulkWork,
  after: string | null,
): Promise<string[] | Refusal> {
  const object = objectOf(context, name);
  if (!object.ok) return object.refusal;
  const found = await matchingIds(context, object.value, filter, isDelete ? "delete" : "update", {
    limit: PAGE,
    ...(after === null ? {} : { after }),
  });
  return found.ok ? [...found.value] : found.refusal;
}
