import { nameKey } from "../../src/shared/text/name-key.ts";
import { cell } from "./copy-in.ts";
import { periodOf } from "./deal-moment.ts";

/** A deal as one version has it, in the words of the columns; absent is null. */
export interface DealVersion {
  readonly id: string;
  readonly version: number;
  readonly name: string;
  readonly account: string;
  readonly contact: string | null;
  readonly product: string | null;
  readonly owner: string;
  readonly department: string | null;
  readonly created_at: string;
  readonly created_by: string | null;
  readonly updated_at: string;
  readonly updated_by: string | null;
  readonly pipeline: string;
  readonly pipeline_version: number;
  readonly stage: StageFacts;
  readonly stage_entered_at: string;
  readonly amount: string;
  readonly currency: string;
  readonly close_date: string;
  readonly source: string;
  readonly next_step: string | null;
  readonly lost_reason: string | null;
  readonly slip_count: number;
  readonly slip_days: number;
  /** Number in the log of the change that made it. */
  readonly recorded: number;
  /** Stages left out on the way into the present one. */
  readonly skipped: readonly string[] | null;
}
export interface StageFacts {
  readonly name: string;
  readonly type: "open" | "won" | "lost";
  readonly probability: string;
  readonly forecast_category: string;
}

const CELLS: Readonly<Record<string, (deal: DealVersion) => string>> = {
  id: (deal) => deal.id,
  version: (deal) => String(deal.version),
  owner: (deal) => deal.owner,
  department: (deal) => deal.department ?? "\\N",
  created_at: (deal) => deal.created_at,
  created_by: (deal) => deal.created_by ?? "\\N",
  updated_at: (deal) => deal.updated_at,
  updated_by: (deal) => deal.updated_by ?? "\\N",
  name: (deal) => cell(deal.name),
  name__order: (deal) => cell(keyOf(deal.name)),
  account: (deal) => deal.account,
  contact: (deal) => deal.contact ?? "\\N",
  product: (deal) => deal.product ?? "\\N",
  stage: (deal) => deal.stage.name,
  pipeline: (deal) => deal.pipeline,
  pipeline_version: (deal) => String(deal.pipeline_version),
  stage_type: (deal) => deal.stage.type,
  stage_entered_at: (deal) => deal.stage_entered_at,
  amount: (deal) => deal.amount,
  amount__currency: (deal) => deal.currency,
  amount__base: (deal) => deal.amount,
  close_date: (deal) => deal.close_date,
  probability: (deal) => deal.stage.probability,
  forecast_category: (deal) => deal.stage.forecast_category,
  source: (deal) => deal.source,
  budget_confirmed: () => "f",
  next_step: (deal) => cell(deal.next_step),
  lost_reason: (deal) => deal.lost_reason ?? "\\N",
  slip_count: (deal) => String(deal.slip_count),
  slip_days: (deal) => String(deal.slip_days),
  valid_from: (deal) => deal.updated_at,
  recorded: (deal) => String(deal.recorded),
};

/** Versions of a deal come one after the other and share its name; pinyin is dear. */
let known = { name: "", key: "" };
function keyOf(name: string): string {
  if (known.name !== name) known = { name, key: nameKey(name) };
  return known.key;
}

/** Makes rows of the live table and of history, in the order of `columns`. */
export function rowMaker(columns: readonly string[]): {
  readonly live: (deal: DealVersion) => string;
  readonly past: (deal: DealVersion, until: string) => string;
} {
  const cells = columns.map((name) => CELLS[name]);
  const live = (deal: DealVersion): string => {
    let line = "";
    for (let at = 0; at < cells.length; at += 1)
      line += `${at === 0 ? "" : "\t"}${cells[at]?.(deal) ?? "\\N"}`;
    return line;
  };
  return { live, past: (deal, until) => `${live(deal)}\t${until}\t${periodOf(until)}` };
}

type Logged = Exclude<
  keyof DealVersion,
  | "id"
  | "version"
  | "stage"
  | "amount"
  | "currency"
  | "recorded"
  | `${"created" | "updated"}_${"at" | "by"}`
  | "pipeline_version"
>;
/** The fields that changes of deals are about; stage and amount are spelled apart. */
const LOGGED: readonly Logged[] = [
  "name",
  "owner",
  "department",
  "stage_entered_at",
  "close_date",
  "next_step",
  "lost_reason",
  "account",
  "contact",
  "product",
  "source",
  "pipeline",
  "slip_count",
  "slip_days",
];
const OF_STAGE = [
  ["stage", "name"],
  ["stage_type", "type"],
  ["probability", "probability"],
  ["forecast_category", "forecast_category"],
] as const;

/** What differs from `other` (of a creation: what has a value), as the log spells it. */
function spelled(deal: DealVersion, other: DealVersion | null): string {
  let text = "";
  for (const name of LOGGED)
    if (deal[name] !== (other ? other[name] : null)) text += `,"${name}":${JSON.stringify(deal[name])}`;
  if (deal.stage !== other?.stage)
    for (const [name, part] of OF_STAGE)
      if (deal.stage[part] !== other?.stage[part]) text += `,"${name}":"${deal.stage[part]}"`;
  if (deal.amount !== other?.amount)
    text += `,"amount":{"amount":"${deal.amount}","currency":"${deal.currency}"}`;
  return text.slice(1);
}

export const CHANGE_COLUMNS = [
  "seq",
  "at",
  "object",
  "record",
  "version",
  "kind",
  "actor",
  "actor_kind",
  "road",
  "before",
  "after",
  "note",
  "request",
] as const;
export interface Told {
  readonly actor: string | null;
  readonly actorKind: string;
  readonly road: string;
  readonly request: string;
}
/** The log's row of a deal's creation or change. */
export function changeRow(
  before: DealVersion | null,
  after: DealVersion,
  { actor, actorKind, road, request }: Told,
): string {
  const was = before ? storedTimes(spelled(before, after), before.stage_entered_at) : "";
  const is =
    spelled(after, before) +
    (before ? "" : `,"budget_confirmed":false,"pipeline_version":${after.pipeline_version}`);
  const kind = before ? "update" : "create";
  const note =
    before && before.stage !== after.stage && after.skipped
      ? cell(JSON.stringify({ skipped: after.skipped }))
      : "\\N";
  return `${after.recorded}\t${after.updated_at}\topportunity\t${after.id}\t${after.version}\t${kind}\t${actor ?? "\\N"}\t${actorKind}\t${road}\t${cell(`{${was}}`)}\t${cell(`{${is}}`)}\t${note}\t${request}`;
}

/** What stood before was read from the database, which tells microseconds. */
const storedTimes = (text: string, at: string): string =>
  text.replace(`"${at}"`, `"${at.replace(/(\.\d{3})Z$/, "$1000Z")}"`);

export const VISIT_COLUMNS = [
  "id",
  "object",
  "record",
  "pipeline",
  "pipeline_version",
  "stage",
  "stage_type",
  "entered_at",
  "left_at",
  "entered_by",
  "left_by",
  "road",
  "imported",
  "previous_stage",
  "next_stage",
  "skipped",
  "calendar_seconds",
  "working_days",
] as const;
export interface Visit {
  readonly id: string;
  readonly entered: string;
  readonly enteredBy: string | null;
  readonly road: string;
  readonly previous: string | null;
  readonly left?: {
    readonly at: string;
    readonly by: string | null;
    readonly next: string;
    readonly seconds: number;
    readonly workingDays: number;
  };
}
/** A stay in the stage that `deal` is in. */
export function visitRow(deal: DealVersion, { id, entered, enteredBy, road, previous, left }: Visit): string {
  const end = left
    ? `${left.at}\t${enteredBy ?? "\\N"}\t${left.by ?? "\\N"}`
    : `\\N\t${enteredBy ?? "\\N"}\t\\N`;
  const skipped = deal.skipped ? `{${deal.skipped.join()}}` : "\\N";
  const after = left
    ? `${left.next}\t${skipped}\t${left.seconds.toFixed(6)}\t${left.workingDays}`
    : `\\N\t${skipped}\t\\N\t\\N`;
  return `${id}\topportunity\t${deal.id}\t${deal.pipeline}\t${deal.pipeline_version}\t${deal.stage.name}\t${deal.stage.type}\t${entered}\t${end}\t${road}\tf\t${previous ?? "\\N"}\t${after}`;
}
