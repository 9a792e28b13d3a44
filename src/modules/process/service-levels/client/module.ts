import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { levelMessages } from "./level.messages.ts";

/** Limits of time, where they press: on the record, its card and row, on the home page; and how they are set. */
export const serviceLevelScreens: ClientModule = {
  name: "service-levels",
  recordPanels: [
    {
      name: "service-clocks",
      place: "side",
      order: 15,
      applies: () => true,
      Component: lazily(() => import("./ClocksPanel.tsx").then((m) => m.ClocksPanel)),
    },
  ],
  cardMarks: [
    {
      name: "service-clock",
      inRows: true,
      applies: () => true,
      fields: [],
      Component: lazily(() => import("./ClockMark.tsx").then((m) => m.ClockMark)),
    },
  ],
  homePanels: [
    {
      name: "service-clocks",
      order: 110,
      Component: lazily(() => import("./ClocksToday.tsx").then((m) => m.ClocksToday)),
    },
  ],
  settings: [
    {
      path: "service-levels",
      label: levelMessages.title,
      icon: "clock",
      group: "build",
      order: 9,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./LevelsPage.tsx").then((m) => m.LevelsPage)),
    },
  ],
};
