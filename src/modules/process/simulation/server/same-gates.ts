import { gateOf } from "./past-gate.ts";
import type { Rules } from "./past-rules.ts";
import type { MadeMove } from "./read-moves.ts";

/**
 * Of each move, whether two sets of rules ask just the same of it: then they find the same. Most gates of a
 * draft are those that hold.
 */
export function sameGates(one: Rules, other: Rules): (move: MadeMove) => boolean {
  const shape = ({ definition }: Rules): string =>
    JSON.stringify([definition.rules, definition.stages.map(({ name, type, order }) => [name, type, order])]);
  if (shape(one) !== shape(other)) return () => false;
  const found = new Map<string, boolean>();
  return (move) => {
    const key = `${move.from} ${move.to}`;
    const known = found.get(key);
    if (known !== undefined) return known;
    const text = (rules: Rules): string => {
      const gate = gateOf(rules, move);
      return JSON.stringify(
        gate && [
          gate.to.movers,
          gate.asked.map(({ criterion, side, left }) => [criterion, side, left?.on_enter]),
        ],
      );
    };
    const isSame = text(one) === text(other);
    found.set(key, isSame);
    return isSame;
  };
}
