import type { Transaction } from "../../../../platform/db/database.ts";
import {
  type LedgerReplay,
  type ReplayedLedger,
  type ReplayedRecord,
  type ReplayedStep,
  systemTable,
} from "../../../../engine/public.ts";
import type { ImportedMove } from "../../../../shared/metadata/hooks.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { type CalendarAt, calendarsOf } from "./calendars-of.ts";
import { settleVisits, VISIT_COLUMNS, type Visit } from "./settle-visits.ts";

const COLUMNS = [...VISIT_COLUMNS, "calendar_seconds"] as const;
const BATCH = 1000;

/**
 * Visits of stages follow from the changes of their records, their pipelines' versions and the calendar of
 * that moment.
 */
export const visitsFromLog: LedgerReplay = {
  open: async (tx, context): Promise<ReplayedLedger> => {
    const shadow = "pg_temp.replayed_stage_visit";
    await tx.query({
      text: `create temporary table replayed_stage_visit (like ${systemTable(context.workspace, "stage_visit")}) on commit drop`,
    });
    const calendarAt = await calendarsOf(tx, context);
    let rows = 0;
    let waiting: Visit[] = [];
    const flush = async (): Promise<void> => {
      rows += waiting.length;
      await insert(tx, shadow, waiting);
      waiting = [];
    };
    return {
      table: "stage_visit",
      shadow,
      columns: COLUMNS,
      key: "record",
      put: async (record) => {
        waiting.push(...visitsOf(record, calendarAt));
        if (waiting.length >= BATCH) await flush();
      },
      finish: async () => {
        await flush();
        return rows;
      },
    };
  },
};

async function insert(tx: Transaction, shadow: string, visits: readonly Visit[]): Promise<void> {
  if (visits.length === 0) return;
  await tx.query({
    text: `insert into ${shadow} (id, ${COLUMNS.join(", ")}) select gen_random_uuid(), ${VISIT_COLUMNS.join(", ")}, case when left_at is not null then extract(epoch from greatest(left_at - entered_at, interval '0')) end
      from jsonb_to_recordset($1::jsonb) as x(object text, record uuid, pipeline uuid, pipeline_version integer, stage text, stage_type text, entered_at timestamptz, left_at timestamptz,
        entered_by uuid, left_by uuid, road text, imported boolean, previous_stage text, next_stage text, reason text, override text, override_unmet jsonb, skipped text[], working_days integer)`,
    values: [JSON.stringify(visits)],
  });
}

function visitsOf({ object, id, steps }: ReplayedRecord, calendarAt: CalendarAt): readonly Visit[] {
  const field = object.stageField;
  if (!field) return [];
  const visits: Visit[] = [];
  let aside: Visit[] = [];
  const otherwise: Visit[] = [];
  for (const step of steps) {
    const { before, after, change } = step;
    if (change.kind === "delete" && noteOf(change).isRetracted) aside = visits.splice(0);
    if (change.kind === "restore") visits.push(...aside.splice(0));
    if (change.kind === "delete") continue;
    if (step.life) {
      const settled = retold(
        step,
        step.life,
        visits,
        otherwise,
        field,
        { object: object.name, record: id },
        calendarAt,
      );
      visits.splice(0, visits.length, ...settled);
      continue;
    }
    const [was, is] = [partOf(staged, before), partOf(staged, after)];
    if (before && before[field] === after[field] && was.pipeline === is.pipeline) continue;
    const now = is.stage_entered_at ?? change.at;
    for (const open of visits) {
      if (open.left_at !== null || !before?.[field]) continue;
      Object.assign(open, {
        left_at: now,
        left_by: change.actor,
        next_stage: after[field] ?? null,
        working_days: was.stage_entered_at ? calendarAt(change.seq)(was.stage_entered_at, now) : null,
      });
    }
    visits.push(...entered(step, field, { object: object.name, record: id }, calendarAt));
  }
  return visits;
}

/** The visits after a change by which another past is believed. */
function retold(
  { change, after }: ReplayedStep,
  told: NonNullable<ReplayedStep["life"]>,
  visits: readonly Visit[],
  otherwise: Visit[],
  field: string,
  of: { object: string; record: string },
  calendarAt: CalendarAt,
): readonly Visit[] {
  const { override, gate, reason, skipped } = noteOf(change);
  const life = told.map((state) => ({ ...state, values: { ...after, ...state.values } }));
  const { gone, made } = settleVisits(visits, otherwise, life, field, {
    ...of,
    actor: change.actor,
    road: change.road,
    reason,
    override: gate.length > 0 ? override : null,
    unmet: gate.length > 0 ? gate : null,
    skipped,
    workingDays: calendarAt(change.seq),
  });
  otherwise.push(...gone);
  return [...visits.filter((visit) => !gone.includes(visit)), ...made];
}

function entered(
  { change, before, after, past }: ReplayedStep,
  field: string,
  of: { object: string; record: string },
  calendarAt: CalendarAt,
): readonly Visit[] {
  const stays = staysOf(field, after, past);
  const { override, gate, reason, skipped } = noteOf(change);
  return stays.map(({ at, values, told }, index): Visit => {
    const next = stays[index + 1];
    const isLast = next === undefined;
    const { pipeline, pipeline_version, stage_type } = partOf(staged, values);
    return {
      ...of,
      pipeline: pipeline ?? null,
      pipeline_version: pipeline_version ?? null,
      stage: values[field] ?? null,
      stage_type: stage_type ?? "open",
      entered_at: at,
      left_at: next?.at ?? null,
      entered_by: told ? told.by : change.actor,
      left_by: next ? (next.told ? next.told.by : change.actor) : null,
      road: change.road,
      imported: past.length > 0,
      previous_stage: stays[index - 1]?.values[field] ?? before?.[field] ?? null,
      next_stage: next?.values[field] ?? null,
      reason: told ? (told.reason ?? null) : reason,
      override: told ? (told.override ?? null) : isLast && gate.length > 0 ? override : null,
      override_unmet: isLast && gate.length > 0 && !told ? gate : null,
      skipped: told ? (told.skipped ?? null) : isLast ? skipped : null,
      working_days: next ? calendarAt(change.seq)(at, next.at) : null,
    };
  });
}

interface Stay {
  readonly at: string;
  readonly values: Values;
  readonly told?: ImportedMove;
}
/** One per run of states in the same stage. */
function staysOf(field: string, after: Values, past: ReplayedStep["past"]): readonly Stay[] {
  const states: readonly Stay[] =
    past.length > 0
      ? past.map((state) => ({ ...state, values: { ...after, ...state.values } }))
      : [{ at: String(partOf(staged, after).stage_entered_at), values: after }];
  const stays: Stay[] = [];
  for (const { at, values, told } of states) {
    const last = stays.at(-1)?.values;
    const { pipeline } = partOf(staged, values);
    if (
      values[field] &&
      pipeline &&
      (last?.[field] !== values[field] || partOf(staged, last).pipeline !== pipeline)
    )
      stays.push({ at, values, ...(told ? { told } : {}) });
  }
  return stays;
}

/** What the log says of a move beside its values. */
interface MoveNote {
  /** The record was deleted as if it had never been. */
  readonly isRetracted: boolean;
  readonly reason: WireValue;
  readonly skipped: WireValue;
  /** Why a shut gate was passed. */
  readonly override: WireValue;
  /**
   * What the gate would have refused: its criteria, not the warnings of other rules that were passed with it.
   */
  readonly gate: readonly WireValue[];
}
const NONE: Readonly<Values> = {};
function noteOf({ note }: ReplayedStep["change"]): MoveNote {
  const { retracted, reason = null, skipped = null, override } = note ?? NONE;
  const { reason: why = null, waived } = isMap(override) ? override : NONE;
  const gate = (Array.isArray(waived) ? waived : [])
    .filter(isMap)
    .flatMap(({ code, criterion, field }) =>
      criterion ? [{ code: code ?? null, criterion, field: field ?? null }] : [],
    );
  return { isRetracted: retracted === true, reason, skipped, override: why, gate };
}
