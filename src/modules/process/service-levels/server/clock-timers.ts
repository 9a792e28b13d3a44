import type { Context } from "../../../../engine/public.ts";
import type { Statement, Transaction } from "../../../../platform/db/database.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { workingTimeOf } from "../../../../shared/time/working-time.ts";
import { type DueTimer, type NewTimer, replacingTimers, timerKinds } from "../../../base/clocks/public.ts";
import { type Clock, isOpen } from "./clock.ts";
import { clocksAtHand, putClocks } from "./clock-store.ts";
import { type Level, levelsOf } from "./levels-of.ts";
import { TELL, type ToTell } from "./to-tell.ts";

/** Its key is the clock's id and what is due: `warn`, `due`, or `step/0` of the escalation. */
export const levelTimer = timerKinds.define("service_level", {
  label: label("时限", "Service level"),
  tell: ({ key }) => {
    const what = key.slice(key.indexOf("/") + 1);
    return what === "warn" ? WHAT.warn : what === "due" ? WHAT.due : WHAT.step;
  },
  fire: fireLevels,
});
const PATIENCE_MS = 3_600_000;
const WHAT = {
  warn: label("时限：到期前提醒", "Service level: warning"),
  due: label("时限：到期", "Service level: target"),
  step: label("时限：超时升级", "Service level: escalation"),
};

/** The timers of clocks as they stand now. */
export async function replaceClockTimers(
  tx: Transaction,
  context: Context,
  clocks: readonly Clock[],
): Promise<void> {
  const levels = [...(await levelsOf(context)).values()].flat();
  if (clocks.length > 0) await tx.query(replacingClockTimers(tx, context, levels, clocks));
}
export function replacingClockTimers(
  tx: Transaction,
  context: Context,
  levels: readonly Level[],
  clocks: readonly Clock[],
): Statement {
  const later = hoursFor(context);
  const byId = new Map(levels.map((level) => [level.id, level]));
  return replacingTimers(
    tx,
    context,
    levelTimer,
    clocks.map(({ id, record }) => ({ record, prefix: `${id}/` })),
    clocks.flatMap((clock) => timersOf(clock, byId.get(clock.level), later)),
  );
}

type Later = (at: string, step: Level["escalate"][number]) => string | null;
/** Steps count by the company's hours: whoever is told is not who is late. */
const hoursFor = ({ company }: Context): Later => {
  const time = workingTimeOf(company);
  return (at, { after }) => time.add(at, after);
};

function timersOf(clock: Clock, level: Level | undefined, later: Later): readonly NewTimer[] {
  if (!level || !isOpen(clock) || clock.state === "paused") return [];
  const { id, object, record, due_at, warn_at, warned_at, breached_at } = clock;
  const timer = (what: string, at: string, params: Values = {}): NewTimer => ({
    object,
    record,
    key: `${id}/${what}`,
    due_at: at,
    params: { clock: id, ...params },
  });
  const late = breached_at ?? due_at;
  if (late === null) return [];
  return [
    ...(warn_at && !warned_at && !breached_at ? [timer("warn", warn_at)] : []),
    ...(due_at && !breached_at ? [timer("due", due_at)] : []),
    // Steps of a limit that had passed before it was reopened were told then.
    ...(breached_at
      ? []
      : level.escalate.flatMap((step, place) => {
          const at = later(late, step);
          return at ? [timer(`step/${place}`, at, { step: place })] : [];
        })),
  ];
}

async function fireLevels(
  tx: Transaction,
  context: Context,
  timers: readonly DueTimer[],
): Promise<{ readonly later: readonly string[] }> {
  const idOf = ({ params }: DueTimer): string => String(params["clock"]);
  const found = await tx.query(clocksAtHand(context.workspace, timers.map(idOf)));
  const clocks = new Map(found.map((clock) => [clock.id, clock]));
  const next: Clock[] = [];
  const told: ToTell[] = [];
  for (const timer of timers) {
    const clock = clocks.get(idOf(timer));
    const what = timer.key.slice(timer.key.indexOf("/") + 1);
    const after = clock && passed(clock, what, timer);
    if (!clock || !after) continue;
    if (after !== clock) next.push(after);
    told.push({ clock: clock.id, what, at: timer.due_at });
  }
  if (next.length > 0) await tx.query(putClocks(context.workspace, JSON.stringify(next)));
  if (told.length > 0) await context.services.jobs.enqueue(TELL, { told }, { within: tx });
  // A clock that is not there any more is not waited for.
  const isRecent = ({ due_at }: DueTimer): boolean => Date.now() - Date.parse(due_at) < PATIENCE_MS;
  return {
    later: timers.filter((timer) => !clocks.has(idOf(timer)) && isRecent(timer)).map(({ id }) => id),
  };
}

/** What a timer makes of its clock; undefined where it is no longer so. */
function passed(clock: Clock, what: string, timer: DueTimer): Clock | undefined {
  if (!isOpen(clock) || clock.state === "paused") return undefined;
  if (what === "warn")
    return clock.state === "running" ? { ...clock, state: "warned", warned_at: timer.due_at } : undefined;
  if (what === "due")
    return clock.breached_at ? undefined : { ...clock, state: "breached", breached_at: timer.due_at };
  return clock.breached_at ? clock : undefined;
}
