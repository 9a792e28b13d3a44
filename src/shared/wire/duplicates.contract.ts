import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import {
  anyValue,
  choice,
  data,
  flag,
  list,
  mapOf,
  nullable,
  number,
  object,
  optional,
  text,
  uuid,
  type Static,
} from "./schema.ts";

/** A record that may be the same as the one that is looked for. */
const Duplicate = object({
  object: text(),
  /** Null when the caller may not see it; its title is masked then. */
  id: nullable(uuid()),
  title: text(),
  owner_name: nullable(text()),
  /** Nobody's. */
  in_pool: flag(),
  kind: choice("uscc", "phone", "email", "company", "similar"),
  /** 0 to 1 */
  score: number(),
  exact: flag(),
  /** Why it is taken for the same, in the caller's language. */
  reason: text(),
  /** What the company's rules make of it. */
  action: choice("block", "warn"),
});
export type Duplicate = Static<typeof Duplicate>;

const tag = "records";

export const findDuplicates = contract({
  method: "POST",
  path: "/records/:object/duplicates",
  tag,
  summary: label("查重", "Find records that may be the same"),
  description: label(
    "按查重规则查找可能相同的记录，返回相似度和理由；看不到的记录只说有，不说内容。",
    "Records that may be the same, with similarity and reasons; of what the caller may not see only that it exists.",
  ),
  /** `id`: the record that has these values already. */
  body: object({ values: mapOf(anyValue()), id: optional(text({ maxLength: 60 })) }),
  answer: data(list(Duplicate)),
  errors: { unknown_object: 404 },
});

export const rebuildDuplicateKeys = contract({
  method: "POST",
  path: "/duplicates/rebuild",
  tag,
  summary: label("重建查重键", "Make the keys for finding duplicates anew"),
  description: label(
    "修改规则后在后台重建查重键。",
    "Makes the keys anew in the background after the rules have changed.",
  ),
  status: 202,
  answer: object({}),
});
