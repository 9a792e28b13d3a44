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
    "返回首页上的商机：在谈按阶段的条数和金额、本月预计成交、已过预计成交日和停留过久的，每项附上对应的条件。",
    "The deals of the home page: open ones by stage with count and worth, those due this month, those past their day and those that stand still, each with its condition.",
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
    "返回本月已赢、承诺和与上月的差距，每个数附上对应记录的条件；没有查看金额的权限时只返回条数。",
    "Won this month, committed, and the gap to last month, each with the condition of its records; without the right to amounts, counts alone.",
  ),
  query: object({
    /** "contact:ID,opportunity:ID" */
    about: text({ pattern: "^([a-z][a-z0-9_]{0,59}:[0-9a-f-]{36}(,|$))*$", maxLength: MOST_ASKED * 98 }),
  }),
  answer: data(list(CallNumber)),
  errors: { unknown_object: 404, unknown_field: 400, bad_filter: 400, forbidden: 403 },
});
