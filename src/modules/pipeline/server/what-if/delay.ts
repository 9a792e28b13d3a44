import { dayIn } from "../../../../shared/time/zone.ts";
import { judgeLater, type Placed, type Seen } from "./judge-past.ts";
import type { Replayed } from "./simulate.ts";
import type { Replay } from "./summarise.ts";
import { heldAt, micro } from "./versions.ts";

/** Later moments that are tried for one move: beyond them it counts as never met. */
const MOST_MOMENTS = 400;

/** Working days from a refused move to the first moment at which, by history, all that refused it was met; null: never so far. */
export function delayOf(replay: Replay, { placed }: Replayed): number | null {
  const { context, rules } = replay;
  const { zone, calendar } = context.company;
  const isRefused = judgeLater(context, rules, placed);
  for (const when of momentsAfter(replay, placed))
    if (!isRefused(when)) return Math.max(0, calendar.between(dayIn(zone, placed.after.from), dayIn(zone, when.seen)));
  return null;
}

/** The moments after a move at which something that its gate reads may have changed, with what the record was then. */
export function* momentsAfter({ context, object, rules, lives, evidence, tasks }: Replay, { move, after, enteredAt }: Placed): Generator<Seen> {
  const at = after.from;
  const life = lives.get(move.record) ?? [];
  const waits = waitingUntil(context.company, rules.definition, enteredAt, at);
  const taskMoments = tasks(move.record).flatMap((one) => one.flatMap(({ from }) => (from > at ? [from] : [])));
  const now = micro(context.now);
  const moments = [...new Set([...rules.facts.changesAfter(move.record, at), ...taskMoments, ...waits])].filter((moment) => moment <= now).toSorted();
  for (const moment of moments.slice(0, MOST_MOMENTS)) {
    const version = heldAt(life, moment);
    if (!version) continue;
    const record = { ...version.values, [object.stageField ?? ""]: move.to };
    yield { seen: moment, now: moment, record, evidence: evidence(life, life.indexOf(version)) };
  }
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
