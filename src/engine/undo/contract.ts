import type { Road } from "../../shared/metadata/hooks.ts";
import type { Operation } from "../kernel/save-request.ts";

/** What made writes happen, as the log names it with each of them: a job, an import, an approval. */
export interface Cause {
  readonly object: string;
  readonly id: string;
}
/** Positions of the log, both included, between which a cause has written all that it wrote. */
export interface LogRange {
  readonly from: number;
  readonly to: number;
}
/** A record that a cause wrote. */
export interface Written {
  readonly object: string;
  readonly record: string;
  /** A line of a document: it may be gone with its document, which is worth no mention. */
  readonly isLine?: boolean;
  /** Only rules wrote it because of the cause: it is reverted with the rights of the program. */
  readonly byRules?: boolean;
}

/**
 * What is to be reverted: what stands in a range of the log, or the records that the owner of the cause lists,
 * newest first and each of them once.
 */
export type CausedWork = { readonly cause: Cause } & (
  | { readonly range: LogRange; readonly written?: undefined }
  | { readonly written: readonly Written[]; readonly range?: undefined }
);
export type Undoing = CausedWork & {
  /** Stands in the log with every record that is written; a way back that needs none has none. */
  readonly reason?: string;
  /** Of this record only these fields go back; what else the cause wrote into it stays. */
  readonly only?: OnlyFields;
  /** Lets a person with the right pass shut gates; recorded and counted. */
  readonly override?: { readonly reason: string };
  readonly road?: Road;
};

export interface OnlyFields {
  readonly record: string;
  readonly fields: ReadonlySet<string>;
}

/**
 * A record of which something stays as the cause left it. Title, fields and message are what the caller may
 * read.
 */
export interface Kept {
  readonly object: string;
  readonly id: string;
  readonly title: string | null;
  /** used: others refer to it. changed: fields changed since. gone: deleted. refused: a rule or right forbids. */
  readonly why: "used" | "changed" | "refused" | "gone";
  readonly fields: readonly string[];
  readonly message?: string;
}
/** How many records are deleted or hold again what they held before, not counting what rules wrote. */
export interface UndoCounts {
  readonly deleted: number;
  readonly restored: number;
}
export interface UndoneBatch extends UndoCounts {
  /** Where the next batch begins; null when nothing is left. */
  readonly next: number | null;
  readonly kept: readonly Kept[];
}
export interface UndoPreview extends UndoCounts {
  /** The first of them; `kept_total` counts all. */
  readonly kept: readonly Kept[];
  readonly kept_total: number;
  /** False where there was more than a preview looks at: the counts are of the newest part. */
  readonly complete: boolean;
}

/** What to do with one record. */
export type UndoPlan = {
  readonly written: Written;
  readonly title: string | null;
  readonly kept?: Kept;
} & (
  | {
      readonly is: "operation";
      readonly operation: Operation;
      /** What rules made because of the cause, hangs on the record and goes with it. */
      readonly along: readonly HangingRecord[];
    }
  | { readonly is: "nothing" }
);
export type WorkingPlan = Extract<UndoPlan, { readonly is: "operation" }>;
export interface HangingRecord {
  readonly object: string;
  readonly id: string;
}
