import { useMemo } from "react";
import type { Values } from "../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../shared/metadata/record-of.ts";
import { newId } from "../../data/new-id.ts";
import { idOf, isSame } from "../../data/values.ts";
import type { LineColumn } from "./line-columns.ts";
import type { Lines } from "./use-lines.ts";

/** A line that somebody else changed or removed since it was changed here. */
export interface LineClash {
  readonly id: string;
  readonly row: number;
  readonly mine: Values;
  /** null: it is gone. */
  readonly theirs: Values | null;
  /** What both changed, to different values. */
  readonly columns: readonly LineColumn[];
}
export interface Clashes {
  readonly all: readonly LineClash[];
  readonly ids: ReadonlySet<string>;
  readonly keepMine: (clash: LineClash) => void;
  readonly takeTheirs: (clash: LineClash) => void;
}

const versionOf = (line: Values | null) => partOf(anyRecord, line).version;

/** Lines whose version is no more the one that was seen when they were changed here (decision 4). */
export function useClashes(lines: Lines, isReading: boolean, columns: readonly LineColumn[]): Clashes {
  const { change, keptById, rows, put } = lines;
  const all = useMemo(() => {
    if (isReading) return [];
    const places = new Map(rows.map((row, at) => [idOf(row), at]));
    return change.upsert.flatMap((mine): readonly LineClash[] => {
      const seen = versionOf(mine);
      const theirs = keptById.get(idOf(mine)) ?? null;
      if (typeof seen !== "number" || versionOf(theirs) === seen) return [];
      const both = columns.filter(
        ({ field: { name } }) => name in mine && theirs && !isSame(mine[name], theirs[name]),
      );
      return [{ id: idOf(mine), row: places.get(idOf(mine)) ?? 0, mine, theirs, columns: both }];
    });
  }, [change, keptById, rows, isReading, columns]);
  return {
    all,
    ids: useMemo(() => new Set(all.map(({ id }) => id)), [all]),
    keepMine: ({ id, theirs }) =>
      put((now) => ({
        ...now,
        upsert: now.upsert.map((line) => {
          if (idOf(line) !== id) return line;
          const { version: _seen, ...values } = line;
          // One that is gone is made anew: what was removed stays removed.
          return theirs ? { ...values, version: versionOf(theirs) ?? null } : { ...values, id: newId() };
        }),
      })),
    takeTheirs: ({ id }) =>
      put((now) => ({ ...now, upsert: now.upsert.filter((line) => idOf(line) !== id) })),
  };
}
