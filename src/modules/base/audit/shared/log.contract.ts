import { label } from "../../../../shared/i18n/label.ts";
import { contract, FILE } from "../../../../shared/wire/contract.ts";
import {
  choice,
  data,
  flag,
  list,
  literal,
  mapOf,
  moment,
  nullable,
  object,
  optional,
  page,
  text,
  uuid,
  values,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

const id = () => optional(text({ pattern: "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$" }));
const word = () => optional(text({ pattern: "^[a-z][a-z0-9_]{0,62}$" }));
const when = () =>
  optional(text({ pattern: "^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d(:\\d\\d(\\.\\d{1,6})?)?Z$" }));

/** By what the change log is narrowed; `from` and `to` are moments. */
const ChangeFilter = object({
  actor: id(),
  object: word(),
  record: id(),
  kind: word(),
  road: word(),
  from: when(),
  to: when(),
  request: optional(text({ maxLength: 80 })),
  /**
   * With the lines of the bell, which say nothing that the change they tell of does not; without it they are
   * left out unless asked for by object or record.
   */
  notifications: optional(literal("1")),
});
export type ChangeFilter = Static<typeof ChangeFilter>;

const ChangeQuery = object({
  ...ChangeFilter.properties,
  /** Below this number. */
  cursor: optional(text({ pattern: "^\\d{1,15}$" })),
});
export type ChangeQuery = Static<typeof ChangeQuery>;

const AuditChange = object({
  seq: whole(),
  at: moment(),
  object: text(),
  record: uuid(),
  title: nullable(text()),
  /** Of an object that screens do not know: its name, its fields' names, and those of their options. */
  labels: nullable(
    object({
      object: mapOf(text()),
      fields: mapOf(mapOf(text())),
      options: optional(mapOf(mapOf(mapOf(text())))),
    }),
  ),
  /** The record it is told with, where that is another one. */
  about: nullable(object({ object: text(), id: uuid() })),
  /** Name of the object of `note.cause`. */
  cause: nullable(mapOf(text())),
  kind: text(),
  road: text(),
  actor: object({ id: nullable(uuid()), name: nullable(text()), kind: text() }),
  version: whole(),
  before: values(),
  after: values(),
  note: nullable(values()),
  request: nullable(text()),
  /** Fields whose values were erased. */
  erased: list(text()),
  /** A record that the caller may not read: nothing of it is told. */
  hidden: flag(),
});
export type AuditChange = Static<typeof AuditChange>;

/** One day of the log, in the time zone of the company. */
const LogDay = object({
  day: text(),
  changes: whole(),
  /** Persons who made them; what the program did by itself has none. */
  people: whole(),
  /** How many undos among them, each once, however many records it reverted. */
  undone: whole(),
});
export type LogDay = Static<typeof LogDay>;
const { from: _from, to: _to, ...byWhat } = ChangeFilter.properties;
const DayFilter = object(byWhat);
export type DayFilter = Static<typeof DayFilter>;

/** How far a log is sealed, and how far it goes. */
const Sealed = object({ sealed: whole(), last: whole() });
const SealState = object({
  newest: nullable(object({ number: whole(), digest: text(), at: moment() })),
  changes: Sealed,
  access: Sealed,
});
export type SealState = Static<typeof SealState>;

const CheckAnswer = object({
  whole: flag(),
  seals: whole(),
  rows: whole(),
  broken: list(
    object({
      /** See `Broken` in `check-seals.ts`. */
      what: choice("changed", "missing", "inserted", "unlinked", "unerased", "replaced"),
      log: choice("changes", "access_log"),
      position: whole(),
      seal: whole(),
    }),
  ),
});
export type CheckAnswer = Static<typeof CheckAnswer>;

export const readChangeLog = contract({
  method: "GET",
  path: "/audit/changes",
  tag: "audit",
  summary: label("变更日志，最新在前", "The change log, newest first"),
  description: label(
    "返回全部变更，可按对象、记录、操作人、来源和时间筛选。",
    "All changes, by object, record, author, channel and time.",
  ),
  query: ChangeQuery,
  answer: page(AuditChange),
});

export const readLogDays = contract({
  method: "GET",
  path: "/audit/days",
  tag: "audit",
  summary: label("近 30 天每天的改动数", "Changes on each of the last 30 days"),
  description: label(
    "返回每天有多少次改动、几个人、多少次撤销，可与日志一样筛选。",
    "How many changes a day, by how many people, how many undone; filtered as the log is.",
  ),
  query: DayFilter,
  /** The oldest first, the last one is today; days without a change are there, too. */
  answer: data(list(LogDay)),
});

export const exportChangeLog = contract({
  method: "POST",
  path: "/audit/export",
  tag: "audit",
  summary: label("把变更日志导出为 CSV", "Export the change log as CSV"),
  description: label(
    "把筛选出的变更导出为 CSV，计入导出限额并留痕。",
    "The chosen changes as CSV; counts towards the export limits and is recorded.",
  ),
  body: ChangeFilter,
  answer: FILE,
  errors: { export_rows_limit: 422, export_rows_limit_left: 422, export_daily_limit: 422 },
});

export const readSeals = contract({
  method: "GET",
  path: "/audit/seals",
  tag: "audit",
  summary: label("封存状态与最新的封存", "How far the logs are sealed, and the newest seal"),
  description: label(
    "返回日志封存到哪里、最新的封存值，可自行留底比对。",
    "How far the logs are sealed, with the newest seal, to be kept elsewhere for comparison.",
  ),
  answer: data(SealState),
});

export const checkLogs = contract({
  method: "POST",
  path: "/audit/check",
  tag: "audit",
  summary: label("核对整条封存链", "Check the whole chain of seals"),
  description: label(
    "从头核对封存链，指出第一处不符。",
    "Checks the chain of seals from its beginning and tells where it first differs.",
  ),
  answer: data(CheckAnswer),
});
