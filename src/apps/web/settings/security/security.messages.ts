import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";

export const securityTexts = defineMessages({
  lead: label(
    "谁能进入、从哪里进入、能带走什么。修改都会记入访问日志。",
    "Who gets in, from where, and what may be taken out. Changes are kept in the access log.",
  ),
  twoStep: label("两步验证", "Two-step sign-in"),
  ruleLead: label(
    "哪些人登录时除密码外还要输入身份验证器的验证码；还没有设置的人会在下次登录时完成设置。",
    "Who needs a code of an authenticator beside the password. Those who have none yet set it up at their next sign-in.",
  ),
  nobody: label("自愿开启", "Whoever wants to"),
  administrators: label("系统管理员必须开启", "Required for administrators"),
  everybody: label("所有人必须开启", "Required for everybody"),
  networks: label("网络限制", "Networks"),
  networksLead: label(
    "只允许从这些网段访问，每行一个；留空表示不限。保存后立即生效，已登录的人也受限。",
    "Access only from these networks, one a line; empty means from anywhere. It holds at once, also for those who are signed in.",
  ),
  forPeople: label("成员登录", "People"),
  forKeys: label("API 密钥", "API keys"),
  yourAddress: label("您当前的地址：{address}", "Your own address: {address}"),
  networkExample: label("10.1.0.0/16", "10.1.0.0/16"),
  save: label("保存", "Save"),
  mineLead: label(
    "登录时除密码外，还要输入手机身份验证器上的验证码。即使密码泄露，别人也无法登录。",
    "Beside the password, signing in takes a code from an authenticator on your phone. A stolen password is then not enough.",
  ),
  isOn: label("已开启", "On"),
  isOff: label("未开启", "Off"),
  since: label("{day} 开启", "Since {day}"),
  codesLeft: label("剩余恢复码 {count} 个", "{count} recovery codes left"),
  asked: label("公司要求开启", "Your company asks for it"),
  turnOn: label("开启", "Turn on"),
  turnOff: label("关闭", "Turn off"),
  newCodes: label("重新生成恢复码", "New recovery codes"),
  newCodesLead: label("旧的恢复码将全部失效。", "All earlier recovery codes stop working."),
  turnOffLead: label("输入一个验证码或恢复码以确认。", "Confirm with a code or a recovery code."),
  passwordFirst: label("请先输入密码，确认是您本人。", "Enter your password first, so that it is surely you."),
  next: label("下一步", "Next"),
  done: label("完成", "Done"),
  cancel: label("取消", "Cancel"),
  password: label("密码", "Password"),
  code: label("验证码", "Code"),
  reset: label("重置两步验证", "Reset two-step sign-in"),
  resetTitle: label("重置 {name} 的两步验证？", "Reset two-step sign-in of {name}?"),
  resetLead: label(
    "对方的身份验证器和恢复码将失效，所有设备退出登录。此操作会被记录。",
    "Their authenticator and recovery codes stop working and all their devices are signed out. This is recorded.",
  ),
});
