import type { Migration } from "../../../../platform/db/migration.ts";

/**
 * `o_stage_visit`: the ledger of visits in the shape of an object's table. Calendar days have 12 decimals, so
 * that a sum of them and a figure that was computed from them compare exactly.
 */
export const analyticsMigrations: readonly Migration[] = [
  {
    id: "0400_stage_visit_view",
    scope: "workspace",
    statements: (schema) => [
      `create view ${schema}.o_stage_visit as select
        id, 1::integer as version, null::uuid as owner, null::uuid as department, entered_at as created_at, entered_by as created_by,
        coalesce(left_at, entered_at) as updated_at, coalesce(left_by, entered_by) as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
        record, object as record__object, pipeline, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override,
        case when left_at is not null then round(extract(epoch from greatest(left_at - entered_at, interval '0')) / 86400, 12) end as calendar_days, working_days::bigint as working_days,
        entered_at as valid_from, 0::bigint as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by
      from ${schema}.stage_visit`,
    ],
  },
  {
    /**
     * With the positions of the log between which visits were believed; `h_stage_visit`: those that no longer
     * are.
     */
    id: "0401_visits_as_then_known",
    scope: "workspace",
    statements: (schema) => [
      `drop view ${schema}.o_stage_visit`,
      `create view ${schema}.o_stage_visit as select ${VISIT_COLUMNS} from ${schema}.stage_visit`,
      `create view ${schema}.h_stage_visit as select ${VISIT_COLUMNS}, retracted from ${schema}.stage_visit_retracted`,
    ],
  },
  {
    /** Refused moves in the shape of an object's table; none is ever taken back. */
    id: "0402_gate_refusal_view",
    scope: "workspace",
    statements: (schema) => [
      `create view ${schema}.o_gate_refusal as select ${REFUSAL_COLUMNS} from ${schema}.gate_refusal`,
      `create view ${schema}.h_gate_refusal as select ${REFUSAL_COLUMNS}, null::bigint as retracted from ${schema}.gate_refusal where false`,
    ],
  },
];

const VISIT_COLUMNS = `id, 1::integer as version, null::uuid as owner, null::uuid as department, entered_at as created_at, entered_by as created_by,
  coalesce(left_at, entered_at) as updated_at, coalesce(left_by, entered_by) as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
  record, object as record__object, pipeline, stage, stage_type, entered_at, left_at, entered_by, left_by, road, imported, previous_stage, next_stage, reason, override,
  case when left_at is not null then round(extract(epoch from greatest(left_at - entered_at, interval '0')) / 86400, 12) end as calendar_days, working_days::bigint as working_days,
  entered_at as valid_from, coalesce(recorded, 0) as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by`;

const REFUSAL_COLUMNS = `id, 1::integer as version, null::uuid as owner, null::uuid as department, tried_at as created_at, tried_by as created_by,
  tried_at as updated_at, tried_by as updated_by, null::text collate "C" as external_id, null::text collate "C" as source_system,
  record, object as record__object, pipeline, previous_stage, stage, tried_at, tried_by,
  tried_at as valid_from, 0::bigint as recorded, null::timestamptz as deleted_at, null::uuid as deleted_by`;
