import { Fragment } from "react";
import type { Values } from "../../../../shared/metadata/object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { defineMessages } from "../../../../shared/i18n/messages.ts";
import { useTitle } from "../../../../ui/data/lookups.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { SecurityDetail } from "./SecurityDetail.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";

const factTexts = defineMessages({
  by: label("操作人", "Done by"),
  as: label("身份", "As"),
  step: label("步骤", "Step"),
  second_step: label("第二步：验证码不正确", "Second step: incorrect code"),
  since: label("开始时间", "Since"),
  name: label("名称", "Name"),
  object: label("对象", "Object"),
  record: label("记录", "Record"),
  field: label("字段", "Field"),
  fields: label("字段", "Fields"),
  filter: label("条件", "Filter"),
  rows: label("行数", "Rows"),
  ids: label("所选记录", "Selected records"),
  personal: label("个人信息", "Personal data"),
  password: label("设置了密码", "Password set"),
  handover: label("因工作交接", "Through a handover"),
  sessions: label("会话数", "Sessions"),
  keys: label("密钥数", "Keys"),
  oidc: label("企业账号", "Company account"),
  second_factor: label("两步验证", "Two-step sign-in"),
  run: label("批次", "Run"),
  bin: label("回收站", "Recycle bin"),
  access_log: label("访问日志内容", "Contents of the access log"),
  notifications: label("通知", "Notifications"),
  messages: label("消息", "Messages"),
  loose_files: label("未关联的附件", "Files without a record"),
  import_files: label("导入文件", "Import files"),
  jobs: label("任务明细", "Job details"),
  answers: label("重复请求的响应", "Stored responses"),
  issuer: label("签发者", "Issuer"),
  subject: label("账号", "Account"),
  oidc_unverified: label("未经身份平台确认", "not verified by the provider"),
  oidc_unknown: label("没有对应的成员", "no matching person"),
  oidc_failed: label("没有完成", "not completed"),
  cause: label("原因", "Cause"),
  subscriber: label("后台处理", "Background processing"),
  changes: label("变更", "Changes"),
  oidc_other_account: label("该成员绑定的是另一个账号", "the person is linked to another account"),
  start: label("开始", "started"),
  end: label("结束", "ended"),
  purpose: label("用途", "Purpose"),
  verb: label("操作", "Action"),
  approval: label("审批", "approval"),
  approve: label("同意", "approved"),
  refuse: label("退回", "rejected"),
  show: label("打开", "opened"),
  not_found: label("链接已失效或不存在", "the link has ended or does not exist"),
  network_not_allowed: label("不允许的网络", "network not allowed"),
  comment_required: label("缺少意见", "no comment"),
  closed: label("已处理过", "already decided"),
  changed_since: label("内容已变化", "something had changed"),
  not_yours: label("不由其处理", "not theirs to decide"),
});
const isFact = (name: string): name is keyof typeof factTexts => name in factTexts;
/** Told by the line itself in other words. */
const SAID = new Set(["user", "role", "department"]);

/** What a line of the access log adds, in words: who did it, to which record and field. */
export function AccessDetail({ kind, detail }: { readonly kind: string; readonly detail: Values | null }) {
  if (kind === "security_changed") return <SecurityDetail detail={detail ?? {}} />;
  const given = Object.entries(detail ?? {}).filter(
    ([name, value]) =>
      value !== null && value !== "" && value !== false && !(kind === "view_as" && SAID.has(name)),
  );
  return given.map(([name], place) => (
    <Fragment key={name}>
      {place > 0 && " · "}
      <Fact name={name} detail={detail ?? {}} />
    </Fragment>
  ));
}

function Fact({ name, detail }: { readonly name: string; readonly detail: Values }) {
  const { t, of } = useLanguage();
  const objects = useObjects();
  const value = detail[name];
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const { object: about } = detail;
  const object = objects.get(textValue(about));
  const target = name === "by" ? "user" : name === "record" ? (object?.name ?? null) : null;
  const title = useTitle(target, target ? text : null, "");
  const word = isFact(name) ? t(factTexts[name]) : name;
  if (value === true) return word;
  // A failed sign-in says how far it came.
  if (name === "step" && value === 2) return t(factTexts.second_step);
  const placeText = (place: string): string => {
    const [own = "", field = ""] = place.split(".");
    const found = objects.get(own);
    return found ? `${of(found.label, own)} · ${of(found.byName[field]?.label, field)}` : place;
  };
  const said: Record<string, string> = {
    object: of(object?.label, text),
    field: of(object?.byName[text]?.label, text),
    fields: text.split(", ").map(placeText).join(", "),
    step: isFact(text) ? t(factTexts[text]) : text,
    oidc: isFact(text) ? t(factTexts[text]) : text,
    purpose: isFact(text) ? t(factTexts[text]) : text,
    verb: isFact(text) ? t(factTexts[text]) : text,
    cause: isFact(text) ? t(factTexts[text]) : text,
    since: timeText(text),
  };
  return `${word} ${title || (said[name] ?? text)}`;
}
