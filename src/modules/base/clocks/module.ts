import type { Module } from "../../../engine/public.ts";
import { endedTimers } from "./server/ended-timers.retention.ts";
import { fireDue } from "./server/fire-timers.ts";
import { RUN, runScheduled, scheduleTimer, settleOnCalendar, settleSchedules } from "./server/schedules.ts";
import { timerMigrations } from "./server/timer.migrations.ts";
import { timerRoutes } from "./server/timers.routes.ts";
import { FIRE, timerPass, wakeForNext } from "./server/wake.ts";

/** What is to be done at a moment, or again and again, whatever dies in between. */
export const clocksModule: Module = {
  name: "clocks",
  migrations: timerMigrations,
  hooks: [settleOnCalendar],
  routes: timerRoutes,
  jobs: { [FIRE]: fireDue, [RUN]: runScheduled },
  passes: [timerPass],
  retentions: [endedTimers],
  contributes: [scheduleTimer],
  seed: async (context) => {
    await settleSchedules(context);
    await wakeForNext(context);
  },
};
