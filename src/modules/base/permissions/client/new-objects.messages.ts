import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const newObjectTexts = defineMessages({
  asked: label("请决定由谁使用这些新对象", "Say who may use these new objects"),
  askedHint: label(
    "它们随升级而来，或新建时没有选择角色。决定之前只有系统管理员看得到。",
    "They came with an upgrade, or were made without a role. Until you decide, only administrators see them.",
  ),
  choose: label("选择角色…", "Choose roles…"),
  title: label("谁可以使用“{object}”？", "Who may use “{object}”?"),
  hint: label(
    "只问这一次；以后在“角色与权限”中修改。",
    "Asked only once; afterwards change it under Roles and rights.",
  ),
  proposed: label(
    "预置角色已按建议填好，请检查。",
    "The preset roles are filled in as proposed; look them over.",
  ),
  role: label("角色", "Role"),
  create: label("新建", "Create"),
  read: label("查看", "Read"),
  update: label("修改", "Change"),
  nobody: label("保持现状", "Leave as it is"),
  done: label("“{object}”的使用权限已保存", "Saved who may use “{object}”"),
  scopeNone: label("无", "None"),
  scopeOwn: label("本人", "Own"),
  scopeReports: label("本人及下属", "Own and reports"),
  scopeDepartment: label("本部门", "Department"),
  scopeSubtree: label("本部门及下级", "Department and below"),
  scopeAll: label("全部", "All"),
});
