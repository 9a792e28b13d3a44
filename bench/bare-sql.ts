/**
 * A write as one would spell it by hand: row, superseded version and log in one statement, committed by
 * itself.
 */
export interface BareWrite {
  readonly text: string;
  readonly values: (body: Readonly<Record<string, unknown>>) => unknown[];
}
const LOG = `insert into w_main.changes (seq, at, object, record, version, kind, actor, actor_kind, road, before, after)`;
const COPIED = `id, version, owner, department, created_at, created_by, updated_at, updated_by, external_id, source_system, name, account, contact, stage, pipeline, pipeline_version,
  stage_type, stage_entered_at, gate_state, product, amount, amount__currency, amount__base, close_date, probability, forecast_category, source, type, requirement, budget_confirmed,
  competitor, next_step, next_at, lost_reason, lost_detail, description, valid_from, recorded, deleted_at, deleted_by`;
const keep = (source: string): string => `insert into w_main.h_opportunity (${COPIED}, valid_to, period)
    select ${COPIED.split(",")
      .map((column) => `t.${column.trim()}`)
      .join(
        ", ",
      )}, clock_timestamp(), (extract(year from now()) * 12 + extract(month from now()) - 1)::int from w_main.o_opportunity t join ${source} e on e.id = t.id`;

const create: BareWrite = {
  text: `with input as materialized (select *, nextval('w_main.changes_seq') as seq from json_to_recordset($1::json) as r(id uuid, owner uuid, department uuid, name text, account uuid, pipeline uuid, amount numeric, close_date date)),
    made as (insert into w_main.o_opportunity (id, version, owner, department, created_at, created_by, updated_at, updated_by, name, account, stage, pipeline, pipeline_version, stage_type, stage_entered_at,
      amount, amount__currency, amount__base, close_date, probability, forecast_category, budget_confirmed, valid_from, recorded)
      select id, 1, owner, department, now(), owner, now(), owner, name, account, 'discovery', pipeline, 1, 'open', now(), amount, 'CNY', amount, close_date, 10, 'pipeline', false, now(), seq from input returning *),
    logged as (${LOG} select seq, now(), 'opportunity', id, 1, 'create', owner, 'person', 'api', '{}', to_jsonb(input) from input)
    select * from made`,
  values: (body) => [JSON.stringify(body["rows"])],
};

/** Changes `next_step`, or the stage when one is given, of the records of these ids. */
const update: BareWrite = {
  text: `with edit as materialized (select id, nextval('w_main.changes_seq') as seq from unnest($1::uuid[]) as u(id)),
    kept as (${keep("edit")}),
    logged as (${LOG} select e.seq, now(), 'opportunity', t.id, t.version + 1, 'update', t.owner, 'person', 'api', jsonb_build_object('next_step', t.next_step, 'stage', t.stage), jsonb_build_object('next_step', $2::text, 'stage', $3::text) from edit e join w_main.o_opportunity t on t.id = e.id)
    update w_main.o_opportunity t set version = t.version + 1, next_step = coalesce($2::text, t.next_step), stage = coalesce($3::text, t.stage), stage_entered_at = case when $3::text is null then t.stage_entered_at else now() end,
      updated_at = now(), valid_from = clock_timestamp(), recorded = e.seq from edit e where t.id = e.id returning t.*`,
  values: (body) => [body["ids"], body["next_step"] ?? null, body["stage"] ?? null],
};

export const BARE_WRITES: Readonly<Record<string, BareWrite>> = { create, update };
