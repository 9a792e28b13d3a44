import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const messagesScreenMessages = defineMessages({
  title: label("消息", "Messages"),
  lead: label(
    "发给成员的通知、邮件和链接：是否送出，对方怎么答复，没有发送的原因。",
    "What went out to people: whether it arrived, what the other side said, and why something was not sent.",
  ),
  event: label("事件", "Event"),
  to: label("收件人", "To"),
  channel: label("渠道", "Channel"),
  state: label("状态", "Status"),
  at: label("时间", "Time"),
  again: label("再次发送", "Send again"),
  queuedAgain: label("已重新排队", "Queued again"),
  none: label("没有消息", "No messages"),
  noneDetail: label(
    "有人被分配任务、被提到或需要审批时，消息会出现在这里",
    "Messages appear here when someone is assigned a task, mentioned or asked for approval",
  ),
  more: label("加载更早的", "Load earlier"),
  all: label("全部", "All"),
  tries: label("已尝试 {count} 次", "{count} {count|try|tries}"),
  several: label("{count} 条", "{count} lines"),
  noServer: label(
    "还没有设置邮件服务器，邮件不会发出。",
    "There is no mail server yet, so no mails are sent.",
  ),
  setUp: label("设置邮件服务器", "Set up the mail server"),
});

export const mailMessages = defineMessages({
  title: label("邮件服务器", "Mail server"),
  lead: label(
    "渠成通过公司自己的服务器发送邮件：分配、提到、审批等通知，以及带链接的邮件。",
    "Sluice sends mails by your own server: notifications of assignments, mentions and approvals, and mails with links.",
  ),
  off: label(
    "还没有设置服务器：不会发出邮件，其他功能不受影响。",
    "No server is set up: no mails are sent; everything else works as usual.",
  ),
  host: label("服务器", "Server"),
  hostHint: label("留空则不发邮件", "Empty: no mails are sent"),
  port: label("端口", "Port"),
  security: label("加密", "Encryption"),
  none: label("不加密", "None"),
  starttls: label("STARTTLS（通常为 587）", "STARTTLS (usually 587)"),
  tls: label("TLS（通常为 465）", "TLS (usually 465)"),
  user: label("用户名", "User name"),
  userHint: label("服务器不需要登录时留空", "Empty where the server asks for none"),
  password: label("密码", "Password"),
  passwordKept: label("已保存，不再显示；留空则不变", "Kept and never shown; leave empty to keep it"),
  from: label("发件人", "From"),
  fromHint: label("例如：渠成 <crm@example.com>", "For example: Sluice <crm@example.com>"),
  site: label("邮件中的链接指向 {site}", "Links in mails lead to {site}"),
  test: label("发送测试邮件", "Send a test mail"),
  testLead: label(
    "用已保存的设置立即发送，并显示服务器的答复。",
    "Sent at once by the settings as saved, with what the server says.",
  ),
  testTo: label("发送到", "Send to"),
  send: label("发送", "Send"),
  answered: label("服务器已接受：{answer}", "The server took it: {answer}"),
  refused: label("被拒收的邮箱地址", "Refused addresses"),
  refusedLead: label(
    "服务器永久拒收这些地址，之后的邮件不再发往那里。地址恢复可用后，可以解除标记。",
    "The server permanently refuses these addresses, so nothing more is sent there. Clear the mark once an address works again.",
  ),
  address: label("地址", "Address"),
  words: label("服务器的答复", "What the server said"),
  since: label("时间", "Time"),
  clear: label("解除", "Clear"),
  cleared: label("已解除，之后的邮件会再次发往该地址", "Cleared; later mails go there again"),
});
