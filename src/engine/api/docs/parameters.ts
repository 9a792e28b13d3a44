import { type Label, label } from "../../../shared/i18n/label.ts";
import type { Schema } from "../field-schema.ts";
import { EXAMPLE_ID } from "./example-of.ts";

/** What a member of an address means. In an address everything is text; `schema` says what it is read as. */
export interface Parameter {
  readonly words: Label;
  readonly example: string | number | boolean;
  readonly schema?: Schema;
}
const whole = (most: number): Schema => ({ type: "integer", minimum: 1, maximum: most });
const truth: Schema = { type: "boolean" };
const id = (zh: string, en: string): Parameter => ({
  words: label(zh, en),
  example: EXAMPLE_ID,
  schema: { type: "string", format: "uuid" },
});
const moment = (zh: string, en: string): Parameter => ({
  words: label(zh, en),
  example: "2026-12-01T09:30:00Z",
});

/** By name; "GET /path name" where it means something else there. */
export const PARAMETERS: Readonly<Record<string, Parameter>> = {
  object: { words: label("对象的 API 名称", "API name of the object"), example: "opportunity" },
  id: id("标识", "Its id"),
  record: id("记录的标识", "Id of the record"),
  user: {
    words: label(
      "成员的标识；* 表示所有人（需要相应权限）",
      "Id of the member; * for everyone, with the right to",
    ),
    example: EXAMPLE_ID,
  },
  actor: id("操作人的标识", "Id of who did it"),
  role: id("角色的标识", "Id of the role"),
  department: id("部门的标识", "Id of the department"),
  run: id("规则试算的标识", "Id of the what-if"),
  field: { words: label("字段的 API 名称", "API name of the field"), example: "amount" },
  name: { words: label("名称", "Its name"), example: "notifications" },
  token: { words: label("邀请链接中的令牌", "The token of the invitation’s link"), example: "k3J9…" },
  filter: {
    words: label(
      "条件，写成表达式：字段名、比较、&& 与 ||、函数",
      "The condition as an expression: fields, comparisons, && and ||, functions",
    ),
    example: 'stage_type == "open" && amount > 100000',
  },
  sort: {
    words: label(
      "排序的字段，逗号分隔；前面加 - 为降序",
      "Fields to sort by, separated by commas; - for downwards",
    ),
    example: "-amount,close_date",
  },
  fields: {
    words: label("要返回的字段，逗号分隔", "Fields to answer, separated by commas"),
    example: "id,name,amount",
  },
  expand: {
    words: label("要一并返回的关联记录，逗号分隔", "Links whose records come along, separated by commas"),
    example: "account,owner",
  },
  search: { words: label("在文字中查找，支持拼音", "Words to be found, by pinyin too"), example: "远景" },
  limit: { words: label("一页多少条", "How many on a page"), example: 50, schema: whole(500) },
  channel: {
    words: label("渠道：bell、mail、wecom、dingtalk、feishu", "bell, mail, wecom, dingtalk or feishu"),
    example: "mail",
  },
  event: { words: label("事件的名称", "Name of the event"), example: "task" },
  person: id("收件人的标识", "Id of whom it is for"),
  address: { words: label("邮箱地址", "The mail address"), example: "wang@example.com" },
  cursor: { words: label("上一页返回的 page.next", "page.next of the page before"), example: "eyJ…" },
  count: {
    words: label(
      "是否返回总数：exact 为准确数，bounded 最多数到 10,000，estimate 为估计数",
      "Whether to count all: exact; bounded, up to 10,000; estimate, where all may be seen",
    ),
    example: "bounded",
    schema: { type: "string", enum: ["exact", "bounded", "estimate"] },
  },
  as_of: {
    words: label(
      "按这一天（公司时区，日终）或这一时刻的样子返回",
      "As it was on this day (its end, in the company’s zone) or at this moment",
    ),
    example: "2026-06-30",
  },
  known_at: moment("只用这一时刻之前录入的内容", "Only what had been entered by this moment"),
  titles: { words: label("一并返回关联记录的名称", "Names of linked records come along"), example: "1" },
  deleted: { words: label("回收站中的记录", "What is in the recycle bin"), example: true, schema: truth },
  rich_text: {
    words: label("富文本按 HTML 还是文档返回", "Formatted text as HTML or as a document"),
    example: "html",
  },
  version: { words: label("版本号", "The number of the version"), example: 3, schema: whole(999_999_999) },
  q: { words: label("要查找的文字，支持拼音", "What to look for, by pinyin too"), example: "yuanjing" },
  objects: {
    words: label("只限这些对象，逗号分隔", "Only these objects, separated by commas"),
    example: "account,contact",
  },
  show: { words: label("显示哪些", "Which of them to show"), example: "activities" },
  last_event_id: { words: label("从这条消息之后继续", "Goes on after this message"), example: "1042" },
  year: { words: label("年份", "The year"), example: 2026, schema: whole(9999) },
  kind: { words: label("哪一类", "Which kind"), example: "import" },
  "GET /balances/:kind kind": { words: label("余额的类别", "Kind of balance"), example: "export_rows" },
  "GET /balances/:kind/entries kind": {
    words: label("余额的类别", "Kind of balance"),
    example: "export_rows",
  },
  of: {
    words: label("余额的键，或键的开头", "Key of the balance, or what keys begin with"),
    example: EXAMPLE_ID,
  },
  ids: { words: label("多个标识，以逗号分隔", "Ids, separated by commas"), example: EXAMPLE_ID },
  clock: id("时限计时的标识", "Id of the clock"),
  other: id("另一个快照的标识", "Id of the other snapshot"),
  from: moment("从这一时刻起", "From this moment on"),
  to: moment("到这一时刻为止", "Up to this moment"),
  "GET /session/oidc to": {
    words: label("登录后要去的页面", "The page to go to after signing in"),
    example: "/records/opportunity",
  },
  action: { words: label("要做的操作", "What is to be done"), example: "update" },
  ability: { words: label("能力的名称", "Name of the ability"), example: "export" },
  status: { words: label("处于什么状态", "In which state"), example: "running" },
  "GET /messages status": {
    words: label("状态：queued、sent、failed、suppressed", "queued, sent, failed or suppressed"),
    example: "failed",
  },
  road: { words: label("来源，如 api、import", "The channel, e.g. api or import"), example: "import" },
  request: {
    words: label("请求编号（x-request-id）", "The number of the request (x-request-id)"),
    example: EXAMPLE_ID,
  },
  notifications: { words: label("1：含系统通知", "1: with notifications"), example: "1" },
  format: { words: label("文件格式", "Format of the file"), example: "json" },
  offset: {
    words: label("这一段从第几个字节开始", "The byte at which this piece begins"),
    example: "4194304",
  },
  download: { words: label("1：作为附件下载", "1: as a file to be kept"), example: "1" },
  unread: { words: label("1：只看未读", "1: only what is unread"), example: "1" },
  outcome: { words: label("只看这种结果的行", "Only rows with this outcome"), example: "failed" },
  box: {
    words: label("decide：待我审批；asked：我发起的", "decide: what waits for me; asked: my requests"),
    example: "decide",
  },
  drafts: { words: label("含草稿", "Drafts as well"), example: true, schema: truth },

  reason: {
    words: label(
      "推进时会写的理由；据此判断需要理由的关卡",
      "The reason that a move would be given with: what asks for one is judged by it",
    ),
    example: "Signed on paper",
  },
  state: { words: label("over：只看已到期的", "over: only those that are over"), example: "over" },
  people: {
    words: label("成员的标识，逗号分隔", "Ids of members, separated by commas"),
    example: EXAMPLE_ID,
  },
  whose: { words: label("看谁的：mine、team 或 all", "Whose: mine, team or all"), example: "mine" },
  about: {
    words: label(
      "哪些记录的号码，如 opportunity:标识，逗号分隔",
      "Numbers of which records, such as opportunity:id, separated by commas",
    ),
    example: `opportunity:${EXAMPLE_ID}`,
  },
  pipeline: id("流程的标识", "Id of the pipeline"),
};
export const parameterOf = (method: string, path: string, name: string): Parameter | undefined =>
  PARAMETERS[`${method} ${path} ${name}`] ?? PARAMETERS[name];
