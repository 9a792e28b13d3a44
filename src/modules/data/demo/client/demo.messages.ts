import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const demoTexts = defineMessages({
  none: label("现在没有演示数据", "There is no demo data now"),
  noneDetail: label(
    "载入大约一两分钟，期间可以做别的。看完一键清除，自己建的内容不受影响。",
    "Adding it takes a minute or two; carry on meanwhile. Remove it with one click later, your own work stays.",
  ),
  own: label(
    "公司里已经有自己的数据（{what}），演示数据会和它们混在一起，所以不能载入。",
    "The company already has data of its own ({what}). Demo data would be mixed in with it, so it can’t be added.",
  ),
  load: label("载入演示数据", "Add demo data"),
  goOn: label("继续载入", "Finish adding"),
  remove: label("清除演示数据", "Remove demo data"),
  whole: label("演示数据已载入", "The demo data is in"),
  wholeDetail: label(
    "随便改，随便试。开始正式使用前把它清除。",
    "Change anything you like. Remove it before you start real work.",
  ),
  part: label("演示数据只载入了一部分", "Only part of the demo data is in"),
  partDetail: label("可以继续载入，也可以清除。", "Finish adding it, or remove it."),
  loading: label("正在载入演示数据", "Adding demo data"),
  leaving: label("正在清除演示数据", "Removing demo data"),
  busyDetail: label(
    "可以离开这个页面，进度随时能在“后台任务”里看到，也可以在那里暂停。",
    "You can leave this page. Progress is under Background jobs, where it can be paused, too.",
  ),
  toJobs: label("后台任务", "Background jobs"),
  of: label("{done} / {total}", "{done} of {total}"),
  askTitle: label("清除演示数据？", "Remove the demo data?"),
  askCount: label(
    "{count} 条演示记录会消失，好像从没有过。",
    "{count} demo records will go as if they had never been.",
  ),
  askOwned: label(
    "有 {count} 条你们自己的记录归演示同事或演示部门，会转到你名下。",
    "{count} {count|record|records} of your own {count|belongs|belong} to demo people or departments and will pass to you.",
  ),
  askAdded: label(
    "{count} 条你们自己的记录关联着演示记录：",
    "{count} {count|record|records} of your own {count|is|are} linked to demo records:",
  ),
  keep: label("留下它们，连同关联的演示记录", "Keep them, with the demo records they are linked to"),
  along: label("一起清除，放进回收站", "Remove them, too, into the recycle bin"),
  choice: label("自己加上的记录", "Your own records"),
  andMore: label("还有 {count} 条", "and {count} more"),
});
