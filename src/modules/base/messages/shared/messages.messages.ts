import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

/** What the server says of messages and mails. */
export const messagesMessages = defineMessages({
  person_needed: label("只有成员本人可以这样做，程序不可以。", "Only a person can do this, not a program."),
  bad_mail_settings: label("请检查标出的设置。", "Check the highlighted settings."),
  bad_host: label("请填写服务器的主机名或 IP 地址。", "Enter a host name or IP address."),
  bad_from: label(
    "请填写发件地址，例如 crm@example.com。",
    "Enter the address mails come from, e.g. crm@example.com.",
  ),
  no_mail_server: label("还没有设置邮件服务器。", "There is no mail server yet."),
  mail_not_sent: label("邮件没有发出：{words}", "The mail was not sent: {words}"),
  too_many_tests: label("测试过于频繁，请稍后再试。", "Too many tests. Try again in a minute."),
  not_yours: label("你没有查看这些内容的权限。", "You may not see this."),
  address_missing: label("这个地址没有被拒收标记。", "This address is not marked as refused."),
  message_missing: label("没有这条消息，或它已被清除。", "There is no such message, or it has been removed."),
  not_repeatable: label(
    "只有发送失败或未发送的消息可以再次发送。",
    "Only messages that failed or were not sent can be sent again.",
  ),
  bad_robot_url: label("请填写以 http 开头的完整地址。", "Enter a whole address that begins with http."),
  bad_robot_events: label("事件列表里有不存在的事件。", "The list names an event that does not exist."),
  robot_missing: label("没有这个机器人，或它已停用。", "There is no such robot, or it is switched off."),
  robot_silent: label("机器人没有接受：{words}", "The robot did not take it: {words}"),
  robotTest: label(
    "渠成测试消息：这个群会收到所选的通知。",
    "Test from Sluice: this group gets the notifications you chose.",
  ),
  unknown_event: label("没有名为 {event} 的事件。", "There is no event called {event}."),
  digest: label("汇总", "Digest"),
  digestSubject: label("汇总：{count} 条消息", "Your digest: {count} {count|message|messages}"),
  digestWhy: label("你选择了按工作日汇总接收", "you chose to get these once each working day"),
  content_gone: label(
    "消息内容已清除，不能再次发送。",
    "What the message said has been removed; it cannot be sent again.",
  ),
  testSubject: label("渠成测试邮件", "Test mail from Sluice"),
  testText: label(
    "收到这封邮件，说明渠成可以通过你设置的服务器发送邮件。",
    "This mail shows that Sluice can send mails by the server you set up.",
  ),
  several: label("{label}：{count} 条", "{label}: {count}"),
  more: label("还有 {count} 条，请在渠成中查看。", "{count} more in Sluice."),
  open: label("打开", "Open"),
  why: label("收到这封邮件的原因：{why}。", "You get this mail because {why}."),
  whyConcerned: label("这与你有关", "it concerns you"),
  change: label("设置要接收的通知", "Choose what you get"),
  sentBy: label("由{company}的渠成发送", "Sent by Sluice at {company}"),
  byLink: label("不用登录，直接处理：{text}", "Answer without signing in: {text}"),
});
