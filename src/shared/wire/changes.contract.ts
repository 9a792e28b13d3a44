import { label } from "../i18n/label.ts";
import { contract, EVENTS } from "./contract.ts";
import {
  anyValue,
  choice,
  flag,
  list,
  literal,
  moment,
  nullable,
  object,
  oneOf,
  optional,
  page,
  text,
  values,
  whole,
  type Static,
} from "./schema.ts";

const given = () => optional(text({ maxLength: 1000 }));

/** Who did it: a person, a program, a rule. */
const Actor = object({ id: nullable(text()), name: nullable(text()), kind: nullable(text()) });
export type Actor = Readonly<Static<typeof Actor>>;
const Side = object({
  value: anyValue(),
  /** What the records are called that it points at. */
  title: optional(text()),
  erased: optional(flag()),
});
/** One line of the log as people read it: who, when, by which way, and what. */
const Described = object({
  seq: whole(),
  at: moment(),
  kind: text(),
  version: whole(),
  road: text(),
  actor: Actor,
  changes: list(object({ field: text(), before: Side, after: Side })),
  note: values(),
  imported_past: flag(),
  /** The object whose record it is about, where that is told along with another one's. */
  about: optional(text()),
  event: optional(values()),
});
export type Described = Readonly<Static<typeof Described>>;

const TimelineEntry = object({
  at: moment(),
  /** "change", "approval", or the object of what hangs on the record: "activity", "file" … */
  type: text(),
  /** A line of the log, or the record that hangs on this one. */
  data: oneOf(Described, values()),
  /** The record around which it happened, where that is not the one asked for. */
  of: optional(object({ object: text(), id: text(), title: nullable(text()) })),
  /** How many comments it has; absent: none. */
  comments: optional(whole()),
});
export type TimelineEntry = Readonly<Static<typeof TimelineEntry>>;

const told = { seq: whole(), at: moment(), object: text() };
const changed = { ...told, id: text() };
/** What must be read again because the caller's own sight of it changed. */
const FeedReset = object({
  ...told,
  type: literal("reset"),
  scope: oneOf(literal("all"), object({ id: text() })),
});
const FeedUpsert = object({
  ...changed,
  type: literal("upsert"),
  version: whole(),
  actor: nullable(text()),
  road: text(),
  values: values(),
});
const FeedDelete = object({ ...changed, type: literal("delete"), version: whole() });
/** It has left the caller's sight. */
const FeedGone = object({ ...changed, type: literal("gone") });
const FeedEntry = oneOf(FeedUpsert, FeedDelete, FeedGone, FeedReset);
export type FeedEntry = Readonly<Static<typeof FeedEntry>>;
const FeedAnswer = object({
  data: list(FeedEntry),
  /** `next` is the cursor to go on from, also when the page is empty. */
  page: object({ next: text(), more: flag() }),
});
export type FeedAnswer = Readonly<Static<typeof FeedAnswer>>;

const PAST = { bad_as_of: 400, bad_cursor: 400 } as const;
const OF_ONE = { unknown_object: 404, not_found: 404, ...PAST } as const;

export const readRecordChanges = contract({
  method: "GET",
  path: "/records/:object/:id/changes",
  tag: "records",
  summary: label("变更记录", "Changes of a record"),
  description: label(
    "返回一条记录的每次变更：谁、何时、从什么改成什么、来自哪里。",
    "Each change of a record: who, when, from what to what, and through which channel.",
  ),
  query: object({ cursor: given(), limit: given(), as_of: given() }),
  answer: page(Described),
  errors: OF_ONE,
});

export const readTimeline = contract({
  method: "GET",
  path: "/records/:object/:id/timeline",
  tag: "records",
  summary: label("时间线", "Timeline of a record"),
  description: label(
    "把跟进、任务、备注和变更按时间合在一起，新的在前。",
    "Activities, tasks, notes and changes in one course of time, newest first.",
  ),
  query: object({
    cursor: given(),
    limit: given(),
    as_of: given(),
    /** Only records that hang on it, only its tasks, or only what was changed. */
    show: optional(choice("all", "activities", "tasks", "changes")),
  }),
  answer: page(TimelineEntry),
  errors: OF_ONE,
});

export const readChanges = contract({
  method: "GET",
  path: "/changes",
  tag: "changes",
  summary: label("变更流", "Feed of changes"),
  description: label(
    "按顺序返回所有有权看到的变更，供其他系统同步；从上次的 cursor 继续，不漏不重。",
    "All changes that the caller may see in their order, for programs that keep in step: go on from the last cursor, nothing is left out or told twice.",
  ),
  query: object({ cursor: given(), objects: given(), limit: given() }),
  answer: FeedAnswer,
  errors: { bad_cursor: 400 },
});

export const followChanges = contract({
  method: "GET",
  path: "/stream",
  tag: "changes",
  summary: label("实时变更（SSE）", "Live changes (server-sent events)"),
  description: label(
    "以服务器推送事件（SSE）返回变更，断线后用 last_event_id 继续。",
    "Changes as server-sent events; after a break go on with last_event_id.",
  ),
  /** The number of the last event seen, where `Last-Event-ID` cannot be sent. */
  query: object({ last_event_id: optional(text()) }),
  answer: EVENTS,
  errors: { too_many_streams: 429 },
});
