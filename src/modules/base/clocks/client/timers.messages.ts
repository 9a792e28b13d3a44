import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const timerMessages = defineMessages({
  title: label("计时", "Timers"),
  lead: label(
    "到点要自动做的事：时限提醒、定时任务等。失败的会自动重试几次，之后停在“失败”里等你处理。",
    "What is done by itself at a moment: reminders of time limits, scheduled work. What fails is tried a few times and then waits under “Failed” for you.",
  ),
  waiting: label("等待中", "Waiting"),
  due: label("已到点", "Due"),
  fired: label("已触发", "Fired"),
  failed: label("失败", "Failed"),
  cancelled: label("已取消", "Cancelled"),
  what: label("内容", "What"),
  about: label("关于", "About"),
  dueAt: label("时间", "When"),
  tried: label("已试 {count} 次", "Tried {count} {count|time|times}"),
  nextTry: label("下次 {time}", "Again {time}"),
  hidden: label("看不到的记录", "A record you cannot see"),
  noRecord: label("—", "—"),
  retry: label("重试", "Try again"),
  retried: label("已重新触发", "It is due again"),
  none: label("这里没有计时", "No timers here"),
  more: label("更多", "More"),
  code: label("错误代码 {code}", "Error {code}"),
  unknown: label("程序内部错误，详见程序日志", "An error of the program; its log says more"),
});
