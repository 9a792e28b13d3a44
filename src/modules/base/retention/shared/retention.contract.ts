import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  closed,
  data,
  labelOf,
  list,
  mapOf,
  moment,
  nullable,
  object,
  text,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** Days by name of what is kept; null: for good. */
const Days = mapOf(nullable(whole({ minimum: 1, maximum: 36_500 })), {
  names: "^[a-z_]{1,40}$",
  maxProperties: 50,
});
export type RetentionDays = Static<typeof Days>;

const RetentionKind = object({
  name: text(),
  label: labelOf(),
  description: labelOf(),
  /** The fewest days that can be set. */
  least: whole(),
  days: nullable(whole()),
});
export type RetentionKind = Static<typeof RetentionKind>;
const RetentionState = object({
  kinds: list(RetentionKind),
  /** The last run and how many it removed of each. */
  last: nullable(object({ at: moment(), removed: mapOf(whole()) })),
});
export type RetentionState = Static<typeof RetentionState>;

/** How many of each would go today. */
const RetentionCounts = mapOf(whole());
export type RetentionCounts = Static<typeof RetentionCounts>;

const common = { tag: "settings", path: "/settings/retention" } as const;

export const readRetention = contract({
  ...common,
  method: "GET",
  summary: label("保留期限", "How long things are kept"),
  description: label("返回各类内容保留多久。", "How long each kind of content is kept."),
  answer: data(RetentionState),
});

export const previewRetention = contract({
  ...common,
  method: "POST",
  path: "/settings/retention/preview",
  summary: label("按这些期限今天会清除多少", "How many would go today by these periods"),
  description: label(
    "按给出的期限，今天会清除多少。",
    "How much would be removed today by the given periods.",
  ),
  body: closed({ days: Days }),
  answer: data(RetentionCounts),
  errors: { bad_retention: 422 },
});

export const changeRetention = contract({
  ...common,
  method: "PATCH",
  summary: label("修改保留期限", "Change how long things are kept"),
  description: label(
    "修改保留期限；缩短后，超期内容在当晚清除。",
    "Changes the periods; what is past a shortened one is removed that night.",
  ),
  body: closed({ days: Days }),
  answer: data(RetentionState),
  errors: { bad_retention: 422 },
});
