import {
  type Context,
  type Contribution,
  type Subscriber,
  extensionPoint,
  statement,
} from "../../../../engine/public.ts";
import { text, timestamptz } from "../../../../platform/db/columns.ts";
import type { Transaction } from "../../../../platform/db/database.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { object, text as textShape } from "../../../../shared/wire/schema.ts";
import { type Label, label } from "../../../../shared/i18n/label.ts";
import { nextOf, type Schedule } from "../../../../shared/time/schedule.ts";
import { tellsHours } from "../../calendar/public.ts";
import { clearTimers, setTimers } from "./set-timers.ts";
import { timerKinds } from "./timer-kinds.ts";

/** Something that the program does again and again. */
export interface Scheduled {
  readonly label: Label;
  /** When; null: not at present. Asked at each start, whenever it was due, and where the calendar changes. */
  readonly schedule: (context: Context) => Promise<Schedule | null>;
  /** Called again where it fails or is killed: what is done already is not done twice. */
  readonly run: (context: Context) => Promise<void>;
}
export type ScheduledEntry = Contribution<Scheduled>;
/** What comes again by a schedule. Times that passed while the program did not run come once. */
export const scheduled = extensionPoint<Scheduled>("schedules");

export const RUN = "clocks.run";
const Named = object({ name: textShape() });

/** Its key is the name of the schedule. */
export const scheduleTimer = timerKinds.define("schedule", {
  label: label("定时任务", "Scheduled work"),
  fire: async (tx, context, timers) => {
    const known = scheduled.read(context.hooks);
    for (const { key: name } of timers) {
      const one = known.get(name);
      if (!one) continue;
      await context.services.jobs.enqueue(RUN, { name }, { key: name, within: tx });
      await setNext(tx, context, name, one);
    }
  },
});

async function setNext(tx: Transaction, context: Context, name: string, one: Scheduled): Promise<void> {
  const { zone, calendar } = context.company;
  const schedule = await one.schedule(context);
  const due = schedule && nextOf(schedule, new Date().toISOString(), { zone, calendar });
  if (due) await setTimers(tx, context, scheduleTimer, [{ key: name, due_at: due }]);
}

export const waitingSchedules = statement(
  { key: text, due_at: timestamptz },
  ({ system }) =>
    sql`select key, due_at from ${system("timer")} where kind = 'schedule' and record is null and state = 'waiting' for update`,
);

/** Sets every schedule that is to come at another time than it stands; what is due already stays so. */
export async function settleSchedules(context: Context): Promise<void> {
  await context.db.transaction(async (tx) => {
    const waiting = new Map(
      (await tx.query(waitingSchedules(context.workspace))).map(({ key, due_at }) => [key, due_at]),
    );
    const now = new Date().toISOString();
    for (const [name, one] of scheduled.read(context.hooks)) {
      const due = waiting.get(name);
      if (due !== undefined && due <= now) continue;
      if ((await one.schedule(context)) === null)
        await clearTimers(tx, context, scheduleTimer, [{ record: null, prefix: name }]);
      else await setNext(tx, context, name, one);
    }
  });
}

/** The job of one that was due. */
export async function runScheduled(context: Context, payload: unknown): Promise<void> {
  if (fits(Named, payload)) await scheduled.read(context.hooks).get(payload.name)?.run(context);
}

/** On other working days something comes at other times. */
export const settleOnCalendar: Subscriber = {
  word: "react",
  name: "clocks.settle_schedules",
  label: label("按新的日历调整定时任务", "Moves scheduled work to the days of the calendar"),
  applies: tellsHours,
  runAll: (context) => settleSchedules(context),
};
