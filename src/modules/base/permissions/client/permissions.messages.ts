import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { AskedAction } from "../shared/proof.contract.ts";

export const permissionMessages = defineMessages({
  title: label("权限检查", "Permission check"),
  lead: label(
    "选一名成员和一条记录，看其为什么能或不能查看、操作它。",
    "Choose a person and a record to see why they can or cannot see it or work on it.",
  ),
  who: label("谁", "Who"),
  person: label("成员", "Person"),
  role: label("角色", "Role"),
  department: label("所在部门", "Department"),
  object: label("对象", "Object"),
  record: label("记录", "Record"),
  field: label("字段（可选）", "Field (optional)"),
  action: label("操作", "Action"),
  search: label("输入名称或拼音查找", "Type a name to search"),
  start: label("先选择成员和记录", "Choose a person and a record first"),
  startDetail: label("结果与系统实际权限一致。", "The result matches actual access."),
  yes: label("{who} 可以{action}", "{who} can {action}"),
  no: label("{who} 不能{action}", "{who} cannot {action}"),
  because: label("依据", "Reason"),
  denied: label("原因", "Reason"),
  others: label("其他不适用的规则（{count}）", "Other rules that don’t apply ({count})"),
  readers: label("谁能看到", "Who can see this"),
  readersOf: label("谁能看到“{title}”", "Who can see “{title}”"),
  readersLead: label(
    "有登录名的在职成员，逐人按实际权限判断。",
    "Active people with a login, each checked against their actual access.",
  ),
  noReaders: label("没有人能看到这条记录", "Nobody can see this record"),
  noneYet: label("目前还没有找到，请继续查找", "None found so far. Keep looking"),
  more: label("继续查找", "Keep looking"),
  canEdit: label("可编辑", "Can edit"),
  readOnly: label("只读", "Read only"),
  check: label("权限检查", "Permission check"),
  viewAs: label("以此身份查看", "View as this person"),
  viewAsRole: label("以此角色查看", "View as this role"),
  viewing: label("正在以 {name} 的身份查看，只读", "Viewing as {name}, read-only"),
  viewingRole: label("正在以角色 {name} 查看，只读", "Viewing as role {name}, read-only"),
  viewingBy: label("实际操作人：{by}", "Signed in as {by}"),
  viewingGone: label("该身份已不可用，只读", "This person or role is no longer available; read-only"),
  endViewing: label("结束查看", "Stop viewing"),
});

export const actionMessages: Readonly<Record<AskedAction, ReturnType<typeof label>>> = defineMessages({
  read: label("查看", "view"),
  update: label("编辑", "edit"),
  delete: label("删除", "delete"),
  create: label("新建", "create"),
  transition: label("推进阶段", "move to another stage"),
  export: label("导出", "export"),
  transfer: label("转移", "transfer"),
  restore: label("从回收站恢复", "restore"),
  use: label("使用", "use"),
});
