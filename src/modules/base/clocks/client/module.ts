import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { timerMessages } from "./timers.messages.ts";

export const clocksScreens: ClientModule = {
  name: "clocks",
  settings: [
    {
      path: "timers",
      label: timerMessages.title,
      icon: "clock",
      group: "data",
      order: 8,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./TimersPage.tsx").then((m) => m.TimersPage)),
    },
  ],
};
