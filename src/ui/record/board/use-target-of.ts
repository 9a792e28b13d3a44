import type { MoveTarget, MoveTargets } from "../../slots/board.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import type { Cell } from "./board-cell.ts";
import { useLaneShut } from "./use-change-lane.ts";
import type { Carried } from "./use-moves.ts";

const OPEN: MoveTarget = { state: "open", reasons: [] };

export interface TargetOptions {
  readonly object: ObjectInfo;
  readonly lanes: FieldInfo | undefined;
  readonly carried: Carried | null;
  /** How the stages stand for what is carried, as far as it is known. */
  readonly targets: MoveTargets;
  readonly hasGates: boolean;
}
/**
 * What dropping at a place would meet: its lane first, then its stage. Undefined where nothing would change,
 * and while it is not known.
 */
export function useTargetOf({ object, lanes, carried, targets, hasGates }: TargetOptions) {
  const laneShut = useLaneShut(object, lanes);
  return (cell: Cell): MoveTarget | undefined => {
    if (!carried) return undefined;
    const isOtherLane = cell.lane !== undefined && cell.lane !== carried.from.lane;
    const shut = isOtherLane ? laneShut(cell.lane ?? "") : null;
    if (shut !== null) return { state: "shut", reasons: [shut] };
    if (cell.stage === carried.from.stage) return isOtherLane ? OPEN : undefined;
    return hasGates ? targets.get(cell.stage) : OPEN;
  };
}
