import { label } from "../i18n/label.ts";
import { contract } from "./contract.ts";
import { ProblemItem } from "./problem.ts";
import { RecordBody } from "./records.contract.ts";
import {
  choice,
  data,
  flag,
  list,
  mapOf,
  nullable,
  object,
  optional,
  text,
  whole,
  type Static,
} from "./schema.ts";

/** What one request may name. */
const MAX_IDS = 10_000;
const BulkBody = object({
  ids: optional(list(text({ maxLength: 60 }), { minItems: 1, maxItems: MAX_IDS })),
  filter: optional(text({ maxLength: 8000 })),
  values: optional(RecordBody),
  /** The version that was seen of each record. */
  if_match: optional(mapOf(whole({ minimum: 0 }))),
  /**
   * The place of the log at which the records were seen, as `GET /records/{object}/seen` gives it: the way
   * for a filter.
   */
  seen: optional(whole({ minimum: 0 })),
  delete: optional(flag()),
  dry_run: optional(flag()),
  atomic: optional(flag()),
  reason: optional(text({ maxLength: 2000 })),
  override: optional(object({ reason: text({ maxLength: 2000 }) })),
});
export type BulkBody = Readonly<Static<typeof BulkBody>>;

const Done = choice("created", "updated", "deleted", "restored", "unchanged");
const BulkRow = object({
  id: text(),
  ok: flag(),
  result: optional(Done),
  /** Of a refused one. */
  status: optional(whole()),
  code: optional(text()),
  errors: optional(list(ProblemItem)),
});
export type BulkRow = Readonly<Static<typeof BulkRow>>;
const BulkAnswer = object({
  done: whole(),
  refused: whole(),
  /** More records match than were done. */
  more: flag(),
  results: list(BulkRow),
  dry_run: optional(flag()),
});
export type BulkAnswer = Readonly<Static<typeof BulkAnswer>>;

export const readSeen = contract({
  method: "GET",
  path: "/records/:object/seen",
  tag: "records",
  summary: label(
    "此刻所见：供按条件批量修改时说明所见的版本",
    "What is seen now: to say with a bulk change by filter which versions were seen",
  ),
  description: label(
    "返回一个记号，表示到此刻为止看到的变更；按条件批量修改时一并发送，之后改过的记录不会被覆盖。",
    "A mark of the changes seen so far; sent with a bulk change by filter, records that were changed later are not written over.",
  ),
  answer: data(object({ seen: whole() })),
  errors: { unknown_object: 404 },
});

export const changeMany = contract({
  method: "POST",
  path: "/records/:object/bulk",
  tag: "records",
  summary: label("批量修改或删除", "Change or delete many records"),
  description: label(
    "按标识或条件批量修改、删除。条数不多时立即完成，多时成为后台任务（202），可暂停、取消、撤销。",
    "Changes or deletes records by id or by filter. A few are done at once; many become a job (202) that can be paused, cancelled and undone.",
  ),
  body: BulkBody,
  answer: BulkAnswer,
  /** More than a few hundred become a job. */
  also: { 202: object({ id: text() }) },
  errors: { malformed: 400, unknown_object: 404, bad_filter: 400, too_many_rows: 422, bulk_refused: 422 },
});

const BatchOperation = object({
  op: choice("create", "update", "delete", "restore"),
  object: text({ maxLength: 60 }),
  id: optional(text({ maxLength: 60 })),
  values: optional(RecordBody),
  base: optional(RecordBody),
  if_match: optional(whole({ minimum: 0 })),
});
export type BatchOperation = Readonly<Static<typeof BatchOperation>>;
const BatchAnswer = data(
  list(
    object({
      object: text(),
      id: text(),
      result: Done,
      version: nullable(whole()),
    }),
  ),
);
export type BatchAnswer = Readonly<Static<typeof BatchAnswer>>;

export const saveBatch = contract({
  method: "POST",
  path: "/batch",
  tag: "records",
  summary: label("一次提交多个操作（同一事务）", "Several operations in one transaction"),
  description: label(
    "按顺序执行多个操作，要么全部成功，要么都不保存；后面的操作可以引用前面新建的记录。",
    "Carries out several operations in order: all of them or none. Later ones may refer to records that earlier ones created.",
  ),
  body: object({
    operations: list(BatchOperation, { minItems: 1, maxItems: 100 }),
    reason: optional(text({ maxLength: 2000 })),
  }),
  answer: BatchAnswer,
  errors: { unknown_reference: 422, version_conflict: 409, invalid: 422, duplicate: 409, not_found: 404 },
});
