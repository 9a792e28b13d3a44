import { type Language, label } from "../../../shared/i18n/label.ts";
import { defineMessages, say } from "../../../shared/i18n/messages.ts";
import { html, type Html } from "./html.ts";

const texts = defineMessages({
  lead: label(
    "界面上能做的都能通过接口做，权限、规则和关卡完全相同。所有地址以 /api/v1 开头，内容为 JSON。",
    "Whatever the screens do can be done here, under the same rights, rules and gates. All addresses begin with /api/v1 and speak JSON.",
  ),
  keys: label("密钥", "Keys"),
  keysDetail: label(
    "在“设置 → API 密钥”新建密钥，随每个请求发送。密钥的权限不会超过创建它的人。",
    "Make one in Settings → API keys and send it with each request. A key can never do more than the person who made it.",
  ),
  read: label("读取", "Reading"),
  readDetail: label(
    "filter 是表达式：字段名、== != < <= > >=、&& || !、in、contains，以及 today()、days(30)、me() 等函数；关联字段用点号，如 account.industry。下一页：把 page.next 作为 cursor 再次发送。",
    "filter is an expression: fields, == != < <= > >=, && || !, in, contains, and functions such as today(), days(30) and me(); links are followed with a dot: account.industry. For the next page send page.next as cursor.",
  ),
  write: label("写入", "Writing"),
  writeDetail: label(
    '金额写成 {"amount": "1234.50", "currency": "CNY"}，日期写成 2026-12-18，关联写标识。idempotency-key 让重复的请求只生效一次，if-match 让过时的修改不会覆盖别人的。',
    'Money is {"amount": "1234.50", "currency": "CNY"}, a day 2026-12-18, a link an id. idempotency-key lets a repeated request count once; if-match keeps a stale change from writing over another.',
  ),
  errors: label("错误", "Errors"),
  errorsDetail: label(
    "所有错误都是 application/problem+json：code 供程序判断；detail 和 errors 按请求的语言说明原因和所在字段；每个错误都附上编号，与日志对应。",
    "Every error is application/problem+json: code is for programs, detail and errors say why and at which field in the language of the request, request_id is that of the log.",
  ),
  together: label("一次多问", "Several at once"),
  togetherDetail: label(
    "POST /reads 一次读取多个地址；POST /batch 在一个事务里完成多个修改。",
    "POST /reads reads several addresses in one request; POST /batch makes several changes in one transaction.",
  ),
});

const READ = `curl -G -H "Authorization: Bearer $KEY" $URL/api/v1/records/opportunity \\
  --data-urlencode 'filter=stage_type == "open" && amount >= 300000' \\
  -d sort=-amount -d limit=20`;
const WRITE = `curl -X POST -H "Authorization: Bearer $KEY" -H 'content-type: application/json' \\
  -H 'idempotency-key: import-2026-0042' \\
  $URL/api/v1/records/account -d '{"name": "远景水务集团"}'`;
const ERROR = `{"status": 422, "code": "validation_failed", "detail": "…",
  "errors": [{"field": "close_date", "code": "required", "message": "…"}], "request_id": "…"}`;

/** How to begin: keys, reading, writing, errors. */
export function startPage(language: Language): Html {
  const t = (message: (typeof texts)[keyof typeof texts]): string => say(message, language);
  const part = (title: string, detail: string, example?: string): Html =>
    html`<h2>${title}</h2>
      <p>${detail}</p>
      ${example !== undefined && html`<pre tabindex="0">${example}</pre>`}`;
  return html`<h1>${language === "en" ? "Sluice API" : "渠成 API"}</h1>
    <p>${t(texts.lead)}</p>
    ${part(t(texts.keys), t(texts.keysDetail), 'curl -H "Authorization: Bearer $KEY" $URL/api/v1/me')}
    ${part(t(texts.read), t(texts.readDetail), READ)} ${part(t(texts.write), t(texts.writeDetail), WRITE)}
    ${part(t(texts.errors), t(texts.errorsDetail), ERROR)} ${part(t(texts.together), t(texts.togetherDetail))}`;
}
