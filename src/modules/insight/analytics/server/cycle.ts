import { type Context, type FoundRow, type Result, accept, refuse } from "../../../../engine/public.ts";
import type { CycleAnswer, CycleGroup } from "../shared/durations.contract.ts";
import { closedBy, cycleRows, isOpen, isOpenSince, readStart, startedBy } from "./cycle-rows.ts";
import { durationColumns, durationsOf } from "./durations.ts";
import { frameOf } from "./frame.ts";
import type { CycleBody } from "../shared/insight-body.contract.ts";
import { all, asked, cohort, inGroup, recordsOf, within } from "./insight-filters.ts";
import { headOf, named, type Prepared, prepare, run } from "./insight-statement.ts";
import { insightMessages } from "./messages.ts";
import { whole } from "./numbers.ts";
import { type Question, readQuestion } from "./read-question.ts";
import { survivalMedians } from "./survival.ts";

export interface Cycle {
  /** "first" (stage of the pipeline), "created", or the name of a stage. */
  readonly start: string;
  readonly outcomes: readonly string[];
}

/** POST /insight/cycle. From the start to the outcome a record stands in; what is open is counted apart. */
export async function cycle(context: Context, body: CycleBody): Promise<Result<CycleAnswer>> {
  const read = await readQuestion(context, body, "flow");
  if (!read.ok) return read;
  const question = read.value;
  const timed = readCycle(body, question);
  if (!timed.ok) return timed;
  const asking = timed.value;

  const isCohort = question.mode === "cohort";
  const closed = closedBy(asking);
  const window = within(question, isCohort ? "created_at" : "stage_entered_at");
  const started = startedBy(question, asking);
  const open = isOpenSince(question, asking);
  const of = isCohort ? cohort(question) : asked(question);
  const population = isCohort ? of : all(of, `(${all(closed, window)} || ${isOpen(question, asking)})`);
  const prepared = prepare(question, population);
  if (!prepared.ok) return prepared;
  const [rows, medians] = await Promise.all([
    run(prepared.value, statement(prepared.value, asking)),
    isCohort ? survivalMedians(question, asking) : accept(new Map<string, number | null>()),
  ]);
  if (!rows.ok) return rows;
  if (!medians.ok) return medians;

  const groups = rows.value.map((row): CycleGroup => {
    const head = headOf(prepared.value, row);
    const group = inGroup(question, head.key);
    return {
      ...head,
      n: whole(row["n"]),
      open: whole(row["open"]),
      ...durationsOf(row, body.unit ?? "calendar_days"),
      kaplan_meier_median: medians.value.get(JSON.stringify(head.key)) ?? null,
      records: recordsOf(question, asked(question), window, closed, started, group),
      open_records: recordsOf(question, of, open, group),
    };
  });
  return accept({
    ...frameOf(question),
    unit: body.unit ?? "calendar_days",
    ...asking,
    groups: groups.length > 0 ? groups : [none()],
  });

  /** Nothing at all is an answer too: zero, not an empty list. */
  function none(): CycleGroup {
    const row: FoundRow = {};
    return {
      key: {},
      n: 0,
      open: 0,
      ...durationsOf(row, body.unit ?? "calendar_days"),
      kaplan_meier_median: null,
      records: recordsOf(question, asked(question), window, closed, started),
      open_records: recordsOf(question, of, open),
    };
  }
}

/** From where to where it is timed, if the pipeline has the stages that are named. */
function readCycle({ start, outcomes }: CycleBody, { pipeline }: Question): Result<Cycle> {
  const asking: Cycle = { start: readStart(start), outcomes: outcomes ?? ["won"] };
  const unknown = unknownStage(
    pipeline?.definition.stages.map(({ name }) => name),
    asking,
  );
  if (unknown)
    return refuse({
      status: 400,
      code: "unknown_stage",
      text: insightMessages.unknown_stage,
      params: { stage: unknown.slice(0, 60) },
    });
  return accept(asking);
}

const TYPES = ["open", "won", "lost"];
function unknownStage(stages: readonly string[] | undefined, { start, outcomes }: Cycle): string | undefined {
  const known = (name: string) => stages === undefined || stages.includes(name);
  if (start !== "first" && start !== "created" && !known(start)) return start;
  return outcomes.find((name) => !TYPES.includes(name) && !known(name));
}

function statement(prepared: Prepared, asking: Cycle): string {
  const keys = named(prepared, "d");
  const isEvent = (column: string) => `case when d.kind = 'event' then d.${column} end`;
  const measures = `count(*) filter (where d.kind = 'event') as n, count(*) filter (where d.kind = 'open') as open, ${durationColumns(isEvent("days"), "cal")}, ${durationColumns(isEvent("working"), "work")}`;
  const places = prepared.keyColumns.map((_, at) => at + 1).join(", ");
  return `select ${keys}${measures} from (${cycleRows(prepared, asking)}) d${places ? ` group by ${places}` : ""}`;
}
