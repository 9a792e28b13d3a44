import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { AskedAction } from "../shared/proof.contract.ts";

export const permissionMessages = defineMessages({
  title: label("权限检查", "Why can they see this?"),
  lead: label(
    "选一名成员和一条记录，看他为什么能或不能看到、操作它。",
    "Choose a person and a record: see why they can or cannot see it or work on it.",
  ),
  who: label("谁", "Who"),
  person: label("成员", "Person"),
  role: label("角色", "Role"),
  department: label("所在部门", "Department"),
  object: label("对象", "Object"),
  record: label("记录", "Record"),
  field: label("字段（可选）", "Field (optional)"),
  action: label("操作", "Action"),
  search: label("输入名称或拼音查找", "Type a name to find it"),
  start: label("先选择成员和记录", "Choose a person and a record first"),
  startDetail: label(
    "答案取自数据库中真正起作用的规则，不是另算一遍。",
    "The answer comes from the very rules the database applies, not from a second opinion.",
  ),
  yes: label("{who} 可以{action}", "{who} can {action}"),
  no: label("{who} 不能{action}", "{who} cannot {action}"),
  because: label("依据", "Because"),
  denied: label("为什么不行", "Why not"),
  others: label("不成立的其他途径（{count}）", "Other ways that do not hold ({count})"),
  readers: label("谁能看到", "Who can see this"),
  readersOf: label("谁能看到“{title}”", "Who can see “{title}”"),
  readersLead: label(
    "有登录名的在职成员，逐人按真正起作用的规则判断。",
    "Active people with a login, each judged by the rules that really apply.",
  ),
  noReaders: label("没有人能看到这条记录", "Nobody can see this record"),
  noneYet: label("到目前为止还没有找到，请继续查找", "Nobody found so far; keep looking"),
  more: label("继续查找", "Keep looking"),
  canEdit: label("可编辑", "Can edit"),
  readOnly: label("只读", "Read only"),
  check: label("权限检查", "Permission check"),
  viewAs: label("以此身份查看", "View as this person"),
  viewAsRole: label("以此角色查看", "View as this role"),
  viewing: label("正在以 {name} 的身份查看，只读", "Viewing as {name}, read-only"),
  viewingRole: label("正在以角色 {name} 查看，只读", "Viewing as the role {name}, read-only"),
  viewingBy: label("实际操作人：{by}", "Really: {by}"),
  viewingGone: label("该身份已不可用，只读", "This identity is no longer available, read-only"),
  endViewing: label("结束查看", "Stop viewing"),
});

export const actionMessages: Readonly<Record<AskedAction, ReturnType<typeof label>>> = defineMessages({
  read: label("查看", "read"),
  update: label("编辑", "edit"),
  delete: label("删除", "delete"),
  create: label("新建", "create"),
  transition: label("推进阶段", "move to another stage"),
  export: label("导出", "export"),
  transfer: label("转移", "transfer"),
  restore: label("从回收站恢复", "restore"),
  use: label("使用", "use"),
});
