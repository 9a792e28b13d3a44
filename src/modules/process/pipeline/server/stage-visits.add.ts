import {
  type Add,
  type Added,
  type HookInput,
  type Workspace,
  type WrittenAlong,
  newId,
  systemTable,
  wholeMonths,
} from "../../../../engine/public.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change, ImportedMove } from "../../../../shared/metadata/hooks.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { textOrNull } from "../../../../shared/metadata/wire-value.ts";
import { stageOf } from "../shared/pipeline.ts";
import { loadPipelines, type Pipelines } from "./load-pipelines.ts";
import { hasStage, moveOf, type StageChange } from "./move-of.ts";
import { passageOf } from "./passage.ts";
import { isRewritten, retellVisits } from "./retell-visits.ts";
import { workingDaysBetween } from "./working-days.ts";

/**
 * Every stay in a stage is kept: when it began and ended, by whom, on which road, how long in calendar time
 * and working days.
 */
export const stageVisits: Add = {
  word: "add",
  name: "stage.visits",
  label: label("记录每次进入和离开阶段", "Records each visit to a stage"),
  applies: hasStage,
  writes: [],
  run: async (input) => {
    const { tx, context, object, changes } = input;
    const undone = changes.filter(({ retracting }) => retracting);
    const restored = changes.filter(({ restoring }) => restoring);
    const ledger: Ledger[] = [
      ...(undone.length > 0 ? [setAside(context.workspace, undone)] : []),
      ...(restored.length > 0 ? [takeBack(context.workspace, restored)] : []),
    ];
    const pipelines = await loadPipelines(tx, context);
    ledger.push(...(await retellVisits(input, changes.filter(isRewritten))));
    const moves = changes
      .filter((change) => !isRewritten(change))
      .flatMap((change) => moveOf(object, change, pipelines) ?? []);
    if (moves.length === 0) return { ledger };
    const left = moves.flatMap((move) => (move.from ? [leaving(input, move)] : []));
    const visits = moves.flatMap((move) => entering(input, move, pipelines));
    // What only begins is written with its record.
    if (left.length === 0 && ledger.length === 0) return { along: [enterAlong(context.workspace, visits)] };
    return { ledger: [...ledger, writeVisits(context.workspace, left, visits)] };
  },
};

const COLUMNS =
  "id, object, record, pipeline, pipeline_version, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override, override_unmet, skipped, working_days, recorded";
const ALL = `${COLUMNS}, calendar_seconds`;

type Ledger = NonNullable<Added["ledger"]>[number];

/** What never was leaves the ledger with its record, and comes back with it. */
function setAside(workspace: Workspace, undone: readonly Change[]): Ledger {
  const [table, aside] = [
    systemTable(workspace, "stage_visit"),
    systemTable(workspace, "stage_visit_retracted"),
  ];
  return {
    text: `with gone as (delete from ${table} v using jsonb_to_recordset($1::jsonb) as x(gone uuid, seq bigint) where v.record = x.gone returning v.*, x.seq)
insert into ${aside} (${ALL}, retracted) select ${ALL}, seq from gone`,
    values: [JSON.stringify(undone.map(({ id, seq }) => ({ gone: id, seq: seq ?? 0 })))],
  };
}
function takeBack(workspace: Workspace, restored: readonly Change[]): Ledger {
  const [table, aside] = [
    systemTable(workspace, "stage_visit"),
    systemTable(workspace, "stage_visit_retracted"),
  ];
  return {
    // Only what the deletion set aside: a visit that was told otherwise before it stays where it is.
    text: `with back as (delete from ${aside} a where a.record = any($1::uuid[]) and not exists (select from ${table} v where v.record = a.record)
        and a.retracted = (select max(o.retracted) from ${aside} o where o.record = a.record) returning *) insert into ${table} (${ALL}) select ${ALL} from back`,
    values: [restored.map(({ id }) => id)],
  };
}
const enterAlong =
  (workspace: Workspace, visits: readonly Values[]): WrittenAlong =>
  (parts) =>
    parts.push(
      `entered as (${enterVisits(systemTable(workspace, "stage_visit"), parts.param(JSON.stringify(visits), "jsonb"))})`,
    );

/**
 * The stays that end are sought in the months in which they can have begun, as over all months of the ledger
 * an update takes many times as long to plan. The months stand in the text itself, so that a move by itself
 * is planned once for these and kept prepared.
 */
function writeVisits(workspace: Workspace, left: readonly Leaving[], visits: readonly Values[]): Ledger {
  const table = systemTable(workspace, "stage_visit");
  const values = [JSON.stringify(visits)];
  if (left.length === 0) return { name: "visits", text: enterVisits(table, "$1::jsonb"), values };
  // A stay begins with `stage_entered_at`, or later where only the pipeline changed.
  const months = wholeMonths(
    left.map(({ entered }) => entered),
    left.map(({ left_at }) => left_at),
  );
  const [only] = left;
  const one = left.length === 1 && only ? [only.record] : [];
  return {
    text: `with ended as (${leaveVisits(table, months, one.length > 0)})\n${enterVisits(table, "$1::jsonb")}`,
    values: [...values, JSON.stringify(left), ...one],
    ...(one.length > 0 ? { name: "visits" } : {}),
  };
}
const enterVisits = (
  table: string,
  rows: string,
): string => `insert into ${table} (${COLUMNS}, calendar_seconds)
select ${COLUMNS}, extract(epoch from left_at - entered_at)
from jsonb_to_recordset(${rows}) as x(id uuid, object text, record uuid, pipeline uuid, pipeline_version integer, stage text, stage_type text, entered_at timestamptz, left_at timestamptz,
  entered_by uuid, left_by uuid, road text, imported boolean, previous_stage text, next_stage text, reason text, override text, override_unmet jsonb, skipped text[], working_days integer, recorded bigint)`;
const leaveVisits = (
  table: string,
  [since, until]: readonly [string, string],
  isOne: boolean,
): string => `update ${table} v set left_at = x.left_at, left_by = x.left_by, next_stage = x.next_stage, working_days = x.working_days,
    calendar_seconds = extract(epoch from greatest(x.left_at - v.entered_at, interval '0'))
  from jsonb_to_recordset($2::jsonb) as x(record uuid, left_at timestamptz, left_by uuid, next_stage text, working_days integer)
  where v.record = x.record and v.left_at is null and v.entered_at >= '${since}' and v.entered_at < '${until}'${isOne ? " and v.record = $3::uuid" : ""}`;

interface Leaving {
  readonly record: string;
  readonly left_at: string;
  readonly left_by: string | null;
  readonly next_stage: string | null;
  readonly working_days: number | null;
  /** When the record came into the stage; null where that is not known. */
  readonly entered: string | null;
}
function leaving({ context }: HookInput, { change, name }: StageChange): Leaving {
  const entered = partOf(staged, change.before).stage_entered_at ?? null;
  return {
    record: change.id,
    left_at: change.now,
    left_by: change.actor,
    next_stage: name,
    working_days: entered ? workingDaysBetween(context, entered, change.now) : null,
    entered,
  };
}
/** One visit for a move; for a record told with its past one per run of states in the same stage. */
function entering(input: HookInput, move: StageChange, pipelines: Pipelines): readonly Values[] {
  const { change, from } = move;
  const { context, object, request } = input;
  const { unmet, skipped } = passageOf(input, change.id);
  const stays = staysOf(object, change);
  const { department } = partOf(staged, change.after);
  return stays.map((stay, index): Values => {
    const next = stays[index + 1];
    const pipeline = pipelines.find(stay.pipeline, department);
    return {
      id: newId(),
      object: object.name,
      record: change.id,
      pipeline: stay.pipeline,
      pipeline_version: pipeline?.version ?? null,
      stage: stay.stage,
      stage_type: (pipeline ? stageOf(pipeline.definition, stay.stage)?.type : undefined) ?? "open",
      entered_at: stay.at,
      left_at: next?.at ?? null,
      entered_by: stay.told ? stay.told.by : change.actor,
      left_by: next ? (next.told ? next.told.by : change.actor) : null,
      road: change.road,
      imported: change.past !== undefined,
      previous_stage: stays[index - 1]?.stage ?? from?.name ?? null,
      next_stage: next?.stage ?? null,
      reason: stay.told ? (stay.told.reason ?? null) : (request.reason ?? null),
      // What is told of a stay stands; that the file's gates were passed is in the log of the import.
      override: stay.told
        ? (stay.told.override ?? null)
        : unmet.length > 0 && !next
          ? (request.override?.reason ?? null)
          : null,
      override_unmet:
        unmet.length > 0 && !next && !stay.told
          ? unmet.map(({ code, criterion, field }) => ({
              code,
              criterion: criterion ?? null,
              field: field ?? null,
            }))
          : null,
      skipped: stay.told ? (stay.told.skipped ?? null) : skipped.length > 0 && !next ? skipped : null,
      working_days: next ? workingDaysBetween(context, stay.at, next.at) : null,
      recorded: change.seq ?? null,
    };
  });
}

interface Stay {
  readonly stage: string;
  readonly pipeline: string;
  readonly at: string;
  readonly told?: ImportedMove;
}
function staysOf(object: CatalogObject, { past, after, now }: Change): readonly Stay[] {
  const field = object.stageField ?? "";
  const states: NonNullable<Change["past"]> =
    past && past.length > 0
      ? past.map((state) => ({ ...state, values: { ...after, ...state.values } }))
      : [{ at: now, values: after }];
  const stays: Stay[] = [];
  for (const { at, values, told } of states) {
    const stage = textOrNull(values[field]);
    const { pipeline } = partOf(staged, values);
    const last = stays.at(-1);
    if (stage && pipeline && (last?.stage !== stage || last.pipeline !== pipeline))
      stays.push({ stage, pipeline, at, ...(told ? { told } : {}) });
  }
  return stays;
}
