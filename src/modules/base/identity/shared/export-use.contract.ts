import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  day,
  nullable,
  object,
  page,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** Who took out how much, most first. */
const ExportUse = object({
  user: uuid(),
  name: nullable(text()),
  /** Rows. */
  today: whole(),
  week: whole(),
  month: whole(),
  /** Files of 30 days. */
  files: whole(),
  /** The last day with an export. */
  last: day(),
});
export type ExportUse = Static<typeof ExportUse>;

export const readExportUse = contract({
  method: "GET",
  path: "/exports/use",
  tag: "imports",
  summary: label("近 30 天谁导出了多少", "Who took out how much in 30 days"),
  description: label(
    "返回近 30 天每位成员导出了多少条，供管理员查看。",
    "How much each member has exported in 30 days, for administrators.",
  ),
  answer: page(ExportUse),
});
