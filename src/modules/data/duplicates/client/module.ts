import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

export const duplicatesScreens: ClientModule = {
  name: "duplicates",
  routes: [
    {
      path: "duplicates",
      Component: lazily(() => import("./DuplicateCheckPage.tsx").then((module) => module.DuplicateCheckPage)),
    },
  ],
  navigation: [
    { path: "duplicates", label: label("查重", "Duplicate check"), icon: "copy", group: "sell", order: 90 },
  ],
  settings: [
    {
      path: "duplicate-rules",
      label: label("查重规则", "Duplicate rules"),
      icon: "copy",
      group: "data",
      order: 8,
      applies: (me) => isAble(me, "settings.manage"),
      Component: lazily(() => import("./DuplicateRulesPage.tsx").then((module) => module.DuplicateRulesPage)),
    },
  ],
};
