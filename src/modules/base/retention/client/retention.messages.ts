import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const retentionScreenMessages = defineMessages({
  title: label("保留期限", "Retention"),
  lead: label(
    "超过期限的内容每天凌晨分批清除，并记入访问日志。清除后不能找回，但日志仍可校验完整性。",
    "Anything older than its period is purged every night in small batches and recorded in the access log. It cannot be recovered; the log can still be verified.",
  ),
  what: label("内容", "What"),
  days: label("保留天数", "Days to keep"),
  forever: label("永久", "Forever"),
  waiting: label("待清除", "To be purged"),
  last: label("上次清除：{time}，{list}", "Last purge: {time}, {list}"),
  nothing: label("没有需要清除的内容", "nothing to purge"),
  notYet: label("还没有清除过", "Not run yet"),
  sureTitle: label("保存并从今晚开始清除？", "Save and start purging tonight?"),
  sure: label(
    "按这些期限，现在有 {count} 项会被清除，不能找回。",
    "With these periods, {count} {count|entry|entries} would be purged now and could not be recovered.",
  ),
});
