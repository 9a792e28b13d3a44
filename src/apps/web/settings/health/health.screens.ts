import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { healthMessages } from "./health.messages.ts";

/** What is not well behind the screens. */
export const healthScreens: ClientModule = {
  name: "health",
  settings: [
    {
      path: "health",
      label: healthMessages.title,
      icon: "warning",
      group: "data",
      order: 8,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./HealthPage.tsx").then((m) => m.HealthPage)),
    },
  ],
};
