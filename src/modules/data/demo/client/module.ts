import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { demoEntryMessages } from "./entry.messages.ts";

/** Adding the demo data and removing it. */
export const demoScreens: ClientModule = {
  name: "demo",
  settings: [
    {
      path: "demo",
      label: demoEntryMessages.title,
      description: demoEntryMessages.lead,
      icon: "bulb",
      group: "data",
      order: 40,
      applies: (me) => isAble(me, "settings.manage") && isAble(me, "people.manage"),
      Component: lazily(() => import("./DemoPage.tsx").then((m) => m.DemoPage)),
    },
  ],
};
