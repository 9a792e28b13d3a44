import type { Context } from "../../../../engine/public.ts";
import { dayIn, startOfDay } from "../../../../shared/time/zone.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import { judgeLater } from "./judge-later.ts";
import type { Placed, Seen } from "./place-move.ts";
import type { PastRecords } from "./plan-replay.ts";
import { FOREVER, heldAt, micro } from "./versions.ts";

/** Later moments that are tried for one move: beyond them it counts as never met. */
const MOST_MOMENTS = 400;

/**
 * Working days from a refused move to the first moment at which, by history, all that refused it was met;
 * null: never so far.
 */
export function delayOf(records: PastRecords, placed: Placed): number | null {
  const { context, draft } = records;
  const { zone, calendar } = context.company;
  const judge = judgeLater(context, draft, placed);
  // What refuses a move as the record stands mostly refuses it for long, if not for ever: no moment before is
  // tried.
  const standing = seenAt(records, placed, placed.after.from);
  let refusedUntil: string | null = (standing && judge(standing)) ?? "";
  if (refusedUntil === FOREVER) return null;
  for (const moment of momentsAfter(records, placed)) {
    const when = moment < refusedUntil ? null : seenAt(records, placed, moment);
    if (!when) continue;
    refusedUntil = judge(when);
    if (refusedUntil === null)
      return Math.max(0, calendar.between(dayIn(zone, placed.after.from), dayIn(zone, moment)));
    if (refusedUntil === FOREVER) return null;
  }
  return null;
}

/** The moments after a move at which something that its gate reads may have changed. */
export function momentsAfter(
  { context, draft }: PastRecords,
  { move, after, enteredAt }: Placed,
): readonly string[] {
  const at = after.from;
  const waits = waitingUntil(context.company, draft.definition, enteredAt, at);
  const taskMoments = draft.tasks
    .livesOf(move.record)
    .flatMap((one) => one.flatMap(({ from }) => (from > at ? [from] : [])));
  const now = micro(context.now);
  const moments = [
    ...new Set([...draft.facts.changesAfter(move.record, at), ...taskMoments, ...waits]),
  ].filter((moment) => moment <= now);
  return moments.toSorted().slice(0, MOST_MOMENTS);
}

/** What the move would be judged by at a later moment; null where the record was not there then. */
export function seenAt(
  { object, draft: { lives, evidence } }: PastRecords,
  { move }: Placed,
  moment: string,
): Seen | null {
  const life = lives.get(move.record) ?? [];
  const version = heldAt(life, moment);
  if (!version) return null;
  const record = { ...version.values, [object.stageField ?? ""]: move.to };
  return { seen: moment, now: moment, record, evidence: evidence(life, life.indexOf(version)) };
}

/** The moments at which a shortest stay ends, each the start of a day: nothing is written then. */
function waitingUntil(
  { zone, calendar }: Context["company"],
  definition: PipelineDefinition,
  enteredAt: string | null,
  at: string,
): readonly string[] {
  if (!enteredAt) return [];
  const days = new Set(
    definition.stages.flatMap((stage) =>
      [...stage.entry, ...stage.exit].flatMap((one) =>
        one.kind === "dwell" && one.min_days !== undefined ? [one.min_days] : [],
      ),
    ),
  );
  const entered = dayIn(zone, enteredAt);
  return [...days]
    .map((count) => micro(startOfDay(zone, calendar.add(entered, count))))
    .filter((moment) => moment > at);
}
