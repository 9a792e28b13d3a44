import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const retentionScreenMessages = defineMessages({
  title: label("保留期限", "Retention"),
  lead: label(
    "超过期限的内容每天凌晨分批清除，并记入访问日志。清除后不能找回，封存链仍可核对。",
    "What is older than its period is taken away every night in small batches, and the access log says so. It cannot be brought back; the seals still verify.",
  ),
  what: label("内容", "What"),
  days: label("保留天数", "Days kept"),
  forever: label("永久", "For good"),
  waiting: label("将清除", "Would go today"),
  last: label("上次运行：{time}，{list}", "Last run: {time}, {list}"),
  nothing: label("没有需要清除的内容", "nothing had to go"),
  notYet: label("还没有运行过", "It has not run yet"),
  sureTitle: label("保存并从今晚开始清除？", "Save, and begin to take away tonight?"),
  sure: label(
    "按这些期限，现在有 {count} 项会被清除，不能找回。",
    "By these periods {count} {count|entry|entries} would go now and could not be brought back.",
  ),
});
