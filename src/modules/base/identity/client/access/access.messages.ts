import { label } from "../../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../../shared/i18n/messages.ts";

export const accessMessages = defineMessages({
  lead: label(
    "谁正在登录、从哪里、用什么设备，以及所有人的 API 密钥。结束会话和吊销密钥都会记入访问日志。",
    "Who is signed in, from where and on which device, and everyone’s API keys. Ending sessions and revoking keys is recorded in the access log.",
  ),
  sessions: label("登录会话", "Sessions"),
  keys: label("API 密钥", "API keys"),
  find: label("按姓名或登录名查找", "Search by name or login"),
  person: label("成员", "Person"),
  address: label("地址", "Address"),
  way: label("登录方式", "Sign-in method"),
  password: label("密码", "Password"),
  code: label("密码和验证码", "Password and code"),
  recovery: label("密码和恢复码", "Password and recovery code"),
  company: label("企业账号", "Company account"),
  more: label("加载更多", "Load more"),
  none: label("没有登录会话", "No one is signed in"),
  noKeys: label("没有 API 密钥", "No API keys"),
  endAll: label("结束此人全部会话", "End all their sessions"),
  endAllTitle: label("结束 {name} 的全部会话？", "End all sessions of {name}?"),
  endAllDetail: label(
    "对方在所有设备上立即退出登录；你当前的会话除外。",
    "They are signed out on all devices immediately. Your own current session stays.",
  ),
  revokeAll: label("吊销此人全部密钥", "Revoke all their keys"),
  revokeAllTitle: label("吊销 {name} 的全部密钥？", "Revoke all keys of {name}?"),
  sameAsPerson: label("与本人相同", "Same as the person"),
  unknownDevice: label("未知设备", "Unknown device"),
});
