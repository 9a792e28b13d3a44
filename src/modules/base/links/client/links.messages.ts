import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const linksScreenMessages = defineMessages({
  title: label("免登录链接", "Links without sign-in"),
  lead: label(
    "发给别人、不用登录就能打开的链接。每个链接只做一件事，到期、用完或撤回后立即失效。",
    "Links that open without signing in. Each does one thing, and ends once it has been used, expires or is revoked.",
  ),
  none: label("还没有链接", "No links yet"),
  purpose: label("用途", "Purpose"),
  person: label("以谁的名义", "Acts for"),
  madeBy: label("创建者", "Made by"),
  program: label("系统", "System"),
  expires: label("有效期至", "Expires"),
  uses: label("使用次数", "Uses"),
  lastUsed: label("最近使用", "Last used"),
  state: label("状态", "State"),
  open: label("有效", "Active"),
  used: label("已用完", "Used up"),
  expired: label("已过期", "Expired"),
  revoked: label("已撤回", "Revoked"),
  revoke: label("撤回", "Revoke"),
  revokeTitle: label("撤回这个链接？", "Revoke this link?"),
  revokeDetail: label("它会立即失效，无法恢复。", "It stops working at once and cannot be restored."),
  more: label("显示更多", "Show more"),
});
