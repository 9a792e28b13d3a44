import { Suspense } from "react";
import type { ObjectInfo } from "../../data/objects.ts";
import { idOf } from "../../data/values.ts";
import type { Moves } from "./use-moves.ts";

export interface BoardMovesProps {
  readonly object: ObjectInfo;
  readonly moves: Moves;
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
            key={`${idOf(moving.record)}${moving.to.stage}`}
            object={object}
            record={moving.record}
            to={moving.to.stage}
            onDone={onDone}
          />
        )}
      </Suspense>
    </>
  );
}
