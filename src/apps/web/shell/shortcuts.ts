import { label, type Label } from "../../../shared/i18n/label.ts";

/** A key of its own, or two one after the other. */
export interface Shortcut {
  readonly keys: string;
  readonly label: Label;
  /** Where it leads; absent: what on the page says in `aria-keyshortcuts` that it is meant. */
  readonly to?: string;
  /** Only for who has this object. */
  readonly object?: string;
}
/** What one key does on whatever page offers it. */
export const PAGE_SHORTCUTS: readonly Shortcut[] = [
  { keys: "c", label: label("新建", "Create") },
  { keys: "/", label: label("搜索列表", "Search the list") },
  { keys: "e", label: label("编辑记录", "Edit the record") },
  { keys: "n", label: label("记跟进", "Log an activity") },
];
export const GO_SHORTCUTS: readonly Shortcut[] = [
  { keys: "g h", label: label("今日", "Today"), to: "/" },
  { keys: "g l", label: label("线索", "Leads"), to: "/records/lead", object: "lead" },
  { keys: "g a", label: label("客户", "Accounts"), to: "/records/account", object: "account" },
  { keys: "g o", label: label("商机", "Opportunities"), to: "/records/opportunity", object: "opportunity" },
  { keys: "g t", label: label("任务", "Tasks"), to: "/records/task", object: "task" },
];
/** Told in the sheet; what is on the page handles them. */
export const OTHER_SHORTCUTS: readonly Shortcut[] = [
  { keys: "Ctrl K", label: label("搜索与跳转", "Search and jump") },
  { keys: "Ctrl Enter", label: label("保存表单或跟进", "Save a form or an activity") },
  { keys: "↑ ↓ ← →", label: label("在表格里移动", "Move in a table") },
  { keys: "Enter", label: label("打开选中的行", "Open the chosen row") },
  { keys: "F2", label: label("修改单元格", "Edit the cell") },
  { keys: "Space", label: label("选中行；在看板上拿起卡片", "Select the row; on a board, lift the card") },
  { keys: "Esc", label: label("关闭或取消", "Close or cancel") },
  { keys: "?", label: label("打开这张表", "Show this sheet") },
];
