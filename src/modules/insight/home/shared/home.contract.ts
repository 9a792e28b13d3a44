import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  decimal,
  flag,
  list,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";
import { WHOSE } from "./scope.ts";

const Sum = object({
  amount: decimal(),
  currency: text(),
  /** Of several currencies: in the company's. */
  mixed: optional(flag()),
});
export type Sum = Static<typeof Sum>;
/** How many deals, and what they are worth; null to whoever may not read amounts. */
const Figure = object({ count: whole(), sum: nullable(Sum) });
export type Figure = Static<typeof Figure>;
const StageFigure = object({
  /** Null to whoever may not read it. */
  pipeline: nullable(text()),
  stage: text(),
  count: whole(),
  sum: nullable(Sum),
});
export type StageFigure = Static<typeof StageFigure>;

const Deals = object({
  /** All open ones, and by stage. */
  open: Figure,
  stages: list(StageFigure),
  won: Figure,
  won_same_day: Figure,
  won_last_month: Figure,
  commit: Figure,
  slipped: Figure,
  due: Figure,
});
export type HomeDeals = Static<typeof Deals>;

export const readHomeDeals = contract({
  method: "GET",
  path: "/home/deals",
  tag: "home",
  summary: label(
    "首页的商机数字：本月已赢、承诺、在谈、过期",
    "Deals on the home page: won, commit, open, slipped",
  ),
  description: label(
    "返回首页上的数字：在谈及各阶段、本月已赢与上月同期和上月全月、承诺、已过预计成交日、本月预计成交，各有条数和金额；没有查看金额的权限时金额为空。",
    "The figures of the home page: open and by stage, won this month, to the same day of last month and in all of it, commit, past their close date, due this month; each with count and worth, which is null to whoever may not read amounts.",
  ),
  query: object({ whose: optional(choice(...WHOSE)) }),
  answer: data(Deals),
  errors: { unknown_object: 404, unknown_field: 400, bad_filter: 400, forbidden: 403 },
});

/** Most records that are asked about at once: more rows than a day has. */
const MOST_ASKED = 100;
const CallNumber = object({
  /** The record that was asked about. */
  object: text(),
  id: text(),
  name: text(),
  phone: text(),
});
export type CallNumber = Static<typeof CallNumber>;

export const readCallNumbers = contract({
  method: "GET",
  path: "/home/numbers",
  tag: "home",
  summary: label(
    "关于这些记录可以打给谁：联系人、线索、客户，或商机的主要联系人",
    "Whom to call about records: a contact, lead or account, or the main contact of a deal",
  ),
  description: label(
    "返回这些记录可以拨打的号码和姓名；没有权限查看或已脱敏的号码不返回。",
    "The number to call and whose it is, for each record that has one; numbers that one may not read, or that are masked, are left out.",
  ),
  query: object({
    /** "contact:ID,opportunity:ID" */
    about: text({ pattern: "^([a-z][a-z0-9_]{0,59}:[0-9a-f-]{36}(,|$))*$", maxLength: MOST_ASKED * 98 }),
  }),
  answer: data(list(CallNumber)),
  errors: { unknown_object: 404, unknown_field: 400, bad_filter: 400, forbidden: 403 },
});
