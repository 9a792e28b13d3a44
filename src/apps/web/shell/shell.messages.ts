import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const shellMessages = defineMessages({
  product: label("渠成", "Sluice"),
  today: label("今日", "Today"),
  sell: label("销售", "Sales"),
  products: label("产品", "Products"),
  work: label("工作", "Work"),
  insight: label("分析", "Analytics"),
  own: label("自定义", "Custom"),
  settings: label("设置", "Settings"),
  search: label("搜索或跳转", "Search or jump to"),
  searchLong: label("搜索记录，或输入要做的事", "Search records, or type an action"),
  create: label("新建", "Create"),
  fold: label("收起导航", "Collapse navigation"),
  unfold: label("展开导航", "Expand navigation"),
  navigation: label("主导航", "Main navigation"),
  skip: label("跳到内容", "Skip to content"),
  me: label("我的", "Me"),
  records: label("记录", "Records"),
  actions: label("操作", "Actions"),
  pages: label("页面", "Pages"),
  nothingFound: label("没有找到“{text}”", "No results for “{text}”"),
  searchPast: label(
    "按当前内容搜索，打开后显示 {day} 的样子",
    "Searches current records; results open as they were on {day}",
  ),
  searchHint: label("支持拼音，输入其中几个字即可", "Part of a word is enough; pinyin works too"),
  changePassword: label("修改密码", "Change password"),
  signOutFailed: label("退出失败，请再试一次", "Sign-out failed. Try again"),
});
