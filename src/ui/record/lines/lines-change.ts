import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import { idOf, isList } from "../../data/values.ts";

/** What is to happen to a record's lines, as it is saved with the record. */
export interface LinesChange {
  readonly upsert: readonly Values[];
  readonly delete: readonly string[];
}

export function readChange(value: WireValue | undefined): LinesChange {
  const given = isMap(value) ? value : {};
  const upsert = isList(given["upsert"]) ? given["upsert"].filter(isMap) : [];
  const removed = isList(given["delete"]) ? given["delete"].filter((id) => typeof id === "string") : [];
  return { upsert, delete: removed };
}
/** null when nothing is to happen. */
export const writeChange = (change: LinesChange): WireValue =>
  change.upsert.length + change.delete.length === 0
    ? null
    : { upsert: [...change.upsert], delete: [...change.delete] };

/** The lines as they will be: those there are, as changed, then the new ones. */
export function linesAfter(kept: readonly Values[], change: LinesChange): readonly Values[] {
  const changed = new Map(change.upsert.map((line) => [idOf(line), line]));
  const ids = new Set(kept.map(idOf));
  return [
    ...kept
      .filter((line) => !change.delete.includes(idOf(line)))
      .map((line) => ({ ...line, ...changed.get(idOf(line)) })),
    ...change.upsert.filter((line) => !ids.has(idOf(line))),
  ];
}

/** What is to change of one line. */
export interface LineEdit {
  readonly id: string;
  readonly values: Values;
}

/**
 * Several lines changed at once. A line that is there goes with the version that was seen, so that what
 * somebody else changed since is not overwritten.
 */
export function withEdits(
  change: LinesChange,
  edits: readonly LineEdit[],
  versionOf: (id: string) => WireValue | undefined,
): LinesChange {
  const open = new Map(edits.map(({ id, values }) => [id, values]));
  const upsert = change.upsert.map((line) => {
    const values = open.get(idOf(line));
    if (!values) return line;
    open.delete(idOf(line));
    return { ...line, ...values };
  });
  const further = [...open].map(([id, values]): Values => {
    const version = versionOf(id);
    return { id, ...(version === undefined ? {} : { version }), ...values };
  });
  return { ...change, upsert: [...upsert, ...further] };
}

/** Lines that are taken away are deleted if they were there, and forgotten if they were new. */
export const withoutLines = (
  change: LinesChange,
  ids: ReadonlySet<string>,
  isKept: (id: string) => boolean,
): LinesChange => ({
  upsert: change.upsert.filter((line) => !ids.has(idOf(line))),
  delete: [...change.delete, ...[...ids].filter(isKept)],
});
