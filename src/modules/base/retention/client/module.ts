import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { binTexts } from "./bin.messages.ts";
import { retentionTexts } from "./retention.messages.ts";

/** What was deleted and comes back, and how long things are kept. */
export const retentionScreens: ClientModule = {
  name: "retention",
  settings: [
    {
      path: "recycle-bin",
      label: binTexts.title,
      icon: "trash",
      group: "data",
      order: 6,
      applies: (me) => isAble(me, "record.restore"),
      reads: true,
      Component: lazily(() => import("./RecycleBinPage.tsx").then((m) => m.RecycleBinPage)),
    },
    {
      path: "retention",
      label: retentionTexts.title,
      icon: "clock",
      group: "data",
      order: 7,
      applies: (me) => isAble(me, "security.manage"),
      Component: lazily(() => import("./RetentionPage.tsx").then((m) => m.RetentionPage)),
    },
  ],
};
