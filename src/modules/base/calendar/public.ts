export { type Worker, type WorkingTimes, workingTimes } from "./server/working-times.ts";
export { CALENDAR_OBJECTS, tellsHours } from "./server/calendar-objects.ts";
