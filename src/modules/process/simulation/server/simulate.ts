import { setImmediate } from "node:timers/promises";
import type { Context } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Simulation } from "../shared/simulation.contract.ts";
import { delayOf } from "./delay.ts";
import { judgePast } from "./judge-past.ts";
import type { PastVerdict } from "./past-verdict.ts";
import { asMade, placeMove } from "./place-move.ts";
import { loadRecords, type PastRecords, type Plan, planReplay, type Question } from "./plan-replay.ts";
import { type MadeMove, MOVES_AT_ONCE, readMoves } from "./read-moves.ts";
import { summarise } from "./summarise.ts";

/** A move as both sets of rules judge it. */
export interface Replayed {
  readonly move: MadeMove;
  readonly draft: PastVerdict;
  readonly live: PastVerdict | null;
  /** Of a refused one: working days until all that refused it was met; null: never so far. */
  readonly delay: number | null;
}

/**
 * Records that are replayed in one go: what history holds of them is read, judged by and let go, so that a
 * long replay needs no more memory than a short one.
 */
const RECORDS_AT_ONCE = 500;

/**
 * Replays every move of the period through the draft and through what holds now, and sums up what came of it.
 */
export async function simulate(
  context: Context,
  object: CatalogObject,
  question: Question,
  recordsAtOnce = RECORDS_AT_ONCE,
): Promise<Simulation> {
  const { from, to, pipeline, draft, live, most } = question;
  const [plan, moves] = await Promise.all([
    planReplay(context, object, question),
    readMoves(context.db, context, object, pipeline, question, most),
  ]);
  const replayed = await replayAll(plan, moves, recordsAtOnce);
  return summarise({
    context,
    object,
    period: { from, to },
    definition: draft,
    labels: plan.draft.labels,
    hasLive: live !== null,
    replayed,
  });
}

/** Judges every move with the facts that history holds for its moment. In the order of the moves. */
async function replayAll(
  plan: Plan,
  moves: readonly MadeMove[],
  recordsAtOnce: number,
): Promise<readonly Replayed[]> {
  const byRecord = new Map<string, MadeMove[]>();
  for (const move of moves) {
    const known = byRecord.get(move.record);
    if (known) known.push(move);
    else byRecord.set(move.record, [move]);
  }
  const records = [...byRecord.keys()];
  const begin = (at: number): Promise<PastRecords> | null =>
    at < records.length ? begun(loadRecords(plan, records.slice(at, at + recordsAtOnce))) : null;
  const replayed = new Map<MadeMove, Replayed>();
  let judged = 0;
  let next = begin(0);
  for (let at = 0; next; at += recordsAtOnce) {
    const known = await next;
    // While these are judged, the database finds the next.
    next = begin(at + recordsAtOnce);
    for (const move of records
      .slice(at, at + recordsAtOnce)
      .flatMap((record) => byRecord.get(record) ?? [])) {
      if (judged % MOVES_AT_ONCE === 0) await setImmediate();
      judged += 1;
      const found = replay(plan, known, move);
      if (found) replayed.set(move, found);
    }
  }
  return moves.flatMap((move) => replayed.get(move) ?? []);
}

/** What is awaited later: its failure waits for that, too. */
function begun<T>(work: Promise<T>): Promise<T> {
  work.catch(() => undefined);
  return work;
}

function replay({ context, object, isSame }: Plan, known: PastRecords, move: MadeMove): Replayed | null {
  const { draft, live } = known;
  const placed = placeMove(object.stageField ?? "", move, draft.lives.get(move.record), draft.evidence);
  if (!placed) return null;
  const when = asMade(placed);
  const found = judgePast(context, draft, placed, when);
  const now = live && !isSame(move) ? judgePast(context, live, placed, when) : found;
  return {
    move,
    draft: found,
    live: live && now,
    delay: found.verdict === "refused" ? delayOf(known, placed) : null,
  };
}
