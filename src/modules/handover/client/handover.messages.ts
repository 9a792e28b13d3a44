import { label } from "../../../shared/i18n/label.ts";
import { defineMessages } from "../../../shared/i18n/messages.ts";

export const handoverMessages = defineMessages({
  title: label("{name} 的工作交接", "Hand over {name}’s work"),
  action: label("工作交接", "Hand over"),
  lead: label(
    "把名下未完结的工作交给接手人。已完成的任务、已赢单或输单的商机、跟进记录和附件仍归原负责人，历史不变。",
    "Give open work to a successor. Finished tasks, won and lost deals, activities and files stay with whom they were; history does not change.",
  ),
  to: label("接手人", "Successor"),
  manager: label("交给直属上级 {name}", "Give to their manager {name}"),
  deactivate: label("离职：停用账号，结束 {sessions} 个会话，吊销 {keys} 个密钥", "Leaving: deactivate, end sessions ({sessions}), revoke keys ({keys})"),
  what: label("内容", "What"),
  open: label("交接", "Hands over"),
  closed: label("保留", "Stays"),
  successor: label("另行指定", "Someone else"),
  teams: label("团队成员资格：{count} 个团队，由接手人替换", "Team memberships: {count}, taken over by the successor"),
  nothing: label("名下没有需要交接的工作", "Nothing hangs on this person"),
  start: label("开始交接", "Hand over"),
  choose: label("先选择接手人", "Choose a successor first"),
  running: label("正在交接：{done} / {total}", "Handing over: {done} / {total}"),
  done: label("交接完成，共 {done} 项", "Handed over: {done}"),
  refused: label("有 {refused} 项未能交接，请逐项处理", "{refused} could not be handed over; look at each"),
  errors: label("下载原因", "Download the reasons"),
  failed: label("交接未完成：{reason}", "The hand-over did not finish: {reason}"),
});
