import { monthIndex } from "../../shared/time/dates.ts";
import type { ImportedMove } from "../../shared/metadata/hooks.ts";
import type { CatalogObject, Values, WireValue } from "../../shared/metadata/object.ts";
import { isMap, textOrNull } from "../../shared/metadata/wire-value.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { LoggedChange } from "../kernel/hooks.ts";
import { toColumns, type Row } from "../values/row-values.ts";
import { stampsOf } from "../record/write-rows.ts";
import { storedFields } from "../schema/plan.ts";
import { laterOf, microAfter, toMicros } from "../../shared/time/micros.ts";

/** A record between two of its changes, as a row of its table. */
export interface ReplayedRecord {
  readonly object: CatalogObject;
  readonly id: string;
  readonly live: Row;
  readonly history: readonly Row[];
  /** Its changes in order, with all values before and after each. */
  readonly steps: readonly ReplayedStep[];
}
export interface ReplayedStep {
  readonly change: LoggedChange;
  /** null before its creation. */
  readonly before: Values | null;
  readonly after: Values;
  /** Back-filled states, oldest first; of the last one only the moment. */
  readonly past: readonly PastState[];
  /**
   * Of a change by which something else was believed of the past: the whole life of the record, as `past`.
   */
  readonly life: readonly PastState[] | null;
}
interface PastState {
  readonly at: string;
  readonly values: Values;
  readonly told?: ImportedMove;
}

/**
 * What the log says that a record's live row and its superseded versions are. Null when its creation is not
 * in the log.
 */
export function replayRecord(
  object: CatalogObject,
  id: string,
  changes: readonly LoggedChange[],
): ReplayedRecord | null {
  if (changes[0]?.kind !== "create") return null;
  const history: Row[] = [];
  const steps: ReplayedStep[] = [];
  let live: Row = {};
  let values: Values | null = null;
  let life: PastState[] = [];
  for (const change of changes) {
    const past = pastOf(change);
    const before = values;
    const after: Values = { ...values, ...change.after };
    if (change.kind === "create") {
      live = createdRow(object, id, change, past);
      history.push(...pastRows(object, live, change, past));
      life = past.length > 0 ? [...past] : [{ at: String(live["valid_from"]), values: after }];
    } else {
      const until = laterOf(toMicros(change.at), microAfter(String(live["valid_from"])));
      const since = change.note?.["retracted"] === true ? "" : sinceOf(change);
      history.push({ ...live, valid_to: until, period: monthIndex(until), retracted: null });
      if (since !== null)
        for (const version of history)
          if (String(version["valid_from"]) >= since) version["retracted"] ??= change.seq;
      live = changedRow(object, live, change, since ? toMicros(past.at(-1)?.at ?? until) : until);
      if (since) history.push(...pastRows(object, live, change, past));
      life = [...life.slice(0, -1), ...life.slice(-1).map(({ at }) => ({ at, values: before ?? {} }))].filter(
        ({ at }) => !since || at < since,
      );
      life.push(...(since ? past : [{ at: until, values: {} }]));
    }
    steps.push({ change, before, after, past, life: sinceOf(change) === null ? null : [...life] });
    values = after;
  }
  return { object, id, live, history, steps };
}

const sinceOf = (change: LoggedChange): string | null => textOrNull(change.note?.["since"]);

function createdRow(
  object: CatalogObject,
  id: string,
  change: LoggedChange,
  past: readonly PastState[],
): Row {
  const { at, actor, after, seq } = change;
  const { created_at, created_by } = partOf(anyRecord, after);
  return {
    ...columnsOfValues(object, after),
    id,
    version: change.version,
    created_at: past[0]?.at ?? created_at ?? at,
    created_by: created_by ?? actor,
    updated_at: at,
    updated_by: actor,
    valid_from: toMicros(past.at(-1)?.at ?? at),
    recorded: seq,
    deleted_at: null,
    deleted_by: null,
  };
}

function changedRow(object: CatalogObject, live: Row, change: LoggedChange, from: string): Row {
  const { at, actor, after, seq, kind, version } = change;
  const isDeletion = kind === "delete";
  return {
    ...live,
    ...columnsOfValues(object, after),
    version,
    updated_at: at,
    updated_by: actor,
    valid_from: from,
    recorded: seq,
    deleted_at: isDeletion ? at : null,
    deleted_by: isDeletion ? actor : null,
  };
}

/** Versions that an import told of, before the one that was stored. */
function pastRows(object: CatalogObject, live: Row, change: LoggedChange, past: readonly PastState[]): Row[] {
  const isRetold = sinceOf(change) !== null;
  return past.slice(0, -1).map(({ at, values }, index) => {
    const until = toMicros(past[index + 1]?.at ?? at);
    return {
      ...columnsOfValues(object, values),
      id: live["id"],
      version: 0,
      created_at: live["created_at"],
      created_by: live["created_by"],
      updated_at: at,
      updated_by: change.actor,
      ...(isRetold ? stampsOf(values) : {}),
      valid_from: toMicros(at),
      valid_to: until,
      period: monthIndex(until),
      recorded: change.seq,
      retracted: null,
      deleted_at: isRetold ? (values["deleted_at"] ?? null) : null,
      deleted_by: isRetold ? (values["deleted_by"] ?? null) : null,
    };
  });
}

function columnsOfValues(object: CatalogObject, values: Readonly<Values>): Row {
  const row: Row = {};
  for (const field of storedFields(object)) {
    const value = values[field.name];
    if (value !== undefined) Object.assign(row, toColumns(field, value));
  }
  return row;
}

function pastOf(change: LoggedChange): PastState[] {
  const told = change.note?.["past"];
  if (!Array.isArray(told)) return [];
  return told.flatMap((state: WireValue): PastState[] =>
    isMap(state) && isMap(state["values"])
      ? [{ at: String(state["at"]), values: state["values"], ...moveOf(state["told"]) }]
      : [],
  );
}
const messages = (value: WireValue | undefined): readonly string[] =>
  Array.isArray(value) ? value.map(String) : [];
/** The move that began the state, as the log keeps it. */
function moveOf(told: WireValue | undefined): { readonly told?: ImportedMove } {
  if (!isMap(told)) return {};
  const { by, reason, override, skipped } = told;
  return {
    told: {
      by: typeof by === "string" ? by : null,
      ...(typeof reason === "string" ? { reason } : {}),
      ...(typeof override === "string" ? { override } : {}),
      ...(skipped ? { skipped: messages(skipped) } : {}),
    },
  };
}
