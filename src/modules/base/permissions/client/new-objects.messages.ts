import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const newObjectTexts = defineMessages({
  asked: label("请决定谁可以使用这些新对象", "Choose who may use these new objects"),
  askedHint: label(
    "它们随升级而来，或新建时没有选择角色。决定之前只有系统管理员能看到。",
    "They came with an upgrade or were created without a role. Until you decide, only administrators see them.",
  ),
  choose: label("选择角色…", "Choose roles…"),
  title: label("谁可以使用“{object}”？", "Who may use “{object}”?"),
  hint: label(
    "只需决定一次；以后在“角色与权限”中修改。",
    "You decide only once; change it later under “Roles and permissions”.",
  ),
  proposed: label(
    "预置角色已按建议填好，请检查。",
    "The preset roles are filled in as suggested. Please check them.",
  ),
  role: label("角色", "Role"),
  create: label("新建", "Create"),
  read: label("查看", "View"),
  update: label("修改", "Edit"),
  nobody: label("保持现状", "Leave as it is"),
  done: label("“{object}”的使用权限已保存", "Permissions for “{object}” saved"),
  scopeNone: label("无", "None"),
  scopeOwn: label("本人", "Own"),
  scopeReports: label("本人及下属", "Own and direct reports"),
  scopeDepartment: label("本部门", "Department"),
  scopeSubtree: label("本部门及下级", "Department and below"),
  scopeAll: label("全部", "All"),
});
