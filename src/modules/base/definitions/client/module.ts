import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { definitionEntryMessages } from "./entry.messages.ts";

/** Objects and fields, and what runs on them. */
export const definitionsScreens: ClientModule = {
  name: "definitions",
  settings: [
    {
      path: "objects",
      label: definitionEntryMessages.objects,
      icon: "appstore",
      group: "build",
      order: 1,
      applies: (me) => isAble(me, "objects.manage"),
      Component: lazily(() => import("./ObjectsPage.tsx").then((m) => m.ObjectsPage)),
    },
  ],
};
