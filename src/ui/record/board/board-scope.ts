import { createContext, use } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import type { FieldInfo, ObjectInfo } from "../../data/objects.ts";
import type { SincePart } from "../list/list-state.ts";
import type { CardAtHand } from "./card-at-hand.ts";
import type { CardActs } from "./use-card-acts.ts";
import type { Moves } from "./use-moves.ts";

/** What every column, lane and card of one board has in common. */
export interface BoardScope {
  readonly object: ObjectInfo;
  readonly search: string;
  readonly asOf: string;
  readonly since: string;
  readonly part: SincePart | "";
  /** What cards show besides their name. */
  readonly fields: readonly FieldInfo[];
  readonly lanes: FieldInfo | undefined;
  /** Whether cards may be moved. */
  readonly movable: boolean;
  readonly moves: Moves;
  readonly acts: CardActs;
  readonly hand: CardAtHand;
  readonly onOpen: (record: Values) => void;
}
export const BoardScopeContext = createContext<BoardScope | null>(null);

export function useBoardScope(): BoardScope {
  const scope = use(BoardScopeContext);
  if (!scope) throw new Error("useBoardScope is for what stands on a board");
  return scope;
}
