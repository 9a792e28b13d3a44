import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";
import { sharingEntryMessages } from "./entry.messages.ts";

const DepartmentDialog = lazily(() =>
  import("./DepartmentDialog.tsx").then((module) => module.DepartmentDialog),
);

export const sharingScreens: ClientModule = {
  name: "sharing",
  personActions: [
    {
      name: "department",
      label: sharingEntryMessages.moveAction,
      icon: "apartment",
      order: 4,
      applies: (me) => isAble(me, "people.manage"),
      Dialog: DepartmentDialog,
    },
  ],
  recordPanels: [
    {
      name: "share-panel",
      place: "side",
      order: 60,
      applies: (object) => object.sharing === "owner",
      Component: lazily(() => import("./SharePanel.tsx").then((module) => module.SharePanel)),
    },
  ],
  settings: [
    {
      path: "sharing-rules",
      label: label("共享规则", "Sharing rules"),
      description: label(
        "按条件把记录共享给成员、部门、团队或角色",
        "Share records that match a condition with people, departments, teams or roles",
      ),
      icon: "share",
      group: "people",
      order: 5,
      applies: (me) => isAble(me, "roles.manage"),
      Component: lazily(() => import("./RulesPage.tsx").then((module) => module.RulesPage)),
    },
  ],
};
