import { type HookInput, type Workspace, newId, statement, systemTable } from "../../../../engine/public.ts";
import {
  arrayOf,
  bigint,
  boolean,
  integer,
  json,
  orNull,
  text,
  timestamptz,
  uuid,
} from "../../../../platform/db/columns.ts";
import { spelled, sql } from "../../../../platform/db/sql.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { passageOf } from "./passage.ts";
import { settleVisits, VISIT_COLUMNS, type Visit } from "./settle-visits.ts";

type Stored = Visit & { readonly id: string; readonly record: string };
interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}
export const isRewritten = (change: Change): boolean =>
  change.before !== null && !change.deleting && change.past !== undefined;

/** Visits of existing records whose past is told anew, or whose changes never were. */
export async function retellVisits(
  input: HookInput,
  changes: readonly Change[],
): Promise<readonly Statement[]> {
  const { context, object, request } = input;
  if (changes.length === 0) return [];
  const { visits, aside } = await readVisits(input, changes);
  const { zone, calendar } = context.company;
  const gone: { id: string; seq: number }[] = [];
  const made: object[] = [];
  for (const change of changes) {
    const life = (change.past ?? []).map((state) => ({
      ...state,
      values: { ...change.after, ...state.values },
    }));
    const { unmet, skipped } = passageOf(input, change.id);
    const isPassed = unmet.length > 0;
    const settled = settleVisits(
      visits.get(change.id) ?? [],
      aside.get(change.id) ?? [],
      life,
      object.stageField ?? "",
      {
        object: object.name,
        record: change.id,
        actor: change.actor,
        road: change.road,
        reason: request.reason ?? null,
        override: isPassed ? (request.override?.reason ?? null) : null,
        unmet: isPassed
          ? unmet.map(({ code, criterion, field }) => ({
              code,
              criterion: criterion ?? null,
              field: field ?? null,
            }))
          : null,
        skipped: skipped.length > 0 ? skipped : null,
        workingDays: (from, to) => Math.max(0, calendar.between(dayIn(zone, from), dayIn(zone, to))),
      },
    );
    gone.push(...settled.gone.map(({ id }) => ({ id, seq: change.seq ?? 0 })));
    made.push(...settled.made.map((visit) => ({ ...visit, id: newId(), recorded: change.seq ?? null })));
  }
  return [
    ...(gone.length > 0 ? [putAside(context.workspace, changes, gone)] : []),
    ...(made.length > 0 ? [bring(context.workspace, made)] : []),
  ];
}

const NAMES = spelled(VISIT_COLUMNS.join(", "));
export const visitsAndAside = statement(
  {
    id: uuid,
    object: text,
    record: uuid,
    pipeline: orNull(uuid),
    pipeline_version: orNull(integer),
    stage: text,
    stage_type: text,
    entered_at: timestamptz,
    left_at: orNull(timestamptz),
    entered_by: orNull(uuid),
    left_by: orNull(uuid),
    road: text,
    imported: boolean,
    previous_stage: orNull(text),
    next_stage: orNull(text),
    reason: orNull(text),
    override: orNull(text),
    override_unmet: orNull(json<WireValue>()),
    skipped: orNull(arrayOf(text)),
    working_days: orNull(integer),
    retracted: orNull(bigint),
  },
  ({ system }, records: readonly string[]) =>
    sql`select id, ${NAMES}, null::bigint as retracted from ${system("stage_visit")} where record = any(${records}::uuid[])
      union all select id, ${NAMES}, retracted from ${system("stage_visit_retracted")} where record = any(${records}::uuid[]) order by retracted nulls first, entered_at`,
);

async function readVisits({ tx, context }: HookInput, changes: readonly Change[]) {
  const rows = await tx.query(
    visitsAndAside(
      context.workspace,
      changes.map(({ id }) => id),
    ),
  );
  const of = (isAside: boolean): Map<string, Stored[]> => {
    const found = new Map<string, Stored[]>();
    for (const { retracted, ...row } of rows)
      if ((retracted !== null) === isAside) found.set(row.record, [...(found.get(row.record) ?? []), row]);
    return found;
  };
  return { visits: of(false), aside: of(true) };
}

const KEPT = ["id", ...VISIT_COLUMNS, "recorded"].join(", ");
const ALL = `${KEPT}, calendar_seconds`;

function putAside(
  workspace: Workspace,
  changes: readonly Change[],
  gone: readonly { id: string; seq: number }[],
): Statement {
  return {
    text: `with gone as (delete from ${systemTable(workspace, "stage_visit")} v using jsonb_to_recordset($1::jsonb) as x(gone uuid, seq bigint)
        where v.record = any($2::uuid[]) and v.id = x.gone returning v.*, x.seq)
      insert into ${systemTable(workspace, "stage_visit_retracted")} (${ALL}, retracted) select ${ALL}, seq from gone`,
    values: [JSON.stringify(gone.map(({ id, seq }) => ({ gone: id, seq }))), changes.map(({ id }) => id)],
  };
}
function bring(workspace: Workspace, made: readonly object[]): Statement {
  return {
    text: `insert into ${systemTable(workspace, "stage_visit")} (${ALL})
      select ${KEPT}, case when left_at is not null then extract(epoch from greatest(left_at - entered_at, interval '0')) end
      from jsonb_to_recordset($1::jsonb) as x(id uuid, object text, record uuid, pipeline uuid, pipeline_version integer, stage text, stage_type text, entered_at timestamptz,
        left_at timestamptz, entered_by uuid, left_by uuid, road text, imported boolean, previous_stage text, next_stage text, reason text, override text, override_unmet jsonb, skipped text[],
        working_days integer, recorded bigint)`,
    values: [JSON.stringify(made)],
  };
}
