import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import type { EvidenceThen } from "./evidence-then.ts";
import type { MadeMove } from "./read-moves.ts";
import { type Life, micro, type Version } from "./versions.ts";

/** A move with what the record was when it had been made: just what the gate judges. */
export interface Placed {
  readonly move: MadeMove;
  readonly after: Version;
  /** Since when it stood in the stage that was left. */
  readonly enteredAt: string | null;
  /** What people had ticked and signed. */
  readonly evidence: Readonly<Values>;
}

/** The version that the move wrote, and since when the record had stood where it came from. */
export function placeMove(
  stageField: string,
  move: MadeMove,
  life: Life | undefined,
  evidence: EvidenceThen,
): Placed | null {
  if (!life) return null;
  const at = micro(move.at);
  const stage = (version: Version): boolean => version.values[stageField] === move.to;
  // A version begins by the database's clock, a visit by that of the program: what ties them is when the
  // stage was entered.
  const exact = life.findIndex((version) => {
    const entered = enteredAtOf(version);
    return stage(version) && entered !== null && micro(entered) === at;
  });
  const index = exact >= 0 ? exact : life.findIndex((version) => at < version.to && stage(version));
  const after = life[index];
  if (!after) return null;
  return {
    move,
    after,
    enteredAt: move.from === null ? null : enteredAtOf(life[index - 1]),
    evidence: evidence(life, index),
  };
}

const enteredAtOf = (version: Version | undefined): string | null =>
  partOf(staged, version?.values).stage_entered_at ?? null;

/**
 * What is judged, as of when: `seen` is the moment whose facts count, `now` the moment that today() and stays
 * are reckoned by.
 */
export interface Seen {
  readonly seen: string;
  readonly now: string;
  /** As the move would write it. */
  readonly record: Readonly<Values>;
  readonly evidence: Readonly<Values>;
}

/** The moment at which the move was made; its version stands in the stage it led to. */
export const asMade = ({ move, after, evidence }: Placed): Seen => ({
  seen: after.from,
  now: micro(move.at),
  record: after.values,
  evidence,
});
