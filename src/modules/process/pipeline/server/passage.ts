import { type HookInput, noteOf, notesIn } from "../../../../engine/public.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";

/** What the guard finds about a move that goes through, for the ledger of the same write. */
export interface Passage {
  /** What the gate would have refused, had it not been overridden. */
  readonly unmet: readonly Reason[];
  /** Stages that were left out. */
  readonly skipped: readonly string[];
}
const NOTHING: Passage = { unmet: [], skipped: [] };
const FOUND = noteOf<ReadonlyMap<string, Passage>>("what gates found about moves that go through");
type Writing = Pick<HookInput, "tx" | "context">;

export function rememberPassages(
  { tx, context }: Writing,
  passages: Iterable<readonly [string, Passage]>,
): void {
  const notes = notesIn(tx, context);
  notes?.set(FOUND, new Map([...(notes.get(FOUND) ?? []), ...passages]));
}
export const passageOf = ({ tx, context }: Writing, record: string): Passage =>
  notesIn(tx, context)?.get(FOUND)?.get(record) ?? NOTHING;
/** A second move of these in the same write starts anew. */
export function forgetPassages({ tx, context }: Writing, records: Iterable<string>): void {
  const notes = notesIn(tx, context);
  const known = notes?.get(FOUND);
  if (!known) return;
  const gone = new Set(records);
  notes?.set(FOUND, new Map([...known].filter(([record]) => !gone.has(record))));
}
