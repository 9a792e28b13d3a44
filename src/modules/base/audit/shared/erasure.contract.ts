import { label } from "../../../../shared/i18n/label.ts";
import { contract, FILE } from "../../../../shared/wire/contract.ts";
import {
  choice,
  closed,
  data,
  flag,
  mapOf,
  object,
  optional,
  text,
  values,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** Grounds of the law on which a person is erased. */
export const LEGAL_BASES = ["asked", "consent_withdrawn", "purpose_done", "period_over", "unlawful"] as const;
export type LegalBasis = (typeof LEGAL_BASES)[number];

const ErasureWish = closed({
  object: text({ maxLength: 60 }),
  id: text({ maxLength: 36 }),
  legal_basis: choice(...LEGAL_BASES),
  reason: optional(text({ maxLength: 1000 })),
  /** Notes, activities, tasks and files that hang on the person too. */
  attachments: flag(),
});
export type ErasureWish = Static<typeof ErasureWish>;

/** How many records by object. */
const Counts = mapOf(whole());
const ErasurePreview = object({ erased: Counts, kept: Counts });
export type ErasurePreview = Static<typeof ErasurePreview>;

export const requestErasure = contract({
  method: "POST",
  path: "/erasures",
  tag: "privacy",
  summary: label("申请删除一个人的信息", "Ask for the erasure of a person"),
  description: label(
    "申请删除一个人的信息，由另一人批准后执行。",
    "Asks for the erasure of a person; carried out once somebody else approves.",
  ),
  body: ErasureWish,
  status: 201,
  answer: data(values()),
  errors: { not_a_person: 422, gone: 404, still_active: 409, open_already: 409 },
});

export const decideOnErasure = contract({
  method: "POST",
  path: "/erasures/:id/decision",
  tag: "privacy",
  summary: label(
    "批准或驳回删除申请；批准后立即执行",
    "Approve or reject an erasure; approved, it is carried out",
  ),
  description: label(
    "批准或驳回删除申请；批准后清除内容，无法恢复，留下删除记录。",
    "Approves or rejects it; approved, the data is emptied for good, with a record that it was.",
  ),
  body: closed({ approve: flag() }),
  answer: data(values()),
  /** Approved: it is being carried out. */
  also: { 202: data(values()) },
  errors: { gone: 404, not_open: 409, still_active: 409, own_request: 403 },
});

export const previewErasure = contract({
  method: "GET",
  path: "/erasures/preview",
  tag: "privacy",
  summary: label("删除会涉及哪些记录，哪些会保留", "What an erasure would empty, and what would stay"),
  description: label(
    "列出删除会清空哪些记录和字段，哪些依法保留。",
    "Which records and fields an erasure would empty, and which stay by law.",
  ),
  query: object({ object: text({ maxLength: 60 }), id: text({ maxLength: 36 }) }),
  answer: data(ErasurePreview),
  errors: { gone: 404 },
});

export const takePersonalData = contract({
  method: "GET",
  path: "/personal-data/:object/:id",
  tag: "privacy",
  summary: label("导出一个人的全部信息", "Export all that is kept of a person"),
  description: label(
    "导出一个人的全部信息，用于答复查阅请求。",
    "Everything kept of a person, to answer a request for access.",
  ),
  query: object({ format: optional(choice("json", "csv")) }),
  answer: FILE,
  errors: { not_a_person: 422, gone: 404 },
});
