import type { Context } from "../../../../engine/context.ts";
import { matchingIds } from "../../../../engine/query/ids.ts";
import { objectOf } from "../../../../engine/query/object-of.ts";
import type { Refusal } from "../../../../engine/refusal.ts";
import { systemTable } from "../../../../engine/schema/names.ts";
import { changeRun, loadRun } from "./job-store.ts";
import { Superseded } from "./work-batch.ts";

const PAGE = 5000;

/**
 * Names the records before the first is changed, so that a change that moves them out of the filter leaves
 * none out. Why it cannot, else null.
 */
export async function collectItems(context: Context, id: string): Promise<Refusal | null> {
  for (;;) {
    const run = await loadRun(context.db, context, id);
    if (!run || run.phase !== "collect" || run.wanted === "cancel") return null;
    const { payload, collected_to: after, total } = run;
    const found = payload.ids ? given(payload.ids, total) : await matching(context, payload, after);
    if (!Array.isArray(found)) return found;
    await context.db.transaction(async (tx) => {
      const now = await loadRun(tx, context, id, true);
      if (now?.phase !== "collect" || now.total !== total) throw new Superseded("the job is done elsewhere");
      await tx.query({
        text: `insert into ${systemTable(context.workspace, "job_item")} (job, number, record) select $1, $2 + place, record from unnest($3::text[]) with ordinality as u(record, place)`,
        values: [id, total, found],
      });
      await changeRun(tx, context, id, {
        total: total + found.length,
        collected_to: found.at(-1) ?? after,
        ...(found.length < PAGE ? { phase: "work" } : {}),
      });
    });
  }
}

const given = (ids: readonly string[], from: number): string[] => ids.slice(from, from + PAGE);

async function matching(
  context: Context,
  payload: { readonly object: string; readonly filter?: string; readonly delete?: true },
  after: string | null,
): Promise<string[] | Refusal> {
  const object = objectOf(context, payload.object);
  if (!object.ok) return object.refusal;
  const found = await matchingIds(
    context,
    object.value,
    payload.filter ?? "",
    payload.delete ? "delete" : "update",
    {
      limit: PAGE,
      ...(after === null ? {} : { after }),
    },
  );
  return found.ok ? [...found.value] : found.refusal;
}
