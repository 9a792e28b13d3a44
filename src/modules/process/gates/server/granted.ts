import { type HookInput, type WriteContext, noteOf, notesIn } from "../../../../engine/public.ts";
import type { Exception } from "../shared/exception.ts";

/** A consent as far as the gate goes: who gave it and when. */
export interface StoredConsent {
  readonly by: string | null;
  readonly at: string;
}
/** What this move of a record was granted beyond what its writer may say by themselves. */
export interface Granted {
  /** By criterion, or by the name of a rule. */
  readonly consents?: ReadonlyMap<string, StoredConsent>;
  /**
   * The program tells this record with its past, and what its gates ask for afterwards: it is not asked now.
   */
  readonly vouched?: true;
  /** By criterion. */
  readonly exceptions?: ReadonlyMap<string, Exception>;
}

/** Told by the endpoint to the hooks of its write: no caller can write it into a record. */
const GRANTED = noteOf<ReadonlyMap<string, Granted>>("what moves are granted");

export function grantTo({ notes }: WriteContext, record: string, more: Granted): void {
  const known = notes.get(GRANTED);
  notes.set(GRANTED, new Map([...(known ?? []), [record, { ...known?.get(record), ...more }]]));
}
export const grantedTo = ({ tx, context }: Writing, record: string): Granted =>
  notesIn(tx, context)?.get(GRANTED)?.get(record) ?? {};
type Writing = Pick<HookInput, "tx" | "context">;

/**
 * For a story that the program tells as a whole (the demo company): records are told before their documents,
 * so their gates cannot be asked as they are created. Only code of the program can say so, of its own write;
 * the story's test asks the gates of all its moves afterwards.
 */
export function vouchFor({ notes }: WriteContext, records: readonly string[]): void {
  const known = notes.get(GRANTED);
  const vouched = records.map((record) => [record, { ...known?.get(record), vouched: true }] as const);
  notes.set(GRANTED, new Map([...(known ?? []), ...vouched]));
}
