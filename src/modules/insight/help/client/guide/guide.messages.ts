import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const guideTexts = defineMessages({
  help: label("帮助", "Help"),
  thisPage: label("这一页怎么用", "Help for this page"),
  all: label("全部帮助", "All help pages"),
  contents: label("目录", "Contents"),
  search: label("搜索帮助", "Search help"),
  nothing: label("没有找到“{text}”", "No results for “{text}”"),
  whole: label("在整页里打开", "Open as a page"),
  tour: label("两分钟导览", "Two-minute tour"),
  steps: label("第一步", "First steps"),
  shortcuts: label("键盘快捷键", "Keyboard shortcuts"),
});
