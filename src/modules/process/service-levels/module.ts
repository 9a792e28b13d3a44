import type { Module } from "../../../engine/public.ts";
import { clockMigrations } from "./server/clock.migrations.ts";
import { levelTimer } from "./server/clock-timers.ts";
import { serviceClocks } from "./server/clocks.add.ts";
import { clockRoutes } from "./server/clocks.routes.ts";
import { levelExpressions } from "./server/level-expressions.ts";
import { recomputeClocks } from "./server/recompute.react.ts";
import { seedLevels } from "./server/seed-levels.ts";
import { levelsVersion, soundLevel } from "./server/sound-level.guard.ts";
import { levelNotice, TELL, tellClocks } from "./server/to-tell.ts";
import { clockEvent } from "./shared/clock-event.object.ts";
import { serviceLevel } from "./shared/service-level.object.ts";

/** Promises of time: what begins and ends a limit, who is told before and after it has passed. */
export const serviceLevelsModule: Module = {
  name: "service-levels",
  objects: [serviceLevel, clockEvent],
  migrations: clockMigrations,
  hooks: [soundLevel, levelsVersion, serviceClocks, recomputeClocks],
  saved: [levelExpressions],
  routes: clockRoutes,
  jobs: { [TELL]: tellClocks },
  contributes: [levelTimer, levelNotice],
  seed: seedLevels,
};
