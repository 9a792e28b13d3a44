import type { Road, ImportedMove } from "../../shared/metadata/hooks.ts";
import type { Values } from "../../shared/metadata/object.ts";
import type { Refusal } from "./refusal.ts";

/** One thing to do to one record. Values in wire form; children and tags fields may be among them. */
export type Operation =
  | {
      readonly op: "create";
      readonly object: string;
      readonly id?: string;
      readonly values: Values;
      readonly past?: readonly PastState[];
      /**
       * Ids of the record and of its lines are those that they had in another installation, and nobody's
       * here: they may be as old as they are.
       */
      readonly keepsId?: true;
    }
  | {
      readonly op: "update";
      readonly object: string;
      readonly id: string;
      readonly values: Values;
      readonly base?: Values;
      readonly ifVersion?: number;
      /**
       * What is told of the record's stages by somebody who knows better than the versions on record: those
       * that say otherwise are no longer believed.
       */
      readonly past?: readonly PastState[];
      readonly takesBack?: Reverted;
      /** The same for new lines. */
      readonly keepsId?: true;
    }
  /**
   * `retract`: it never was (decision 7): its versions are kept but no longer believed, so no past moment
   * shows it.
   */
  | {
      readonly op: "delete";
      readonly object: string;
      readonly id: string;
      readonly ifVersion?: number;
      readonly retract?: boolean;
    }
  /** `values`: changed as it comes back. */
  | { readonly op: "restore"; readonly object: string; readonly id: string; readonly values?: Values };

/**
 * The update never was (decision 7): versions from the log's position `since` on are no longer believed,
 * except for what others wrote in other fields.
 */
export interface Reverted {
  readonly since: number;
  /** Fields that get back what they held before. */
  readonly fields: readonly string[];
  /** The changes that are taken back, by position. */
  readonly changes: readonly number[];
}

/**
 * Back-filled history of a record, oldest first: from `at` (ISO) on, `values` differed from what is stored
 * now. The last entry is when the stored state began.
 */
export interface PastState {
  readonly at: string;
  readonly values: Values;
  readonly told?: ImportedMove;
}

export interface SaveRequest {
  readonly operations: readonly Operation[];
  readonly road: Road;
  /** all: one refusal refuses the batch. each: refused records are left out, the others written. */
  readonly mode: "all" | "each";
  /** Lets a person with the right pass shut gates; recorded and counted. */
  readonly override?: { readonly reason: string };
  /** What made this happen: a rule, an import, an approval. */
  readonly cause?: { readonly object: string; readonly id: string; readonly note?: string };
  /** What a move rests on, kept with its log line: what was supplied for it and who consented. */
  readonly evidence?: Values;
  /**
   * Of money documents no version is asked: what is decided here was decided about what the caller has seen,
   * or changes only whose they are.
   */
  readonly match?: "not_asked";
  /** Only tried: the caller rolls it back, whatever comes of it. */
  readonly tries?: boolean;
  /** A reason given by the person (lost, reopened, moved back). */
  readonly reason?: string;
}
export type OperationResult =
  | {
      readonly ok: true;
      readonly op: "created" | "updated" | "deleted" | "restored" | "unchanged";
      readonly object: string;
      readonly id: string;
      readonly record: Values;
    }
  | { readonly ok: false; readonly object: string; readonly id: string | null; readonly refusal: Refusal };
export interface SaveResult {
  /** False when mode "all" met a refusal: nothing was written, also of the records that would have passed. */
  readonly saved: boolean;
  readonly results: readonly OperationResult[];
}
