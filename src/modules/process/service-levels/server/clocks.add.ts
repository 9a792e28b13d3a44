import { type Add, type Added, type HookInput, answerFacts, newId } from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { type WorkingTimes, workingTimes } from "../../../base/calendar/public.ts";
import { approvalRequestObject } from "../../approvals/public.ts";
import { type Clock, type ClockFacts, isOpen, moveClock, withDue } from "./clock.ts";
import { clocksAlong, clocksOfRecords, putClocks } from "./clock-store.ts";
import { replacingClockTimers } from "./clock-timers.ts";
import { type Level, levelsOf } from "./levels-of.ts";

/** Clocks move with what they are about: they begin, rest and end in the transaction of the write. */
export const serviceClocks: Add = {
  word: "add",
  name: "service_levels.clocks",
  label: label("时限开始、暂停和结束", "Time limits begin, rest and end"),
  applies: ({ ledger }) => ledger !== true,
  writes: [],
  run: async (input) => {
    const levels = (await levelsOf(input.context)).get(input.object.name);
    if (!levels) return {};
    const concerned = input.changes.filter((change) => levels.some((level) => touches(level, change)));
    return concerned.length === 0 ? {} : moved(input, levels, concerned);
  },
};

/** A change of none of the fields that a level reads moves no clock of it. */
function touches(level: Level, change: Change): boolean {
  if (change.before === null || change.deleting || change.restoring) return true;
  if (["owner", "department", "approver"].some((name) => change.changed.has(name))) return true;
  return [level.start, level.pause, level.stop].some(
    (expression) => expression !== undefined && readsOf(expression, change),
  );
}
const readsOf = ({ references }: Expression, { changed }: Change): boolean =>
  references.volatile ||
  references.paths.length + references.related.length > 0 ||
  references.reads.some(({ field }) => changed.has(field)) ||
  references.fields.some((field) => changed.has(field));

async function moved(
  { tx, context, object, changes: _all }: HookInput,
  levels: readonly Level[],
  changes: readonly Change[],
): Promise<Added> {
  const times = await workingTimes(context);
  const facts = await factsOf({ tx, context, object }, levels, changes);
  const older = changes.filter(({ before }) => before !== null).map(({ id }) => id);
  const known = older.length === 0 ? [] : await tx.query(clocksOfRecords(context.workspace, older));
  const place = new Map(known.map((clock) => [`${clock.record} ${clock.level}`, clock]));
  const next: Clock[] = [];
  for (const change of changes)
    for (const level of levels) {
      const before = place.get(`${change.id} ${level.id}`) ?? null;
      const clock = nextClock(times, level, change, before, facts.get(change.id) ?? {});
      if (clock && clock !== before) next.push(clock);
    }
  if (next.length === 0) return {};
  const timers = replacingClockTimers(tx, context, levels, next);
  return older.length === 0
    ? { along: [clocksAlong(context, next)], ledger: [timers] }
    : { ledger: [putClocks(context.workspace, JSON.stringify(next)), timers] };
}

async function factsOf(
  { tx, context, object }: Pick<HookInput, "tx" | "context" | "object">,
  levels: readonly Level[],
  changes: readonly Change[],
): Promise<ReadonlyMap<string, Values>> {
  const expressions = Object.fromEntries(
    levels.flatMap(({ id, start, pause, stop }) => [
      [`${id} start`, start],
      [`${id} stop`, stop],
      ...(pause ? [[`${id} pause`, pause]] : []),
    ]),
  ) as Readonly<Record<string, Expression>>;
  const living = changes.filter(({ deleting }) => !deleting);
  return answerFacts(
    tx,
    context,
    object,
    new Map(living.map(({ id, after }) => [id, { ...after }])),
    expressions,
  );
}

function nextClock(
  times: WorkingTimes,
  level: Level,
  change: Change,
  before: Clock | null,
  answers: Values,
): Clock | null {
  const whose = ownerOf(change);
  const holds = (name: string): boolean => answers[`${level.id} ${name}`] === true;
  const facts: ClockFacts = {
    start: holds("start"),
    pause: holds("pause"),
    stop: holds("stop"),
    gone: change.deleting,
  };
  const scene = {
    level,
    time: times({ user: whose.owner, department: whose.department }),
    now: change.now,
  };
  const clock = moveClock(before, facts, scene, () => ({
    ...NEW,
    ...whose,
    id: newId(),
    level: level.id,
    object: change.object,
    record: change.id,
    started_at: change.now,
    run_from: change.now,
    run_amount: String(level.target.amount),
    run_unit: level.target.unit,
  }));
  if (!clock || !before || change.deleting || !isOpen(clock)) return clock;
  if (before.owner === whose.owner && before.department === whose.department) return clock;
  // The hours of whoever has it now count from where it began to run.
  const theirs = { ...clock, ...whose };
  return theirs.due_at !== null && theirs.state !== "breached" ? withDue(theirs, scene) : theirs;
}

const NEW = {
  state: "running",
  due_at: null,
  warn_at: null,
  stopped_at: null,
  warned_at: null,
  breached_at: null,
  why: null,
  reason: null,
} as const;

/** Whose time runs: the owner's; of a request for a consent, the one's who is asked. */
export function ownerOf({
  object,
  after,
}: Pick<Change, "object" | "after">): Pick<Clock, "owner" | "department"> {
  const { owner = null, department = null } = partOf(anyRecord, after);
  if (object !== approvalRequestObject.name) return { owner, department };
  return { owner: partOf(approvalRequestObject, after).approver ?? null, department: null };
}
