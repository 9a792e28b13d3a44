import type { Executor, Transaction } from "../../platform/db/database.ts";
import type { Context } from "./context.ts";

/** What one part of a write tells another. Made once, by whoever says what it means. */
export interface NoteKey<T> {
  readonly name: string;
  /** Never there: it keeps the type of what is noted. */
  readonly holds?: T;
}
/** @example const GRANTED = noteOf<ReadonlyMap<string, Granted>>("what a move was granted") */
export const noteOf = <T>(name: string): NoteKey<T> => ({ name });

/**
 * What is known of a write besides its values: what its endpoint has asked, locked or granted before, and what
 * its guards have found for its adds. The notes travel with the context, to whatever is called with it and to
 * nobody else, and hold in their transaction only: a context that outlives it carries nothing into the next.
 */
export class WriteNotes {
  readonly #kept: Map<NoteKey<unknown>, unknown>;
  constructor(
    readonly tx: Transaction,
    earlier?: WriteNotes,
  ) {
    this.#kept = new Map(earlier?.tx === tx ? earlier.#kept : []);
  }
  get<T>(key: NoteKey<T>): T | undefined {
    // Only `set` puts anything there, and of the same key.
    return this.#kept.get(key) as T | undefined;
  }
  /** `value` is not changed afterwards: a write that is tried on its own begins with the same notes. */
  set<T>(key: NoteKey<T>, value: T): void {
    this.#kept.set(key, value);
  }
  delete(key: NoteKey<unknown>): void {
    this.#kept.delete(key);
  }
}

/** A context with notes. */
export type WriteContext = Context & { readonly notes: WriteNotes };

/**
 * Begins a write in a transaction. It starts from what the write that it is a part of has noted there, and
 * what it notes itself stays its own: where it is rolled back to a savepoint, its notes are gone with it.
 */
export const beginWrite = (tx: Transaction, context: Context): WriteContext => ({
  ...context,
  notes: new WriteNotes(tx, context.notes),
});

/** The write of this transaction that the context belongs to, or a new one. */
export const goOnWriting = (tx: Transaction, context: Context): WriteContext =>
  context.notes?.tx === tx ? { ...context, notes: context.notes } : beginWrite(tx, context);

/** The notes of the write in this transaction, if the context is of one. */
export const notesIn = (tx: Executor, { notes }: Context): WriteNotes | undefined =>
  notes?.tx === tx ? notes : undefined;
