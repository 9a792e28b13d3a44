import type { Static, TSchema } from "@sinclair/typebox";
import { fits } from "../../shared/wire/fits.ts";
import type { Transaction } from "../../platform/db/database.ts";
import type { Label, Language } from "../../shared/i18n/label.ts";
import { label } from "../../shared/i18n/label.ts";
import type { JobStatus } from "../../shared/wire/jobs.contract.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { ProblemItem } from "../../shared/wire/problem.ts";
import type { Context } from "./context.ts";
import { type Refusal, refuse, type Result } from "./refusal.ts";

/** A record that was not changed, and why. */
export interface RefusedRecord {
  /** Of the job's items, where the kind named them before it began; absent: the next free number. */
  readonly number?: number;
  readonly record: string;
  readonly code: string;
  readonly errors: readonly ProblemItem[];
}

/** A file that a job has made, its content in the file store. */
export interface MadeFile {
  readonly name: string;
  readonly mark: string | null;
  readonly type: string;
  readonly hash: string;
  readonly size: number;
}

/** What one batch came to; written with it in its transaction. */
export interface Outcome<Position> {
  /** Where the next batch begins; null when nothing is left. */
  readonly position: Position | null;
  readonly done: number;
  readonly refused: readonly RefusedRecord[];
  readonly total?: number;
  /** All done and refused so far, of a kind that keeps by itself what became of each record. */
  readonly soFar?: { readonly done: number; readonly refused: number };
  /** What the job was for; its person may fetch it for a day. */
  readonly file?: MadeFile;
  /** Called once the batch is committed. */
  readonly committed?: () => void;
}

/** What the batches of a job share; made again whenever the job is taken up. */
export interface Work<Position> {
  /** How many records there are, where that is known before the first batch. */
  readonly total?: number;
  /** Milliseconds that a statement of a batch may take, where 20 seconds are too few. */
  readonly longest?: number;
  /** Works on up to `size` records from `position` on; null is the beginning. */
  batch(
    tx: Transaction,
    context: Context,
    position: Position | null,
    size: number,
  ): Promise<Outcome<Position>>;
  /** Passes over the one record at `position`, which the database refuses. Without it such an error fails. */
  skip?(
    tx: Transaction,
    context: Context,
    position: Position | null,
    refusal: Refusal,
  ): Promise<Outcome<Position>>;
}

/** A job as its kind gets it. */
export interface JobRun {
  readonly id: string;
  /** In whose name; null: the program itself. */
  readonly actor: string | null;
  readonly language: Language;
  readonly payload: unknown;
  readonly position: unknown;
  readonly status: JobStatus;
  readonly error: { readonly code: string; readonly message: string } | null;
  readonly finished_at: string | null;
}
export type JobRunOf<Payload> = Omit<JobRun, "payload"> & { readonly payload: Payload };

/** What a kind says of itself, whatever its payload is. */
interface KindFacts {
  /** The word for it on the wire and in the database. */
  readonly name: string;
  readonly label: Label;
  /** Whose records it can be about; absent: those of any object. */
  readonly applies?: (object: CatalogObject) => boolean;
  /** Its name in the queue; `job.<name>` unless told. */
  readonly task?: string;
  readonly isPausable?: boolean;
  /** What it writes has the job as cause in the log, so that it can be reverted from there. */
  readonly isUndoable?: boolean;
  /** Undone in the kind's own way. */
  undoBy?(context: Context, id: string): Promise<Result<{ id: string }>>;
  /** Once begun it is brought to its end: it cannot be cancelled. */
  readonly isFinal?: boolean;
  /**
   * With whose rights: those of its person, no more than their key had; it fails once they are gone. Or the
   * program's, in its person's name, for work that must be brought to its end.
   */
  readonly rights?: "person" | "program";
  /** It stands in the lists of records as a record of its kind's own, not as a `job`. */
  readonly hasOwnRecord?: boolean;
  /** Said where it was interrupted too often. */
  readonly interrupted?: Label;
  /** Where its refused records are listed, of a kind that keeps them by itself. */
  errorsFile?(id: string): string;
  /** Before it is taken up: makes the job of what the version before has queued without one. */
  adopt?(context: Context, id: string): Promise<void>;
  /** Follows the job's state in the kind's own store, in the same transaction. */
  stateChanged?(tx: Transaction, context: Context, run: JobRun): Promise<void>;
}

/** What is written down to define a kind of long work; `defineJobKind` makes a `JobKind` of it. */
export interface KindDefinition<Payload extends TSchema, Position extends TSchema> extends KindFacts {
  readonly payload: Payload;
  readonly position: Position;
  /** The object that it is about; empty where it is about none. */
  about(payload: Static<Payload>): string;
  open(context: Context, run: JobRunOf<Static<Payload>>): Promise<Result<Work<Static<Position>>>>;
}

/** A kind of long work as the runner knows it. `Module.kinds` is the list. */
export interface JobKind extends KindFacts {
  about(payload: unknown): string;
  open(context: Context, run: JobRun): Promise<Result<Work<unknown>>>;
}
/** With the type of what its jobs are asked to do, for whoever starts one. */
export interface KindOf<Payload> extends JobKind {
  readonly accepts: (payload: unknown) => payload is Payload;
}

export const taskOf = ({ name, task }: JobKind): string => task ?? `job.${name}`;

const unreadable = () =>
  refuse({
    status: 422,
    code: "unreadable_job",
    text: label("无法读取任务内容", "The job’s content cannot be read"),
  });

/**
 * A kind of long work. What was stored is read through its schemas, so that `open` and `batch` get what they
 * expect.
 * @example defineJobKind({ name: "bulk", payload: BulkPayload, position: Type.Number(), open: … })
 */
export function defineJobKind<Payload extends TSchema, Position extends TSchema>(
  given: KindDefinition<Payload, Position>,
): KindOf<Static<Payload>> {
  const accepts = (payload: unknown): payload is Static<Payload> => fits(given.payload, payload);
  const placeOf = (stored: unknown): Static<Position> | null => {
    if (stored === null || stored === undefined) return null;
    if (fits(given.position, stored)) return stored;
    throw new Error(`${given.name}: a resume point that cannot be read`);
  };
  return {
    ...given,
    accepts,
    about: (payload) => (accepts(payload) ? given.about(payload) : ""),
    async open(context, run) {
      const { payload } = run;
      if (!accepts(payload)) return unreadable();
      const opened = await given.open(context, { ...run, payload });
      return opened.ok ? { ok: true, value: readingPlaces(opened.value, placeOf) } : opened;
    },
  };
}

function readingPlaces<Position>(
  work: Work<Position>,
  placeOf: (stored: unknown) => Position | null,
): Work<unknown> {
  return {
    ...(work.total === undefined ? {} : { total: work.total }),
    ...(work.longest === undefined ? {} : { longest: work.longest }),
    batch: (tx, context, stored, size) => work.batch(tx, context, placeOf(stored), size),
    ...(work.skip && {
      skip: (tx, context, stored, refusal) =>
        work.skip?.(tx, context, placeOf(stored), refusal) ?? Promise.reject(refusal),
    }),
  };
}
