import { label } from "../i18n/label.ts";
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
const Abilities = object({ update: flag(), delete: flag() });
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
const Bucket = choice("day", "week", "month", "quarter", "year");
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
  query: ListQuery,
  answer: ListAnswer,
  errors: { ...ASKED, bad_cursor: 400, not_sortable: 400, not_expandable: 400, forbidden: 403 },
});

export const createRecord = contract({
  ...many,
  method: "POST",
  summary: label("新建记录", "Create a record"),
  status: 201,
  body: RecordBody,
  answer: RecordAnswer,
  errors: { ...SAVED, bad_id: 422, id_taken: 409, duplicate: 409, gate_shut: 422 },
});

export const readRecord = contract({
  ...one,
  method: "GET",
  summary: label("读取记录", "Read a record"),
  query: OneQuery,
  answer: RecordAnswer,
  errors: { unknown_object: 404, not_found: 404, not_expandable: 400, ...PAST },
});

export const changeRecord = contract({
  ...one,
  method: "PATCH",
  summary: label("修改记录", "Change a record"),
  /** Values by field; beside them `base`, the values as they were seen, and `reason`. */
  body: RecordBody,
  answer: RecordAnswer,
  errors: { ...SAVED, ...SEEN, duplicate: 409, gate_shut: 422 },
});

export const deleteRecord = contract({
  ...one,
  method: "DELETE",
  summary: label("移入回收站", "Move to the recycle bin"),
  status: 204,
  answer: NOTHING,
  errors: { ...SAVED, ...SEEN },
});

export const restoreRecord = contract({
  ...one,
  method: "POST",
  path: "/records/:object/:id/restore",
  summary: label("从回收站恢复", "Restore from the recycle bin"),
  answer: RecordAnswer,
  errors: { ...SAVED, not_found: 404, not_deleted: 409, duplicate: 409 },
});

export const aggregateRecords = contract({
  ...many,
  method: "POST",
  path: "/records/:object/aggregate",
  summary: label("汇总", "Aggregate"),
  body: AggregateBody,
  answer: AggregateAnswer,
  errors: { ...ASKED, not_groupable: 400, not_measurable: 400, bad_bucket: 400, too_many: 400 },
});
