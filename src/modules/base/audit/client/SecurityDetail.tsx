import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { useTitle } from "../../../../ui/data/lookups.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type SecurityChange, securityChanges } from "./security-changes.ts";
import * as styles from "./SecurityDetail.module.css";

const settingTexts = defineMessages({
  second_factor: label("两步验证", "Two-step sign-in"),
  watermark: label("水印", "Watermark"),
  masked_searches: label("每小时按脱敏字段查找次数", "Searches by masked fields per hour"),
  "networks.people": label("成员登录的网段", "Networks for people"),
  private_targets: label("允许访问的内网", "Private networks calls may reach"),
  "networks.keys": label("API 密钥的网段", "Networks for API keys"),
  "passwords.everybody": label("所有人可用密码登录", "Passwords for everyone"),
  "passwords.break_glass": label("应急管理员", "Break-glass administrator"),
  "oidc.on": label("企业账号登录", "Company accounts"),
  "oidc.issuer": label("签发者地址", "Issuer"),
  "oidc.client_id": label("客户端 ID", "Client ID"),
  "oidc.scopes": label("授权范围", "Scopes"),
  "oidc.match": label("成员对应方式", "Match people by"),
  "oidc.login_claim": label("登录名所在的声明", "Claim containing the login"),
  "oidc.create": label("首次登录时自动创建成员", "Create users on first sign-in"),
  "oidc.role": label("新成员的角色", "Role for new people"),
  "oidc.label.zh-CN": label("按钮文字（中文）", "Button text (Chinese)"),
  "oidc.label.en": label("按钮文字（英文）", "Button text (English)"),
  "exports.company.rows": label("每次导出行数", "Rows per export"),
  "exports.company.daily": label("每天导出行数", "Rows per day"),
  "retention.bin": label("保留期限：回收站中的记录", "Retention: records in the recycle bin"),
  "retention.access_log": label(
    "保留期限：访问日志与登录记录的内容",
    "Retention: access log and sign-in details",
  ),
  "retention.sessions": label("保留期限：已结束的登录会话", "Retention: ended sessions"),
  "retention.notifications": label("保留期限：通知", "Retention: notifications"),
  "retention.messages": label("保留期限：消息", "Retention: messages"),
  "retention.loose_files": label("保留期限：未关联的附件", "Retention: files without a record"),
  "retention.import_files": label("保留期限：已完成导入的文件", "Retention: files of finished imports"),
  "retention.jobs": label("保留期限：已完成后台任务的明细", "Retention: details of finished jobs"),
  "retention.answers": label("保留期限：重复请求的响应", "Retention: responses to repeated requests"),
  role_rows: label("{role}每次导出行数", "Rows per export for {role}"),
  role_daily: label("{role}每天导出行数", "Rows per day for {role}"),
  client_secret: label("更换了客户端密钥", "Client secret replaced"),
  "mail.host": label("邮件服务器", "Mail server"),
  "mail.port": label("邮件服务器端口", "Port of the mail server"),
  "mail.security": label("邮件加密方式", "Encryption of mails"),
  "mail.user": label("邮件服务器用户名", "User name at the mail server"),
  "mail.from": label("发件人", "Sender of mails"),
  mail_password: label("更换了邮件服务器密码", "Password of the mail server replaced"),
  same: label("内容没有变化", "No changes"),
});
const valueTexts = defineMessages({
  yes: label("是", "yes"),
  no: label("否", "no"),
  none: label("无", "none"),
  unlimited: label("不限", "no limit"),
  forever: label("永久", "forever"),
  days: label("{days} 天", "{days} {days|day|days}"),
  nobody: label("自愿开启", "optional"),
  administrators: label("系统管理员必须开启", "required for administrators"),
  everybody: label("所有人必须开启", "required for everyone"),
  email: label("已验证的邮箱", "verified email address"),
  login: label("登录名", "login"),
});
const isSetting = (name: string): name is keyof typeof settingTexts => name in settingTexts;
const isValue = (name: string): name is keyof typeof valueTexts => name in valueTexts;
/** Whose settings are words of a short list. */
const CHOSEN: readonly string[] = ["second_factor", "oidc.match"];

/** What a change of the security settings changed, in words: a line for each setting. */
export function SecurityDetail({ detail }: { readonly detail: Values }) {
  const { t } = useLanguage();
  const changes = securityChanges(detail["before"], detail["after"]);
  const replaced = (["client_secret", "mail_password"] as const).filter((name) => detail[name] === true);
  return (
    <span className={styles.securityChanges}>
      {changes.map((change) => (
        <Change key={change.path} change={change} />
      ))}
      {replaced.map((name) => (
        <span key={name}>{t(settingTexts[name])}</span>
      ))}
      {changes.length === 0 && replaced.length === 0 && <span>{t(settingTexts.same)}</span>}
    </span>
  );
}

const ROLE_LIMIT = /^exports\.roles\.([^.]+)\.(rows|daily)$/;
function Change({ change: { path, before, after } }: { readonly change: SecurityChange }) {
  const { t } = useLanguage();
  const [, role = null, limit] = ROLE_LIMIT.exec(path) ?? [];
  const roleTitle = useTitle("role", role, "");
  const name = role
    ? t(limit === "rows" ? settingTexts.role_rows : settingTexts.role_daily, { role: roleTitle || role })
    : isSetting(path)
      ? t(settingTexts[path])
      : path;
  return (
    <span>
      {name} <Setting path={path} value={before} /> → <Setting path={path} value={after} />
    </span>
  );
}

function Setting({ path, value }: { readonly path: string; readonly value: WireValue }) {
  const { t } = useLanguage();
  const object = path === "oidc.role" ? "role" : path === "passwords.break_glass" ? "user" : null;
  const text = typeof value === "string" ? value : null;
  const title = useTitle(object, object ? text : null, "");
  if (typeof value === "boolean") return t(value ? valueTexts.yes : valueTexts.no);
  if (path.startsWith("retention."))
    return typeof value === "number" ? t(valueTexts.days, { days: value }) : t(valueTexts.forever);
  if (path.startsWith("exports.") || path === "masked_searches")
    return typeof value === "number" ? value.toLocaleString("en") : t(valueTexts.unlimited);
  if (value === null || value === "" || (Array.isArray(value) && value.length === 0))
    return t(valueTexts.none);
  if (Array.isArray(value)) return value.join(", ");
  if (text !== null && CHOSEN.includes(path) && isValue(text)) return t(valueTexts[text]);
  return title || String(typeof value === "object" ? JSON.stringify(value) : value);
}
