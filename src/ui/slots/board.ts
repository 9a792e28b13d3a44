import type { ComponentType } from "react";
import type { Values } from "../../shared/metadata/object.ts";
import type { ObjectInfo } from "../data/objects.ts";

/** What a module has to say of a record in one sign, small enough for a card of a board or a row. */
export interface CardMark {
  readonly name: string;
  readonly applies: (object: ObjectInfo) => boolean;
  readonly Component: ComponentType<CardMarkProps>;
  /** It stands behind the title in the rows of a list, too. */
  readonly inRows?: true;
  /** Fields it reads that lists answer by name only. */
  readonly fields: readonly string[];
}

export interface CardMarkProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  /** Counted up to the end of this day instead of now. */
  readonly asOf?: string | undefined;
}

/**
 * How the field that a board's columns stand for is changed by dragging: which columns are open for a card,
 * and the dialog that makes the move.
 */
export interface FieldMover {
  readonly applies: (object: ObjectInfo) => boolean;
  /**
   * Mounted while a card is pressed or dragged: tells how each column stands for it, again whenever that
   * changes.
   */
  readonly Targets: ComponentType<MoveTargetsProps>;
  /** Mounted when a card was dropped: moves at once when nothing is missing, else asks for what is missing. */
  readonly Move: ComponentType<FieldMoveProps>;
}

export interface MoveTargetsProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly onTargets: (targets: MoveTargets) => void;
}

/** By the value that a column stands for; one that is not named is not known yet. */
export type MoveTargets = ReadonlyMap<string, MoveTarget>;

export interface MoveTarget {
  /** - asks: what is missing can be supplied on the way; - shut: it cannot. */
  readonly state: "open" | "asks" | "shut";
  /** What is unmet, in the reader's language. */
  readonly reasons: readonly string[];
}

export interface FieldMoveProps {
  readonly object: ObjectInfo;
  readonly record: Values;
  readonly to: string;
  readonly onDone: (outcome: "moved" | "waiting" | "cancelled") => void;
}
