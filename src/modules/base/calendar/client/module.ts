import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { hoursMessages } from "./calendar.messages.ts";

export const calendarScreens: ClientModule = {
  name: "calendar",
  settings: [
    {
      path: "working-hours",
      label: hoursMessages.title,
      icon: "clock",
      group: "company",
      order: 2.5,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./HoursPage.tsx").then((m) => m.HoursPage)),
    },
  ],
};
