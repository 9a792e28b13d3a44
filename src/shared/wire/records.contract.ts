import { label } from "../i18n/label.ts";
import { FIELD_RIGHTS } from "../rights/rights.ts";
import { contract, NOTHING } from "./contract.ts";
import {
  anyValue,
  choice,
  flag,
  list,
  mapOf,
  nullable,
  object,
  optional,
  text,
  values,
  whole,
  type Static,
} from "./schema.ts";

const given = () => optional(text({ maxLength: 8000 }));
/** Rich texts as they are kept, or as documents. */
const RichTextForm = choice("html", "document");
const ListQuery = object({
  /** Expression text. */
  filter: given(),
  /** "-amount,close_date" */
  sort: given(),
  fields: given(),
  expand: given(),
  search: given(),
  limit: given(),
  cursor: given(),
  count: given(),
  as_of: given(),
  known_at: given(),
  titles: given(),
  deleted: given(),
  rich_text: optional(RichTextForm),
});
const OneQuery = object({
  expand: given(),
  as_of: given(),
  known_at: given(),
  version: optional(text({ pattern: "^[0-9]{1,9}$" })),
  titles: given(),
  deleted: given(),
  rich_text: optional(RichTextForm),
});
/** Values by field, as they are written. */
export const RecordBody = mapOf(anyValue());

/** What the caller may do with a record that he sees; asked again when he does it. */
const Abilities = object({
  update: flag(),
  delete: flag(),
  /** Where the state of the record decides about a field: what the caller may do with it now. */
  fields: optional(mapOf(choice(...FIELD_RIGHTS))),
});
export type Abilities = Readonly<Static<typeof Abilities>>;
export const RecordAnswer = object({ data: values(), abilities: Abilities });
export type RecordAnswer = Readonly<Static<typeof RecordAnswer>>;

const ListAnswer = object({
  data: list(values()),
  page: object({ next: nullable(text()) }),
  total: optional(whole()),
  /** With count=bounded: the total is a floor ("10,000+"). */
  more: optional(flag()),
});
export type ListAnswer = Readonly<Static<typeof ListAnswer>>;

const MeasureFunction = choice("count", "count_distinct", "sum", "avg", "min", "max", "median", "p90");
export type MeasureFunction = Static<typeof MeasureFunction>;
/** `due` tells how near a day is: overdue, today, this_week (until Sunday), later. */
const Bucket = choice("day", "week", "month", "quarter", "year", "due");
export type Bucket = Static<typeof Bucket>;
const AggregateBody = object({
  filter: given(),
  search: given(),
  group_by: optional(
    list(object({ field: text({ maxLength: 100 }), bucket: optional(Bucket) }), { maxItems: 4 }),
  ),
  measures: list(
    object({
      fn: MeasureFunction,
      field: given(),
      /** Of a sum: each value counts by the share that this percentage of the same record says. */
      weight: given(),
    }),
    { minItems: 1, maxItems: 20 },
  ),
  as_of: given(),
  known_at: given(),
  limit: optional(whole({ minimum: 1, maximum: 1000 })),
});
export type AggregateBody = Readonly<Static<typeof AggregateBody>>;
const AggregateGroup = object({
  key: values(),
  /** In the order of the measures. */
  values: list(anyValue()),
  titles: optional(values()),
});
export type AggregateGroup = Readonly<Static<typeof AggregateGroup>>;
const AggregateAnswer = object({
  groups: list(AggregateGroup),
  /** There are further groups beyond the limit. */
  more: optional(flag()),
});
export type AggregateAnswer = Readonly<Static<typeof AggregateAnswer>>;

const PAST = { bad_as_of: 400, known_without_as_of: 400, known_before_as_of: 400 } as const;
const ASKED = { unknown_object: 404, bad_filter: 400, unknown_field: 400, bad_limit: 400, ...PAST } as const;
const SAVED = { unknown_object: 404, forbidden: 403, not_writable: 403, invalid: 422 } as const;
const SEEN = { not_found: 404, bad_match: 400, version_conflict: 409, if_match_required: 428 } as const;
const many = { tag: "records", path: "/records/:object" } as const;
const one = { tag: "records", path: "/records/:object/:id" } as const;

export const listRecords = contract({
  ...many,
  method: "GET",
  summary: label("列出记录", "List records"),
  description: label(
    "返回有权看到的记录，一页最多 500 条，用 page.next 取下一页。filter 与界面上的条件写法相同；count 才会数总数；as_of 返回过去某天的样子。",
    "The records that the caller may see, at most 500 on a page; page.next leads to the next. filter is what conditions on screen are written in, a total comes only with count, as_of asks for a day in the past.",
  ),
  query: ListQuery,
  answer: ListAnswer,
  errors: { ...ASKED, bad_cursor: 400, not_sortable: 400, not_expandable: 400, forbidden: 403 },
});

export const createRecord = contract({
  ...many,
  method: "POST",
  summary: label("新建记录", "Create a record"),
  description: label(
    "新建一条记录，未给出的字段取默认值。返回保存后的样子；带 idempotency-key 请求头时，重复发送只建一条。",
    "Creates one record; what is not given takes its default. Answers the record as it was kept. With the header idempotency-key a repeated request creates it once.",
  ),
  status: 201,
  body: RecordBody,
  answer: RecordAnswer,
  errors: { ...SAVED, bad_id: 422, id_taken: 409, duplicate: 409, gate_shut: 422 },
});

export const readRecord = contract({
  ...one,
  method: "GET",
  summary: label("读取记录", "Read a record"),
  description: label(
    "返回一条记录及本人能对它做什么。ETag 是版本号，修改时放在 if-match 里。",
    "One record, and what the caller may do with it. The ETag is its version, for if-match when it is changed.",
  ),
  query: OneQuery,
  answer: RecordAnswer,
  errors: { unknown_object: 404, not_found: 404, not_expandable: 400, ...PAST },
});

export const changeRecord = contract({
  ...one,
  method: "PATCH",
  summary: label("修改记录", "Change a record"),
  description: label(
    "只改给出的字段。if-match 里的版本不是最新时返回 409 并附上最新内容，不会覆盖别人的修改。",
    "Changes the given fields only. Where if-match names another version than the newest it answers 409 with the newest values: nobody’s change is written over.",
  ),
  /** Values by field; beside them `base`, the values as they were seen, and `reason`. */
  body: RecordBody,
  answer: RecordAnswer,
  errors: { ...SAVED, ...SEEN, duplicate: 409, gate_shut: 422 },
});

export const deleteRecord = contract({
  ...one,
  method: "DELETE",
  summary: label("移入回收站", "Move to the recycle bin"),
  description: label(
    "移入回收站，连同隶属于它的记录；在保留期限内可以恢复。",
    "Moves the record to the recycle bin, with what belongs to it; it can be restored as long as the recycle bin keeps it.",
  ),
  status: 204,
  answer: NOTHING,
  errors: { ...SAVED, ...SEEN },
});

export const restoreRecord = contract({
  ...one,
  method: "POST",
  path: "/records/:object/:id/restore",
  summary: label("从回收站恢复", "Restore from the recycle bin"),
  description: label(
    "从回收站恢复，连同一起删除的记录。唯一字段已被占用时返回 409。",
    "Brings the record back, with what was deleted along with it. Where a unique value has been taken meanwhile it answers 409.",
  ),
  answer: RecordAnswer,
  errors: { ...SAVED, not_found: 404, not_deleted: 409, duplicate: 409 },
});

export const aggregateRecords = contract({
  ...many,
  method: "POST",
  path: "/records/:object/aggregate",
  summary: label("汇总", "Aggregate"),
  description: label(
    "对有权看到的记录计数、求和、求平均等，可按最多四个字段分组，日期可按日到年归并。",
    "Counts, sums, averages and the like over the records that the caller may see, in groups by up to four fields; dates by day up to year.",
  ),
  body: AggregateBody,
  answer: AggregateAnswer,
  errors: { ...ASKED, not_groupable: 400, not_measurable: 400, bad_bucket: 400, too_many: 400 },
});
