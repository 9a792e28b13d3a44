import { dayIn } from "../../../../shared/time/zone.ts";
import { judgePast } from "./judge-past.ts";
import type { Replayed } from "./simulate.ts";
import type { Replay } from "./summarise.ts";
import { heldAt, micro } from "./versions.ts";

/** Later moments that are tried for one move: beyond them it counts as never met. */
const MOST_MOMENTS = 400;

/** Working days from a refused move to the first moment at which, by history, all that refused it was met; null: never so far. */
export function delayOf({ context, object, rules, lives, evidence, tasks }: Replay, { placed }: Replayed): number | null {
  const { move } = placed;
  const at = placed.after.from;
  const { zone, calendar } = context.company;
  const life = lives.get(move.record);
  const waits = waitingUntil(context.company, rules.definition, placed.enteredAt, at);
  const taskMoments = tasks(move.record).flatMap((one) => one.flatMap(({ from }) => (from > at ? [from] : [])));
  const moments = [...new Set([...rules.facts.changesAfter(move.record, at), ...taskMoments, ...waits])]
    .filter((moment) => moment <= micro(context.now))
    .toSorted();
  for (const moment of moments.slice(0, MOST_MOMENTS)) {
    const version = heldAt(life, moment);
    if (!life || !version) continue;
    if (
      judgePast(context, object, rules, placed, { seen: moment, now: moment, values: version.values, evidence: evidence(life, life.indexOf(version)) })
        .verdict !== "refused"
    )
      return Math.max(0, calendar.between(dayIn(zone, at), dayIn(zone, moment)));
  }
  return null;
}

/** The days on which a shortest stay ends: nothing is written then. */
function waitingUntil(
  { calendar }: Replay["context"]["company"],
  definition: Replay["rules"]["definition"],
  enteredAt: string | null,
  at: string,
): readonly string[] {
  if (!enteredAt) return [];
  const days = new Set(
    definition.stages.flatMap((stage) =>
      [...stage.entry, ...stage.exit].flatMap((one) => (one.kind === "dwell" && one.min_days !== undefined ? [one.min_days] : [])),
    ),
  );
  return [...days].map((count) => micro(`${calendar.add(enteredAt.slice(0, 10), count + 1)}T12:00:00Z`)).filter((moment) => moment > at);
}
