import { elevate, refusedRecord, saveIn } from "../../../../engine/public.ts";
import { cancelRuns } from "../../../base/jobs/public.ts";
import type { BesideKind } from "../shared/handover.contract.ts";
import { alreadyThere, nextBeside, operationsOf } from "./beside.ts";
import { causeOf, type Leaving, MOST, type Step } from "./step.ts";

/** One kind of what hangs on the leaver beside records. */
export function besideStep(leaving: Leaving, kind: BesideKind): Step {
  const { user, job, plan } = leaving;
  return {
    name: `beside.${kind}`,
    async take(tx, context, size) {
      const rows = await nextBeside(tx, context, kind, { user, job, limit: Math.min(size, MOST) });
      if (rows.length === 0) return null;
      if (kind === "jobs") {
        await cancelRuns(
          tx,
          context,
          rows.map(({ id }) => id),
        );
        return { done: rows.length, refused: [] };
      }
      const settled = kind === "roles" ? await alreadyThere(tx, context, rows, plan.to) : new Set<string>();
      const successor = { to: plan.to, now: context.now };
      const operations = rows.flatMap((row) =>
        operationsOf(kind, row, successor, settled).map((operation) => ({ id: row.id, operation })),
      );
      // Whoever hands over needs no right on a consent or a share, but is the one in the log.
      const acting = elevate(context, "a hand-over reaches what its person has no right on");
      const { results } = await saveIn(tx, acting, {
        operations: operations.map(({ operation }) => operation),
        road: "bulk",
        mode: "each",
        cause: causeOf(leaving, context),
      });
      const refused = new Map(
        results.flatMap((result, at) => {
          const record = `${kind}:${operations[at]?.id}`;
          return result.ok ? [] : [[record, refusedRecord(context, record, result.refusal)] as const];
        }),
      );
      return { done: rows.length - refused.size, refused: [...refused.values()] };
    },
    async skip(tx, context, refusal) {
      const [row] = await nextBeside(tx, context, kind, { user, job, limit: 1 });
      return row ? { done: 0, refused: [refusedRecord(context, `${kind}:${row.id}`, refusal)] } : null;
    },
  };
}
