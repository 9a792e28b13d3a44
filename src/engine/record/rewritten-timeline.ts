import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { laterOf, microAfter } from "../../shared/time/micros.ts";
import { storedFields } from "../schema/plan.ts";
import type { PastEntry } from "./batch.ts";
import { sameValue } from "../values/row-values.ts";

/**
 * A version of a record: when it began, when it was superseded (null: it stands), and what the log calls it.
 */
export interface KnownVersion {
  readonly from: string;
  readonly to: string | null;
  readonly recorded: number;
  readonly values: Values;
}
/**
 * The life of a record as it is believed from now on: `past` oldest first, its last entry the beginning of
 * the stored state.
 */
export interface Timeline {
  readonly past: PastEntry[];
  /** The first moment of which something else is believed than before; null: of none. */
  readonly since: string | null;
}
type Told = Pick<PastEntry, "at" | "values" | "told">;

const STAMPS = new Set(["version", "updated_at", "updated_by", "created_at", "created_by"]);
/** Whether two states say the same of what a person can write: computed values follow from it. */
const saysTheSame = (object: CatalogObject, a: Values, b: Values): boolean =>
  storedFields(object)
    .filter((field) => !field.computed && field.kind !== "formula" && !STAMPS.has(field.name))
    .every(({ name }) => sameValue(a[name], b[name])) && sameValue(a["deleted_at"], b["deleted_at"]);

const withoutComputed = (object: CatalogObject, values: Values): Values =>
  Object.fromEntries(
    Object.entries(values).filter(
      ([name]) => !(object.byName[name]?.computed === true && object.byName[name]?.system !== true),
    ),
  );

/**
 * Puts what is told beside what is on record. A version that agrees in the stage stays as it is; another gets
 * the told values in the told time; before the first version the record is as it was first. What the write
 * changes besides begins with it, or with the last told moment where that is later than the last version.
 */
export function tellPast(
  object: CatalogObject,
  versions: readonly KnownVersion[],
  told: readonly Told[],
  after: Values,
  now: string,
): Timeline {
  const stage = object.stageField ?? "";
  const [first, live, lastTold] = [versions[0], versions.at(-1), told.at(-1)];
  if (!first || !live || !lastTold) return { past: [], since: null };
  const named = [...new Set([stage, ...told.flatMap(({ values }) => Object.keys(values))])];
  const staysInStage = sameValue(live.values[stage], after[stage]);
  const shared = staysInStage ? [stage] : named;
  const others = storedFields(object).some(
    ({ name }) => !shared.includes(name) && !sameValue(live.values[name], after[name]),
  );
  // What is told is one thing, what changes besides another: that was seen when it was written down.
  const follows = others && (staysInStage || lastTold.at <= live.from);
  const begins = follows
    ? laterOf(now, microAfter(live.from))
    : staysInStage || lastTold.at <= live.from
      ? live.from
      : lastTold.at;
  const stored = Object.fromEntries(shared.map((name) => [name, after[name] ?? null]));
  const cuts = [...new Set([...versions.map(({ from }) => from), ...told.map(({ at }) => at)])]
    .filter((at) => at < begins)
    .sort();
  const states = cuts.map((at): PastEntry => {
    const base = versions.findLast(({ from }) => from <= at);
    const entry = told.findLast((state) => state.at <= at);
    if (!entry) return { at, values: base?.values ?? first.values, kept: true };
    const values = entry === lastTold ? stored : entry.values;
    if (base && sameValue(base.values[stage], entry === lastTold ? after[stage] : entry.values[stage]))
      return { at, values: base.values, kept: true };
    const before: Values = base?.values ?? {
      ...first.values,
      version: 0,
      created_at: cuts[0] ?? at,
      updated_at: at,
    };
    return {
      at,
      values: { ...withoutComputed(object, before), ...values },
      ...(entry.told && entry.at === at ? { told: entry.told } : {}),
    };
  });
  const move = lastTold.at === begins && lastTold.told ? { told: lastTold.told } : {};
  return settle({ object, versions, states, live: { at: begins, values: {}, ...move }, after, follows });
}

/**
 * The life without what was written from `since` on; of what others wrote later, the given fields hold what
 * they held before.
 */
export function withoutChanges(
  object: CatalogObject,
  versions: readonly (KnownVersion & { readonly retracted: number | null })[],
  { since, fields }: { readonly since: number; readonly fields: readonly string[] },
): Timeline & { readonly held: Values } {
  const before = versions.filter(
    ({ recorded, retracted }) => recorded < since && (retracted === null || retracted >= since),
  );
  const last = before.at(-1);
  const believed = versions.filter(({ retracted }) => retracted === null);
  if (!last) return { past: [], since: null, held: {} };
  const held = Object.fromEntries(fields.map((name) => [name, last.values[name] ?? null]));
  const states: PastEntry[] = before.map(({ from, values }) => ({ at: from, values, kept: true }));
  for (const { from, values, recorded } of believed) {
    if (recorded < since || from <= last.from) continue;
    const state = { ...values, ...held };
    if (!saysTheSame(object, states.at(-1)?.values ?? {}, state))
      states.push({ at: from, values: state, kept: true });
  }
  const live = states.pop();
  if (!live) throw new Error("a record has no state");
  return {
    ...settle({
      object,
      versions: believed,
      states,
      live: { at: live.at, values: {} },
      after: live.values,
      follows: false,
    }),
    held,
  };
}

interface Settling {
  readonly object: CatalogObject;
  /** As believed until now. */
  readonly versions: readonly KnownVersion[];
  readonly states: readonly PastEntry[];
  readonly live: PastEntry;
  readonly after: Values;
  /** The stored state begins with the write itself. */
  readonly follows: boolean;
}
/** Leaves out states that say what the one before says, and finds from when on something else is believed. */
function settle({ object, versions, states, live, after, follows }: Settling): Timeline {
  const past: PastEntry[] = [];
  for (const state of states) {
    const before = past.at(-1);
    const isRepeated =
      before !== undefined &&
      !(before.kept && state.kept) &&
      saysTheSame(object, before.values, state.values);
    if (!isRepeated) past.push(state);
  }
  const found = versions.findIndex(({ values, from, to }, index) => {
    const state = past[index];
    const until = to === null && follows ? null : (past[index + 1] ?? live).at;
    return state?.values !== values || state.at !== from || until !== to;
  });
  const touched = found < 0 ? versions.length : found;
  const old = versions[touched];
  if (touched === past.length) {
    // Every version stays: the stored state is followed by the new one in the usual way, or is what it was.
    if (
      !old ||
      (touched === versions.length - 1 && live.at === old.from && saysTheSame(object, old.values, after))
    )
      return { past: [], since: null };
  }
  const since = [past[touched]?.at ?? live.at, old?.from ?? live.at].sort()[0] ?? live.at;
  return { past: [...past, live], since };
}
