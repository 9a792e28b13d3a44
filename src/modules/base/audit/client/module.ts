import { label } from "../../../../shared/i18n/label.ts";
import type { ClientModule } from "../../../../ui/client-module.ts";
import { isAble } from "../../../../ui/data/session.ts";
import { lazily } from "../../../../ui/kit/lazily.ts";

/** The two logs, and what people may ask of what is kept of them. */
export const auditScreens: ClientModule = {
  name: "audit",
  settings: [
    {
      path: "audit",
      label: label("审计日志", "Audit log"),
      description: label(
        "谁修改或查看了什么；校验日志完整性",
        "Who changed or viewed what; verify integrity",
      ),
      icon: "history",
      group: "data",
      order: 20,
      applies: (me) => isAble(me, "audit.read"),
      reads: true,
      Component: lazily(() => import("./AuditPage.tsx").then((module) => module.AuditPage)),
    },
    {
      path: "privacy",
      label: label("个人信息", "Personal data"),
      description: label("导出或删除一个人的信息", "Export or erase a person’s data"),
      icon: "lock",
      group: "data",
      order: 21,
      applies: (me) => isAble(me, "privacy.manage"),
      Component: lazily(() => import("./PrivacyPage.tsx").then((module) => module.PrivacyPage)),
    },
  ],
};
