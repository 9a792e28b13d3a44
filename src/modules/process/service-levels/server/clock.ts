import type { WorkingTime } from "../../../../shared/time/working-time.ts";
import type { ClockState } from "../shared/service-level.ts";
import type { Level } from "./levels-of.ts";

/** The clock of one record under one service level. */
export interface Clock {
  readonly id: string;
  readonly level: string;
  readonly object: string;
  readonly record: string;
  readonly state: ClockState;
  readonly started_at: string;
  readonly due_at: string | null;
  readonly warn_at: string | null;
  readonly run_from: string;
  readonly run_amount: string;
  readonly run_unit: string;
  readonly stopped_at: string | null;
  readonly warned_at: string | null;
  readonly breached_at: string | null;
  readonly owner: string | null;
  readonly department: string | null;
  readonly why: "deleted" | "start" | "exempt" | null;
  readonly reason: string | null;
}
/** What holds of the record after the write. */
export interface ClockFacts {
  readonly start: boolean;
  readonly pause: boolean;
  readonly stop: boolean;
  readonly gone: boolean;
}
/** Under which level, by whose hours, when. */
export interface ClockScene {
  readonly level: Level;
  readonly time: WorkingTime;
  readonly now: string;
}

export const isOpen = ({ state, stopped_at }: Pick<Clock, "state" | "stopped_at">): boolean =>
  state === "running" ||
  state === "warned" ||
  state === "paused" ||
  (state === "breached" && stopped_at === null);
const isWorking = (unit: string): boolean => unit.startsWith("working_");
/** Minutes from one moment to another, of work where the level counts work. */
export const minutesOf = (time: WorkingTime, unit: string, from: string, to: string): number =>
  isWorking(unit) ? time.minutesBetween(from, to) : (Date.parse(to) - Date.parse(from)) / 60_000;

/** What the clock becomes; the same object where nothing changes, null where there is none. */
export function moveClock(
  known: Clock | null,
  facts: ClockFacts,
  scene: ClockScene,
  fresh: () => Clock,
): Clock | null {
  const wanted = facts.start && !facts.stop && !facts.gone;
  if (!known) {
    if (!wanted) return null;
    const begun = running(fresh(), scene);
    return facts.pause ? rested(begun, scene) : begun;
  }
  if (!isOpen(known)) return wanted ? reopened(known, facts, scene) : known;
  if (facts.gone) return cancelled(known, "deleted", scene);
  if (facts.stop) return ended(known, scene);
  if (!facts.start) return cancelled(known, "start", scene);
  if (known.state === "breached") return known;
  if (facts.pause) return known.state === "paused" ? known : rested(known, scene);
  return known.state === "paused" ? running(known, scene) : known;
}

/** From now on it goes, for what is left of it. */
function running(clock: Clock, scene: ClockScene): Clock {
  return withDue({ ...clock, run_from: scene.now }, scene);
}
/** Counts anew when it is due, by hours that may have changed. */
export function withDue(clock: Clock, { level, time }: ClockScene): Clock {
  const { run_from, run_amount, run_unit } = clock;
  const unit = unitOf(run_unit);
  const due_at = unit ? time.add(run_from, { amount: Number(run_amount), unit }) : null;
  const warn_at =
    due_at && level.warn ? time.add(due_at, { amount: -level.warn.amount, unit: level.warn.unit }) : null;
  return {
    ...clock,
    state: clock.warned_at ? "warned" : "running",
    due_at,
    warn_at: warn_at !== null && warn_at > clock.started_at ? warn_at : null,
  };
}
const unitOf = (unit: string) =>
  (["working_minutes", "working_hours", "working_days", "minutes", "hours", "days"] as const).find(
    (one) => one === unit,
  );

/** It stands still, and keeps what is left. */
function held(clock: Clock, { time, now }: ClockScene): Clock {
  if (clock.state === "paused" || clock.due_at === null) return clock;
  const left = minutesOf(time, clock.run_unit, now, clock.due_at);
  return {
    ...clock,
    run_amount: String(Math.round(Math.max(left, 0) * 10_000) / 10_000),
    run_unit: isWorking(clock.run_unit) ? "working_minutes" : "minutes",
    due_at: null,
    warn_at: null,
  };
}
const rested = (clock: Clock, scene: ClockScene): Clock => ({ ...held(clock, scene), state: "paused" });
const cancelled = (clock: Clock, why: NonNullable<Clock["why"]>, scene: ClockScene): Clock => ({
  ...held(clock, scene),
  state: "cancelled",
  stopped_at: scene.now,
  why,
});
export const exempted = (clock: Clock, reason: string, scene: ClockScene): Clock => ({
  ...cancelled(clock, "exempt", scene),
  reason,
});

/** Kept in time, or too late; what was due is kept with it. */
function ended(clock: Clock, scene: ClockScene): Clock {
  const { now } = scene;
  const late = clock.breached_at ?? (clock.due_at !== null && clock.due_at < now ? clock.due_at : null);
  const { run_amount, run_unit } = held(clock, scene);
  return {
    ...clock,
    ...(late ? {} : { run_amount, run_unit }),
    state: late ? "breached" : "met",
    breached_at: late,
    stopped_at: now,
  };
}

/** Open again it goes on with what was left; what was too late stays so. An exemption holds for good. */
function reopened(clock: Clock, facts: ClockFacts, scene: ClockScene): Clock {
  if (clock.why === "exempt") return clock;
  const open = { ...clock, stopped_at: null, why: null };
  if (clock.breached_at) return { ...open, state: "breached" };
  return facts.pause ? { ...open, state: "paused", due_at: null, warn_at: null } : running(open, scene);
}
