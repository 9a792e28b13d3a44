import type { Fix, Reason } from "../../../../shared/metadata/reason.ts";
import { judgeWithAnswers, type AnsweredMove } from "./judge-with-answers.ts";
import { stageOf } from "../../pipeline/shared/public.ts";

/**
 * How a column of the board stands for a card: - asks: what is missing can be supplied in the dialog; - shut:
 * nothing that one could type there opens it.
 */
export type ColumnState = "open" | "asks" | "shut";
const shuts = ({ fix }: { readonly fix?: Fix }): boolean =>
  !fix || fix.action === "none" || fix.action === "wait";
export const columnState = (mayMove: boolean, unmet: readonly { readonly fix?: Fix }[]): ColumnState =>
  !mayMove || unmet.some(shuts) ? "shut" : unmet.length > 0 ? "asks" : "open";
/** What shuts a column is told before what one could supply. */
export const shuttingFirst = <T extends { readonly fix?: Fix }>(unmet: readonly T[]): readonly T[] =>
  unmet.toSorted((one, other) => Number(shuts(other)) - Number(shuts(one)));

/** The gates of a record as the server listed them when its facts were sent. */
export interface ListedGate {
  readonly to: string;
  readonly unmet: readonly { readonly criterion?: string; readonly code: string; readonly field?: string }[];
}
export type JudgingMove = Omit<AnsweredMove, "to" | "supplied" | "found">;

/**
 * Every stage as the gate in the browser finds it for a card as it is shown now: facts that were sent
 * earlier, the card's own values of today. A stage that was not listed then is left out.
 */
export function judgeColumns(
  move: JudgingMove,
  listed: readonly ListedGate[],
): ReadonlyMap<string, readonly Reason[]> {
  const here = stageOf(move.definition, move.record[move.stageField])?.name;
  const supplied = { values: move.record, meet: {}, reason: "" };
  return new Map(
    listed.flatMap(({ to, unmet }) => {
      const answer = to === here ? null : judgeWithAnswers({ ...move, to, supplied, found: unmet });
      return answer ? [[to, answer.unmet] as const] : [];
    }),
  );
}
