import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** Apart from the other words, as they are needed before the page is. */
export const demoEntryMessages = defineMessages({
  title: label("演示数据", "Demo data"),
  lead: label(
    "一家卖仪表的公司：30 位同事、120 个客户、900 个商机和两年的跟进，用来试着看一看。",
    "A company that sells instruments: 30 people, 120 accounts, 900 opportunities and two years of activities, to try things out.",
  ),
});
