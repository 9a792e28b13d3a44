import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const shellMessages = defineMessages({
  product: label("渠成", "Sluice"),
  today: label("今日", "Today"),
  sell: label("销售", "Selling"),
  products: label("产品", "Products"),
  work: label("工作", "Work"),
  insight: label("分析", "Insight"),
  own: label("自定义", "Custom"),
  settings: label("设置", "Settings"),
  search: label("搜索或跳转", "Search or jump to"),
  searchLong: label("搜索记录，或输入要做的事", "Search records, or type what to do"),
  create: label("新建", "Create"),
  fold: label("收起导航", "Fold the navigation"),
  unfold: label("展开导航", "Unfold the navigation"),
  navigation: label("主导航", "Main navigation"),
  skip: label("跳到内容", "Skip to the content"),
  me: label("我的", "Me"),
  records: label("记录", "Records"),
  actions: label("操作", "Actions"),
  pages: label("页面", "Pages"),
  nothingFound: label("没有找到“{text}”", "Nothing found for “{text}”"),
  searchPast: label(
    "按今天的文字搜索，结果打开为 {day} 的样子",
    "Searches today’s text; results open as of {day}",
  ),
  searchHint: label("支持拼音和任意片段", "Any part of a word, or pinyin"),
  changePassword: label("修改密码", "Change password"),
  signOutFailed: label("没有退出成功，请再试一次", "Signing out did not work, try again"),
});
