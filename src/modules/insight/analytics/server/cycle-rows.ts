import { compileCondition, compileExpression, readingScope } from "../../../../engine/public.ts";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { quote } from "../../../../shared/expression/print.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { Cycle } from "./cycle.ts";
import { all, oneOf, visited } from "./insight-filters.ts";
import { hadLeft, type Prepared, selected, visitsOfThese } from "./insight-statement.ts";
import type { Question } from "./read-question.ts";

/** Absent: the first entry into a stage. */
export const readStart = (start: string | undefined): string =>
  start === undefined || start === "" ? "first" : start;

const TYPES = ["won", "lost"];
/** The record stands in one of the outcomes: a type, or a stage by name. */
export function closedBy({ outcomes }: Cycle): string {
  const types = outcomes.filter((name) => TYPES.includes(name));
  const names = outcomes.filter((name) => !TYPES.includes(name));
  const either = [
    types.length > 0 && oneOf("stage_type", types),
    names.length > 0 && all(oneOf("stage", names), `stage_type != "open"`),
  ].filter(Boolean);
  return either.length === 1 ? String(either[0]) : `(${either.join(" || ")})`;
}
const stageStarted = ({ start }: Cycle): readonly string[] =>
  start === "first" ? [] : [oneOf("stage", [start])];

/** The record has begun: nothing to ask where the beginning is its creation. */
export const startedBy = (question: Question, cycle: Cycle): string =>
  cycle.start === "created" ? "" : visited(question, ...stageStarted(cycle));

/** Under way, begun before the window ends (in a cohort the window is on the creation). */
export function isOpenSince(question: Question, cycle: Cycle): string {
  const bound = question.mode === "flow" ? question.until : null;
  if (cycle.start === "created") return isOpen(question, cycle);
  return all(
    isOpen(question, cycle),
    visited(question, ...stageStarted(cycle), bound ? `entered_at < ${quote(bound)}` : ""),
  );
}
/**
 * The part of it that stands in the record: whether it has begun in time, `cycleRows` knows better than a
 * subquery for each record.
 */
export function isOpen({ mode, until }: Question, { start }: Cycle): string {
  return all(
    oneOf("stage_type", ["open"]),
    mode === "flow" && start === "created" && until && `created_at < ${quote(until)}`,
  );
}

/**
 * One row per record with its keys, `kind` (event: closed as asked; other: closed otherwise; open), `days`
 * from start to close or to the moment asked about, and `working` days of what is closed.
 */
export function cycleRows(prepared: Prepared, cycle: Cycle): string {
  const { reading, question, from, where, keyColumns } = prepared;
  const { params, context, asOf } = reading;
  const moment = params.add(asOf ?? context.now, "timestamptz");
  const isEvent = compileCondition(expression(prepared, closedBy(cycle)), "t", readingScope(reading));
  const kind = `case when t."stage_type" = 'open' then 'open' when ${isEvent} then 'event' else 'other' end`;
  const end = `case when t."stage_type" = 'open' then ${moment} else t."stage_entered_at" end`;
  const isCreated = cycle.start === "created";
  const start = isCreated ? `t."created_at"` : "c.started";
  const days = `round(extract(epoch from (${end}) - ${start}) / 86400, 12)`;
  const working = isCreated
    ? compileExpression(
        expression(prepared, "WORKDAYS(DATEVALUE(created_at), DATEVALUE(stage_entered_at))"),
        "t",
        readingScope(reading),
      )
    : "c.working";
  const join = isCreated ? "" : ` join (${beginnings(prepared, cycle)}) c on c.id = t."id"`;
  const bound =
    question.mode === "flow" && !isCreated && question.until
      ? ` and (t."stage_type" <> 'open' or c.started < ${params.add(question.until, "timestamptz")})`
      : "";
  return `select ${selected(keyColumns)}${kind} as kind, ${days} as days, ${working} as working from ${from}${join} where ${where}${bound}`;
}

/** When each record began, and the working days of its stays from then on that have ended. */
function beginnings(prepared: Prepared, { start }: Cycle): string {
  const visits = visitsOfThese(prepared);
  const worked = (where: string): string =>
    `coalesce(sum(v."working_days") filter (where ${where}), 0) as working`;
  if (start === "first")
    return `select v."record" as id, min(v."entered_at") as started, ${worked(hadLeft(prepared))} from ${visits.from} where ${visits.where} group by v."record"`;
  const began = `min(v."entered_at") filter (where v."stage" = ${prepared.reading.params.add(start, "text")}) over (partition by v."record") as started`;
  const dated = `select v."record", v."entered_at", v."working_days", ${hadLeft(prepared)} as has_left, ${began} from ${visits.from} where ${visits.where}`;
  return `select v."record" as id, v.started, ${worked(`v.has_left and v."entered_at" >= v.started`)} from (${dated}) v where v.started is not null group by v."record", v.started`;
}

function expression({ question }: Prepared, source: string): Expression {
  const checked = checkExpression(source, { schema: question.context.catalog, object: question.object.name });
  if (!checked.ok) throw new Error(`insight: ${source}: ${checked.problem.code}`);
  return checked.expression;
}
