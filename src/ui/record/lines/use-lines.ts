import { useCallback, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { Moment } from "../../../shared/expression/types.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../shared/metadata/record-of.ts";
import { inLineOrder } from "../../../shared/metadata/work-out-amounts.ts";
import { calendarOf } from "../../../shared/time/working-calendar.ts";
import { newId } from "../../data/new-id.ts";
import { type ObjectInfo, useObjects } from "../../data/objects.ts";
import { type Me, useMe } from "../../data/session.ts";
import { idOf } from "../../data/values.ts";
import type { LinesField } from "./line-columns.ts";
import {
  type LineEdit,
  type LinesChange,
  linesAfter,
  readChange,
  withEdits,
  withoutLines,
  writeChange,
} from "./lines-change.ts";
import { placesFor } from "./line-places.ts";
import { canWorkOut, formulasOf, sameWherePossible, workOutRows } from "./work-out-rows.ts";
import { useKnownTitles } from "./use-known-titles.ts";

export interface LinesOptions {
  readonly parent: ObjectInfo;
  readonly child: ObjectInfo;
  readonly field: LinesField;
  /** The document as it is typed. */
  readonly document: Values;
  readonly kept: readonly Values[];
  readonly value: WireValue | undefined;
  readonly onChange: (value: WireValue) => void;
}
export type Lines = ReturnType<typeof useLines>;

const CALENDAR = calendarOf([]);
const MOST_STEPS = 200;

/** The lines of a document while they are edited: what they come to, and every change with a way back. */
export function useLines(options: LinesOptions) {
  const { field, kept, value, onChange } = options;
  const change = useMemo(() => readChange(value), [value]);
  const [typing, setTyping] = useState<LineEdit | null>(null);
  const titles = useKnownTitles(options.child);
  const { put, undo, redo, canUndo, canRedo } = useSteps(value, onChange);
  const keptById = useMemo(() => new Map(kept.map((line) => [idOf(line), line])), [kept]);
  const worked = useWorkedOut(options, change, typing, titles);
  const versionOf = useCallback((id: string) => partOf(anyRecord, keptById.get(id)).version, [keptById]);
  const set = useCallback(
    (edits: readonly LineEdit[]) => put((now) => withEdits(now, edits, versionOf)),
    [put, versionOf],
  );
  const { rows } = worked;
  const remove = (ids: ReadonlySet<string>) => put((now) => withoutLines(now, ids, (id) => keptById.has(id)));
  /** Puts lines before the one at `at`, or behind all. Gives the ids of new ones. */
  const insert = (lines: readonly Values[], at = rows.length): readonly string[] => {
    const made = lines.map((line): Values => ({ ...line, id: newId() }));
    const places = placesFor(rows, field.order, at, made);
    put((now) =>
      withEdits(
        now,
        [...made.map(({ id, ...values }) => ({ id: String(id), values })), ...places],
        versionOf,
      ),
    );
    return made.map(idOf);
  };
  /** Moves lines so that they stand before the one that is at `to` now. */
  const move = (ids: ReadonlySet<string>, to: number) => {
    if (field.order === undefined) return;
    const moved = rows.filter((row) => ids.has(idOf(row)));
    const rest = rows.filter((row) => !ids.has(idOf(row)));
    const before = rows.slice(0, to).filter((row) => !ids.has(idOf(row))).length;
    set(placesFor(rest, field.order, before, moved));
  };
  return {
    ...worked,
    change,
    keptById,
    canUndo,
    canRedo,
    undo,
    redo,
    put,
    set,
    insert,
    remove,
    move,
    setTyping,
    /** A line as it is kept and changed, without what is being typed. */
    lineOf: (id: string): Values | undefined => {
      const own = change.upsert.find((line) => idOf(line) === id);
      return own || keptById.has(id) ? { ...keptById.get(id), ...own } : undefined;
    },
    learn: titles.learn,
    canMove: field.order !== undefined,
  };
}

function useWorkedOut(
  { parent, child, field, document, kept }: LinesOptions,
  change: LinesChange,
  typing: LineEdit | null,
  titles: ReturnType<typeof useKnownTitles>,
) {
  const objects = useObjects();
  const me = useMe();
  const working = useMemo(
    () => ({
      field,
      formulas: formulasOf(child, objects),
      moment: momentOf(me),
      company: me.company.currency,
      isWhole: canWorkOut(parent, child, field),
    }),
    [parent, child, field, objects, me],
  );
  const lines = useMemo(() => {
    const after = linesAfter(kept, change).toSorted(inLineOrder(field.order));
    const typed = typing
      ? after.map((line) => (idOf(line) === typing.id ? { ...line, ...typing.values } : line))
      : after;
    const changed = new Set(change.upsert.map(idOf));
    const read = new Map(kept.map((line) => [idOf(line), line]));
    return typed.map((line) => (changed.has(idOf(line)) ? titles.put(line, read.get(idOf(line))) : line));
  }, [kept, change, typing, field.order, titles]);
  const [before] = useState(() => new Map<string, Values>());
  return useMemo(() => {
    const worked = workOutRows(working, document, lines);
    return { ...worked, rows: sameWherePossible(before, worked.rows) };
  }, [working, document, lines, before]);
}

const momentOf = ({ user, departments, company }: Me): Moment => ({
  now: new Date().toISOString(),
  zone: company.zone,
  actor: user.id,
  departments: departments.map(({ id }) => id),
  calendar: CALENDAR,
});

/** Changes one after the other, so that each can be taken back until all are saved. */
function useSteps(value: WireValue | undefined, onChange: (value: WireValue) => void) {
  const [past, setPast] = useState<readonly WireValue[]>([]);
  const [future, setFuture] = useState<readonly WireValue[]>([]);
  const now = useRef(value ?? null);
  useLayoutEffect(() => {
    now.current = value ?? null;
  }, [value]);
  const send = useCallback(
    (next: WireValue) => {
      now.current = next;
      onChange(next);
    },
    [onChange],
  );
  const put = useCallback(
    (act: (change: LinesChange) => LinesChange) => {
      const before = now.current;
      setPast((steps) => [...steps.slice(-MOST_STEPS), before]);
      setFuture([]);
      send(writeChange(act(readChange(before))));
    },
    [send],
  );
  const go = (from: readonly WireValue[], setFrom: typeof setPast, setTo: typeof setPast) => {
    const last = from.at(-1);
    if (last === undefined) return;
    const here = now.current;
    setFrom(from.slice(0, -1));
    setTo((steps) => [...steps, here]);
    send(last);
  };
  return {
    put,
    undo: () => go(past, setPast, setFuture),
    redo: () => go(future, setFuture, setPast),
    canUndo: past.length > 0,
    canRedo: future.length > 0,
  };
}
