import { Suspense } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import type { useMoves } from "./use-moves.ts";

export interface BoardMovesProps {
  readonly object: ObjectInfo;
  readonly moves: ReturnType<typeof useMoves>;
}
/** What the gates add to a move: where a pressed card may go, and what it meets when it is dropped. */
export function BoardMoves({
  object,
  moves: { pressed, setTargets, mover, moving, onDone },
}: BoardMovesProps) {
  return (
    <>
      <Suspense>
        {pressed && mover && (
          <mover.Targets key={idOf(pressed)} object={object} record={pressed} onTargets={setTargets} />
        )}
      </Suspense>
      <Suspense>
        {moving && mover && (
          <mover.Move
            key={`${idOf(moving.record)}${moving.to}`}
            object={object}
            record={moving.record}
            to={moving.to}
            onDone={onDone}
          />
        )}
      </Suspense>
    </>
  );
}
