import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Operation } from "../kernel/save-request.ts";
import { restorable } from "../record/rewrite-past.ts";
import type { HangingRecord, Kept, UndoPlan, Written } from "./contract.ts";
import type { LogRow } from "./read-log.ts";
import type { RecordState } from "./read-states.ts";

/** What is known of a record that a cause wrote. */
export interface KnownRecord {
  readonly log: readonly LogRow[];
  /** Undefined where it is there no more. */
  readonly state: RecordState | undefined;
  readonly isUsed: boolean;
  /** Made by rules for a record that decides about it. */
  readonly isHosted: boolean;
  readonly along: readonly HangingRecord[];
  /** Fields that go back; absent: all that the cause wrote. */
  readonly only?: ReadonlySet<string>;
}

/** What to do with a record, from what the log says of the cause and of everybody since. */
export function planRecord(
  object: CatalogObject | undefined,
  written: Written,
  known: KnownRecord,
): UndoPlan {
  const { state } = known;
  const title = state && !state.binned ? state.title : null;
  const nothing: UndoPlan = { written, title, is: "nothing" };
  const keep = (why: Kept["why"], fields: Iterable<string> = []): UndoPlan => ({
    ...nothing,
    kept: { object: written.object, id: written.record, title, why, fields: [...fields] },
  });
  const perform = (operation: Operation): UndoPlan => ({
    written,
    title,
    is: "operation",
    operation,
    along: known.along,
  });
  // Lines that this undo has reverted before are in the log of their document, too.
  const log = known.log.filter((one) => !isOfLinesAlone(object, one));
  if (log.some(({ by }) => by === "undo")) return nothing;
  // What the cause did to its lines is reverted with them.
  const mine = log.filter(({ by }) => by === "mine");
  const isBinnedByCause = state?.binned === true && log.findLast(isOfLife)?.by === "mine";
  if (!object || !state || (state.binned && !isBinnedByCause))
    return written.isLine || written.byRules ? nothing : keep("gone");
  if (mine.length === 0) return nothing;
  // What was reverted meanwhile, and the reverting itself, left nothing behind.
  const reverted = new Set(log.flatMap(({ seq, took }) => (took ? [seq, ...took] : [])));
  const others = log.filter(({ by, seq }) => by === "other" && !reverted.has(seq));
  const since = new Set(others.flatMap(({ after }) => Object.keys(after)));
  const place = { object: object.name, id: written.record };
  if (mine.some(({ kind }) => kind === "create")) {
    if (state.binned) return nothing;
    if (known.isUsed) return keep("used");
    if (others.length > 0) return keep("changed", since);
    return known.isHosted ? nothing : perform({ op: "delete", ...place, retract: true });
  }
  const [life] = mine.filter(isOfLife);
  if (life?.kind === "restore" && !state.binned)
    return others.length > 0 ? keep("changed", since) : perform({ op: "delete", ...place });
  const fields = fieldsOf(object, mine, since, known.only);
  if (state.binned) return perform({ op: "restore", ...place, values: fields.values });
  const update = updateOf(object, written.record, mine, fields, others);
  const kept = fields.changed.size > 0 ? keep("changed", fields.changed) : nothing;
  return update ? { ...kept, ...perform(update) } : kept;
}

const isOfLife = ({ kind }: LogRow): boolean => kind === "delete" || kind === "restore";

/**
 * Lines that came or went are no change of the record itself: those that are still there make it one that is
 * used.
 */
const isOfLinesAlone = (object: CatalogObject | undefined, { kind, after }: LogRow): boolean =>
  kind === "update" &&
  Object.keys(after).length > 0 &&
  Object.keys(after).every((name) => object?.byName[name]?.kind === "children");

interface RevertedFields {
  /** What fields held before the cause wrote them, of those that nobody changed since. */
  readonly values: Values;
  /** What the cause left in them. */
  readonly seen: Values;
  /** Fields that the cause wrote and somebody changed since. */
  readonly changed: ReadonlySet<string>;
  /** All others that the cause wrote, computed ones too. */
  readonly written: ReadonlySet<string>;
}
function fieldsOf(
  object: CatalogObject,
  mine: readonly LogRow[],
  since: ReadonlySet<string>,
  only: ReadonlySet<string> | undefined,
): RevertedFields {
  const values: Values = {};
  const seen: Values = {};
  const changed = new Set<string>();
  const written = new Set<string>();
  for (const { before, after } of mine.filter(({ kind }) => kind === "update")) {
    for (const name of Object.keys(after)) {
      const field = object.byName[name];
      if (field?.kind === "children" || only?.has(name) === false) continue;
      if (!since.has(name)) written.add(name);
      if (!field || field.computed || field.kind === "formula" || field.kind === "rollup") continue;
      if (since.has(name)) {
        changed.add(name);
        continue;
      }
      if (!(name in values)) values[name] = before[name] ?? null;
      seen[name] = after[name] ?? null;
    }
  }
  return { values, seen, changed, written };
}

/** Exact prior values of the fields that the cause wrote and nobody changed since; undefined: there are none. */
function updateOf(
  object: CatalogObject,
  id: string,
  mine: readonly LogRow[],
  { values, seen, changed, written }: RevertedFields,
  others: readonly LogRow[],
): Operation | undefined {
  const updates = mine.filter(({ kind }) => kind === "update");
  const [first] = updates;
  if (!first || (written.size === 0 && changed.size > 0)) return undefined;
  const takesBack = {
    since: first.seq,
    fields: restorable(object, [...written]),
    changes: updates.map(({ seq }) => seq),
  };
  // Whoever told another past since knows better than the versions on record.
  const isRetold = others.some(({ retells }) => retells);
  return { op: "update", object: object.name, id, values, base: seen, ...(isRetold ? {} : { takesBack }) };
}
