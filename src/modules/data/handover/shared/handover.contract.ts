import { label } from "../../../../shared/i18n/label.ts";
import { contract } from "../../../../shared/wire/contract.ts";
import {
  closed,
  data,
  flag,
  list,
  mapOf,
  nullable,
  object,
  optional,
  text,
  uuid,
  whole,
  type Static,
} from "../../../../shared/wire/schema.ts";

/** What hangs on a person: records by object and the field that names them. */
const DutyCount = object({
  object: text(),
  field: text(),
  /** Still to be worked on: these change hands. */
  open: whole(),
  /** Done, won, lost: they stay where they are. */
  closed: whole(),
});
export type DutyCount = Static<typeof DutyCount>;

/**
 * What hangs on a person beside records: consents they are asked for (sign-offs among them), consents they
 * ask for, their places in record teams, sharing rules that name them, views they made for everybody, shares
 * they gave, long work of theirs that has not ended.
 */
export const BESIDE = ["approvals", "requests", "roles", "rules", "views", "shares", "jobs"] as const;
export type BesideKind = (typeof BESIDE)[number];
const BesideCounts = object({
  approvals: whole(),
  requests: whole(),
  roles: whole(),
  rules: whole(),
  views: whole(),
  shares: whole(),
  jobs: whole(),
});
export type BesideCounts = Static<typeof BesideCounts>;

const HandoverPreview = object({
  /** Without a name where it was erased. */
  user: object({ id: uuid(), name: nullable(text()), active: flag(), manager: nullable(uuid()) }),
  duties: list(DutyCount),
  beside: BesideCounts,
  teams: whole(),
  sessions: whole(),
  keys: whole(),
});
export type HandoverPreview = Static<typeof HandoverPreview>;

const id = () => text({ maxLength: 36 });
const HandoverBody = closed({
  to: id(),
  /** Other successors by object. */
  objects: optional(mapOf(id())),
  /**
   * The person leaves, unless told otherwise: deactivated, sessions ended, keys revoked, requests withdrawn,
   * running work stopped.
   */
  deactivate: optional(flag()),
  /** End the shares that the person gave. */
  end_shares: optional(flag()),
});
/** As it is kept with the job. */
export interface HandoverPlan extends Readonly<Static<typeof HandoverBody>> {
  readonly deactivate: boolean;
}

const common = { path: "/handovers/:user", tag: "people" } as const;

export const previewHandover = contract({
  ...common,
  method: "GET",
  summary: label("交接预览：一名成员名下还有什么", "Preview of a hand-over: what still hangs on a person"),
  description: label(
    "交接之前查看：一名成员名下还有哪些未完结的工作。",
    "Before a hand-over: what open work hangs on a member.",
  ),
  answer: data(HandoverPreview),
  errors: { not_found: 404 },
});

export const beginHandover = contract({
  ...common,
  method: "POST",
  summary: label("把一名成员名下未完结的工作交给接手人", "Hand over a person’s open work"),
  description: label(
    "把未完结的工作交给一位或几位接手人，成为后台任务，可撤销。",
    "Hands the open work over to one or several colleagues, as a job that can be undone.",
  ),
  body: HandoverBody,
  status: 202,
  /** Of the job. */
  answer: object({ id: uuid() }),
  errors: { not_found: 404, bad_successor: 422, not_oneself: 422, exceeds_sight: 403 },
});
