import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const homeTexts = defineMessages({
  morning: label("早上好，{name}", "Good morning, {name}"),
  afternoon: label("下午好，{name}", "Good afternoon, {name}"),
  evening: label("晚上好，{name}", "Good evening, {name}"),
  tasks: label("今天要做的", "To do today"),
  overdue: label("已逾期 {days} 天", "{days} {days|day|days} overdue"),
  dueToday: label("今天", "Today"),
  noTasks: label("今天没有待办", "Nothing due today"),
  noTasksDetail: label(
    "新建一个任务，或者看看下面停滞的商机。",
    "Add a task, or look at the deals that stand still.",
  ),
  addTask: label("新建任务", "New task"),
  allTasks: label("全部待办", "All open tasks"),
  done: label("完成", "Done"),
  doneUndo: label("任务已完成", "The task is done"),
  whose: label("看谁的", "Whose"),
  deals: label("我的在谈商机", "My open deals"),
  dealsOfAll: label("在谈商机", "Open deals"),
  noDealsOfAll: label("没有在谈的商机", "There are no open deals"),
  dealsTotal: label("{count} 个 · {amount}", "{count} · {amount}"),
  noDeals: label("你还没有在谈的商机", "You have no open deals"),
  noDealsDetail: label(
    "新建一个商机，或从线索、客户开始。",
    "Create one, or begin with a lead or an account.",
  ),
  addDeal: label("新建商机", "New opportunity"),
  allStill: label("全部停滞商机", "All stalled deals"),
  still: label("停滞最久的商机", "Standing still the longest"),
  stillDays: label("在本阶段 {days} 天", "{days} {days|day|days} in this stage"),
  noStill: label("没有停滞的商机", "Nothing stands still"),
  closing: label("本月底前应成交", "Due to close this month"),
  noClosing: label("本月底前没有应成交的商机", "Nothing is due to close this month"),
  board: label("看板", "Board"),
});
