import { label } from "../../../shared/i18n/label.ts";
import type { ObjectHook } from "../../../shared/metadata/hooks.ts";
import { rule } from "../../../shared/metadata/object-rules.ts";
import { readHours } from "../../../shared/time/week-hours.ts";
import { workingCalendar } from "./working-calendar.object.ts";

export const workingCalendarHooks: readonly ObjectHook[] = [
  rule(workingCalendar, {
    name: "hours_can_be_read",
    when: ["hours"],
    run: ({ after, deleting }) =>
      deleting || readHours(after.hours)
        ? []
        : [
            {
              code: "bad_hours",
              field: "hours",
              text: label(
                "时段应为 24 小时制的开始和结束（如 09:00–18:00），互不重叠，且至少有一天上班",
                "Hours are a beginning and an end on a 24-hour clock, such as 09:00–18:00, that do not overlap; at least one day is worked",
              ),
            },
          ],
  }),
];
