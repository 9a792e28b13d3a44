import type { TimelineEntry } from "../../../shared/wire/changes.contract.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import { isList } from "../../data/values.ts";
import { isLine } from "./by-month.ts";
import { noteIn } from "./note-in.ts";

/** The changes, by number, that one with this note took back. */
export function takenBack(note: WireValue | undefined): readonly number[] {
  const { took_back: taken } = noteIn(note);
  return isList(taken) ? taken.filter((seq) => typeof seq === "number") : [];
}

/**
 * What was taken back is told once, by the line that says so: it is newer, so it has always been read before
 * what it took back.
 */
export function foldTakenBack(entries: readonly TimelineEntry[]): readonly TimelineEntry[] {
  const gone = new Set(entries.filter(isLine).flatMap(({ data }) => takenBack(data.note)));
  return gone.size === 0 ? entries : entries.filter((entry) => !isLine(entry) || !gone.has(entry.data.seq));
}
