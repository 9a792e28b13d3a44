import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { list, moment, object, text, uuid, whole, type Static } from "./schema.ts";

const Look = object({
  id: uuid(),
  name: text(),
  first_at: moment(),
  last_at: moment(),
  /** How often it was opened, at most once in ten minutes. */
  count: whole(),
});
export type Look = Readonly<Static<typeof Look>>;
/** The people who opened it lately, the last first, without the caller. */
const answer = object({ data: list(Look) });
const errors = { unknown_object: 404, not_found: 404 } as const;

/** Asked by the page of any record, so they stand beside no module. */
export const readLooks = contract({
  method: "GET",
  path: "/records/:object/:id/looks",
  tag: "records",
  summary: label("最近谁看过这条记录", "Who opened a record lately"),
  description: label(
    "返回近 90 天内打开过这条记录的其他成员，最近的在前；自己须能看到这条记录。",
    "The colleagues who opened the record within the last 90 days, the latest first; for whoever may see it.",
  ),
  answer,
  errors,
});

export const noteLook = contract({
  method: "POST",
  path: "/records/:object/:id/looks",
  tag: "records",
  summary: label("记下自己看过这条记录", "Note that one has opened a record"),
  description: label(
    "记下自己打开过这条记录，每十分钟最多记一次，并返回还有谁看过。",
    "Notes that the caller has opened the record, at most once in ten minutes, and answers who else has.",
  ),
  answer,
  errors,
});
