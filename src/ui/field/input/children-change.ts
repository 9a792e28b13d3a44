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

/**
 * `version`: of a line that is there, as it was seen; what somebody else changed since is then not
 * overwritten.
 */
export function withValue(
  change: LinesChange,
  id: string,
  field: string,
  value: WireValue,
  version?: WireValue,
): LinesChange {
  const isThere = change.upsert.some((line) => idOf(line) === id);
  const upsert = isThere
    ? change.upsert.map((line) => (idOf(line) === id ? { ...line, [field]: value } : line))
    : [...change.upsert, { id, ...(version === undefined ? {} : { version }), [field]: value }];
  return { ...change, upsert };
}

export const without = (change: LinesChange, id: string, isKept: boolean): LinesChange => ({
  upsert: change.upsert.filter((line) => idOf(line) !== id),
  delete: isKept ? [...change.delete, id] : change.delete,
});
