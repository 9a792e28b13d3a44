import { type Operation, refusedRecord, saveIn } from "../../../../engine/public.ts";
import { type Duty, nextOf } from "./duties.ts";
import { causeOf, type Leaving, MOST, type Step } from "./step.ts";

/** The open records that name the leaver in one field. */
export function dutyStep(leaving: Leaving, duty: Duty): Step {
  const { job, user } = leaving;
  const recordOf = (id: string): string => `${duty.object}.${duty.field}:${id}`;
  return {
    name: `${duty.object}.${duty.field}`,
    async take(tx, context, size) {
      const ids = await nextOf(tx, context, duty, { user, job, limit: Math.min(size, MOST) });
      if (ids.length === 0) return null;
      const operations = ids.map((id): Operation => ({
        op: "update",
        object: duty.object,
        id,
        values: { [duty.field]: successorOf(leaving, duty, id) },
      }));
      const { results } = await saveIn(tx, context, {
        operations,
        road: "bulk",
        mode: "each",
        match: "not_asked",
        cause: causeOf(leaving, context),
      });
      const refused = results.flatMap((result, at) =>
        result.ok ? [] : [refusedRecord(context, recordOf(ids[at] ?? ""), result.refusal)],
      );
      return { done: ids.length - refused.length, refused };
    },
    async skip(tx, context, refusal) {
      const [id] = await nextOf(tx, context, duty, { user, job, limit: 1 });
      return id === undefined ? null : { done: 0, refused: [refusedRecord(context, recordOf(id), refusal)] };
    },
  };
}

/** Who reports to the leaver and succeeds them reports to the leaver's own manager. */
function successorOf({ plan, manager }: Leaving, duty: Duty, id: string): string | null {
  const to = plan.objects?.[duty.object] ?? plan.to;
  if (duty.object === "user" && id === to) return manager === to ? null : manager;
  return to;
}
