import type { Values, WireValue } from "./object.ts";
import type { Reason } from "./reason.ts";

/** How a write came in. Always in the log. */
export type Road =
  | "form"
  | "board"
  | "bulk"
  | "import"
  | "api"
  | "transition"
  | "automation"
  | "sync"
  | "seed"
  | "rule"
  | "setup";

/**
 * What is known of the move that began a told state: who made it and why, where the one who tells it may say
 * so.
 */
export interface ImportedMove {
  /** null: nobody that is known here. */
  readonly by: string | null;
  readonly reason?: string;
  /** Why a shut gate was passed. */
  readonly override?: string;
  /** Stages that were left out. */
  readonly skipped?: readonly string[];
}

/** One record on its way through save, in wire form. */
export interface Change {
  readonly object: string;
  readonly id: string;
  /** null on create. */
  readonly before: Readonly<Values> | null;
  /** The record as it would be stored. */
  readonly after: Readonly<Values>;
  /** Names of fields whose value differs from `before` (on create: all that were given or derived). */
  readonly changed: ReadonlySet<string>;
  /** Names of fields that the caller gave, also with the value they had; absent: not known. */
  readonly given?: ReadonlySet<string>;
  readonly deleting: boolean;
  /** Deleted as if it had never been: its past is kept, but no longer believed. */
  readonly retracting?: boolean;
  /** An update by which earlier updates never were: no move, no event of its own. */
  readonly takingBack?: boolean;
  readonly restoring?: boolean;
  /** Position in the log; known to adds. */
  readonly seq?: number;
  readonly road: Road;
  readonly actor: string | null;
  /** When the stored state begins: the moment of the write, or of the last back-filled state. */
  readonly now: string;
  /**
   * States that were told of the past, complete, oldest first; the last is the stored one. Adds and guards
   * see them completed. On update: the record's whole life as it is believed now.
   */
  readonly past?: readonly {
    readonly at: string;
    readonly values: Readonly<Values>;
    readonly told?: ImportedMove;
  }[];
}

/** Facts a rule reads: expressions on the record as it would be stored, answered once for the whole batch. */
export type Facts<K extends string = string> = Readonly<Record<K, WireValue>>;

/**
 * Pure: completes a record before it is checked. May declare facts. Runs only when `when` names a changed
 * field (absent: always).
 */
export interface Derive {
  readonly word: "derive";
  readonly name: string;
  readonly object: string;
  readonly when?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
  /** Of which changes the facts are asked; the others run without any. Absent: of all. */
  readonly asks?: (change: Change) => boolean;
  /** The fields that it may fill, for the page that says what runs on an object. */
  readonly writes?: readonly string[];
  readonly run: (change: Change, facts: Facts) => Values;
}

/** Pure check with declared facts; the server may register richer guards of its own in the engine. */
export interface Rule {
  readonly word: "guard";
  readonly name: string;
  readonly object: string;
  readonly when?: readonly string[];
  readonly facts?: Readonly<Record<string, string>>;
  readonly run: (change: Change, facts: Facts) => readonly Reason[];
}

export type ObjectHook = Derive | Rule;
