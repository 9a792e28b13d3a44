import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { binMessages } from "./bin.messages.ts";
import { retentionScreenMessages } from "./retention.messages.ts";

/** What was deleted and comes back, and how long things are kept. */
export const retentionScreens: ClientModule = {
  name: "retention",
  settings: [
    {
      path: "recycle-bin",
      label: binMessages.title,
      icon: "trash",
      group: "data",
      order: 6,
      applies: (me) => isAble(me, "record.restore"),
      reads: true,
      Component: lazily(() => import("./RecycleBinPage.tsx").then((m) => m.RecycleBinPage)),
    },
    {
      path: "retention",
      label: retentionScreenMessages.title,
      icon: "clock",
      group: "data",
      order: 7,
      applies: (me) => isAble(me, "security.manage"),
      Component: lazily(() => import("./RetentionPage.tsx").then((m) => m.RetentionPage)),
    },
  ],
};
