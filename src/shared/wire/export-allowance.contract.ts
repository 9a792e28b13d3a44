import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { data, nullable, object, whole, type Static } from "./schema.ts";

const limits = {
  /** Rows of one export. */
  rows: nullable(whole()),
  /** Rows of one person on one day of the company's time zone. */
  daily: nullable(whole()),
};
/** How much one may take out in files; null: without limit. */
export const ExportLimits = object(limits);
export type ExportLimits = Static<typeof ExportLimits>;

/** What holds for who asks, and what is left of today. */
const ExportAllowance = object({ ...limits, used: whole(), left: nullable(whole()) });
export type ExportAllowance = Static<typeof ExportAllowance>;

export const readExportAllowance = contract({
  method: "GET",
  path: "/exports/allowance",
  tag: "imports",
  summary: label("我的导出限额与今日剩余", "My export limits and what is left today"),
  description: label(
    "返回本人每次和每天最多可导出多少条、今天还剩多少。",
    "How many records one may export at a time and in a day, and what is left today.",
  ),
  answer: data(ExportAllowance),
});
