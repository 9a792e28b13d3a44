export { type DueTimer, type TimerKind, type TimerKindEntry, timerKinds } from "./server/timer-kinds.ts";
export {
  clearTimers,
  type NewTimer,
  replacingTimers,
  setTimers,
  type TimersOf,
} from "./server/set-timers.ts";
export { fireDue } from "./server/fire-timers.ts";
export { type Scheduled, type ScheduledEntry, scheduled, settleSchedules } from "./server/schedules.ts";
