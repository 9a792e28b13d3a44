import { ident } from "../../../../platform/db/database.ts";
import { percentile } from "../../../../engine/public.ts";
import { durationColumns } from "./durations.ts";
import { hadLeft, inWindow, named, type Prepared, selected, visitsOf } from "./insight-statement.ts";

/** By stage: calendar days beyond which a stay is unusual. */
export type Limits = Readonly<
  Record<string, { readonly days: string; readonly by: "p90_won" | "iqr"; readonly cut: string }>
>;

/**
 * With fewer won records than this the P90 of the won says little, and the fence of the quartiles is taken.
 */
const ENOUGH_WON = 10;

/**
 * By group and stage: records with stays that have ended, their days, and how many lie beyond the stage's
 * limit: the P90 of the won, else the upper quartile and one and a half times the distance of the quartiles.
 */
export function visitsStatement(prepared: Prepared): string {
  const { from, where, keyColumns, question } = prepared;
  const visits = visitsOf(prepared);
  const window = question.mode === "flow" ? ` and ${inWindow(prepared, `v."left_at"`)}` : "";
  const keys = named(prepared, "d");
  const stay =
    `select ${selected(keyColumns)}v."stage" as "_stage", t."id" as id, sum(v."calendar_days") as days, sum(coalesce(v."working_days", 0)) as working, count(*) as visits,` +
    ` bool_or(t."stage_type" = 'won') as won from ${from} join ${visits.from} on v."record" = t."id" where ${visits.where} and ${hadLeft(prepared)}${window} and ${where}` +
    ` group by ${keyColumns.map((_, at) => `${at + 1}, `).join("")}v."stage", t."id"`;
  const won = "case when d.won then d.days end";
  const [q1, q3] = [percentile("d.days", "0.25"), percentile("d.days", "0.75")];
  const limits =
    `select l.stage, case when l.wins >= ${ENOUGH_WON} then l.p90 else l.fence end as days, case when l.wins >= ${ENOUGH_WON} then 'p90_won' else 'iqr' end as by` +
    ` from (select d."_stage" as stage, count(*) filter (where d.won) as wins, ${percentile(won, "0.9")} as p90, ${q3} + 1.5 * (${q3} - ${q1}) as fence from stay d group by d."_stage") l`;
  const measures = `count(*) as n, sum(d.visits) as visits, ${durationColumns("d.days", "cal")}, ${durationColumns("d.working", "work")}, count(*) filter (where d.days > l.days) as outliers`;
  const places = Array.from({ length: keyColumns.length + 1 }, (_, at) => at + 1).join(", ");
  return `with stay as (${stay}), lim as (${limits}) select ${keys}d."_stage", min(l.days) as "_limit", min(l.by) as "_by", ${measures} from stay d join lim l on l.stage = d."_stage" group by ${places}`;
}

/**
 * By group and stage: records that stand there now, and how many of them for longer than the stage's limit.
 */
export function openStatement(prepared: Prepared, limits: Limits): string {
  const { from, where, keyColumns, question, reading } = prepared;
  const stages = Object.keys(limits);
  const stage = `t.${ident(question.stageField)}`;
  const names = reading.params.add(stages, "text[]");
  const cuts = reading.params.add(
    stages.map((name) => limits[name]?.cut ?? ""),
    "timestamptz[]",
  );
  const columns = [...keyColumns, { sql: stage, as: "_stage" }];
  const places = columns.map((_, at) => at + 1).join(", ");
  const isOverdue = `t."stage_entered_at" < (${cuts})[array_position(${names}, ${stage})]`;
  return `select ${selected(columns)}count(*) as open, count(*) filter (where ${isOverdue}) as overdue from ${from} where ${where} group by ${places}`;
}
