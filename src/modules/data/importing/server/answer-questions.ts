import type { Transaction } from "../../../../platform/db/database.ts";
import { type Context, type Result, accept, command, refuse, statement } from "../../../../engine/public.ts";
import { integer } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { fold } from "../../../../shared/text/fold.ts";
import type { QuestionAnswer as Answer, QuestionAnswers as Answers } from "../shared/imports.contract.ts";
import type { ColumnPlan, ImportOptions } from "../shared/options.contract.ts";
import { readUnit } from "../shared/number-unit.ts";
import { DATE_ORDERS } from "../shared/date-order.ts";
import type { ColumnSetting, Question } from "../shared/run.contract.ts";
import { queueAgain } from "../../../base/jobs/public.ts";
import { setRun } from "./finish-run.ts";
import { type AnsweredOption, makeOptions } from "./make-options.ts";
import { constantColumn } from "./plan-mapping.ts";
import { importKind } from "./run-import.job.ts";
import { fileGone, loadRun, type Run, type RunChange } from "./run-store.ts";

const candidateOf = (question: Question, answer: string): string => {
  const folded = fold(answer);
  return question.candidates.find(({ id, title }) => id === answer || fold(title) === folded)?.id ?? answer;
};
/** Several options stand in one cell as their names, parted by semicolons. */
function meantBy(question: Question, answer: string | readonly string[] | null): string | null {
  if (answer === null) return null;
  return typeof answer === "string"
    ? candidateOf(question, answer)
    : answer.map((one) => candidateOf(question, one)).join("; ");
}
/** What an answer about a whole column sets in its mapping. */
function withSetting(plan: ColumnPlan, setting: ColumnSetting, meant: string | null): ColumnPlan {
  if (setting === "decimal_mark")
    return meant === "point" || meant === "comma" ? { ...plan, decimalMark: meant } : plan;
  if (setting === "unit") return meant !== null && readUnit(meant) ? { ...plan, unit: meant } : plan;
  const dateOrder = DATE_ORDERS.find((order) => order === meant);
  return dateOrder ? { ...plan, dateOrder } : plan;
}

const isList = (answer: Answer): answer is readonly string[] => Array.isArray(answer);
/** The plan of the field that was asked about, with the answer to it. */
function answered(plan: ColumnPlan, question: Question, answer: Answer): ColumnPlan {
  if (plan.field !== question.field && plan.also)
    return {
      ...plan,
      also: plan.also.map((one) => (one.field === question.field ? answered(one, question, answer) : one)),
    };
  const { cell } = question;
  if (typeof answer === "string" || answer === null || isList(answer))
    return { ...plan, values: { ...plan.values, [cell]: meantBy(question, answer) } };
  return "create" in answer
    ? { ...plan, create: [...(plan.create ?? []), cell] }
    : { ...plan, skip: [...(plan.skip ?? []), cell] };
}

/** The plan of a column, or of a constant, with the answer to a question about it. */
function planAfter<P extends ColumnPlan>(plan: P, question: Question, answer: Answer): P {
  const { setting } = question;
  const next = setting
    ? withSetting(plan, setting, typeof answer === "string" ? meantBy(question, answer) : null)
    : answered(plan, question, answer);
  return { ...plan, ...next };
}

/** Answers become translations of their columns' cells. */
function withAnswers(
  options: ImportOptions,
  questions: Run["questions"],
  answers: Answers,
  made: readonly AnsweredOption[],
): ImportOptions {
  const mapping: Record<string, ColumnPlan> = { ...options.mapping };
  let constants = options.constants ?? [];
  for (const [id, given] of Object.entries(answers)) {
    // A new option is there by now: its cells mean it.
    const answer = made.find(({ question }) => question === id)?.option ?? given;
    const question = questions[id];
    const plan = question && mapping[question.column];
    if (question && plan) mapping[question.column] = planAfter(plan, question, answer);
    else if (question)
      constants = constants.map((one) =>
        constantColumn(one.field) === question.column ? planAfter(one, question, answer) : one,
      );
  }
  const all = [...(options.made ?? []), ...made.map(({ question: _question, ...one }) => one)];
  return {
    ...options,
    mapping,
    ...(options.constants ? { constants } : {}),
    ...(all.length > 0 ? { made: all } : {}),
  };
}

export const dropRows = command(
  ({ system }, id: string) => sql`delete from ${system("import_row")} where import = ${id}`,
);
/** A failed row whose cells were erased meanwhile cannot be tried again. */
export const retryFailed = statement(
  { number: integer },
  ({ system }, id: string) =>
    sql`update ${system("import_row")} set outcome = 'waiting', reasons = null where import = ${id} and outcome = 'failed' and cells is not null returning number`,
);
/** A dry run goes through the file again, an import through its failed rows. */
export async function checkAgain(
  tx: Transaction,
  context: Context,
  run: Run,
  options: ImportOptions,
  questions: Run["questions"],
): Promise<void> {
  const { id } = run;
  const common: RunChange = { options, status: "queued", finished_at: null, error: null };
  if (run.options.dryRun) {
    await tx.query(dropRows(context.workspace, id));
    await setRun(tx, context, id, { ...common, ...AGAIN, phase: "rows", questions: {} });
  } else {
    const again = await tx.query(retryFailed(context.workspace, id));
    const unasked = Object.fromEntries(
      Object.entries(questions).map(([question, value]) => [question, { ...value, rows: 0 }]),
    );
    await setRun(tx, context, id, {
      ...common,
      phase: "waiting",
      next_row: 1,
      failed: run.failed - again.length,
      questions: unasked,
    });
  }
  await queueAgain(tx, context, importKind, id);
}

const AGAIN: RunChange = {
  next_row: 1,
  created: 0,
  updated: 0,
  skipped: 0,
  failed: 0,
  linked_created: 0,
  overrides: 0,
  preview: [],
};

/** Fills `values` from answers and checks again: a dry run from the start, an import its failed rows. */
export async function answerQuestions(
  context: Context,
  id: string,
  answers: Answers,
): Promise<Result<{ id: string }>> {
  const asked = await loadRun(context.db, context, id);
  // Definitions are changed in a change of their own, before the answers that speak of them are kept.
  const made = asked?.status === "done" ? await makeOptions(context, asked, answers) : accept([]);
  if (!made.ok) return made;
  const done = await context.db.transaction(async (tx) => {
    const run = await loadRun(tx, context, id, true);
    if (!run || run.status !== "done")
      return {
        ok: false,
        value: refuse({
          status: 409,
          code: "not_answerable",
          text: label(
            "只有已完成的导入才能回答问题。",
            "Questions can be answered once the import has finished.",
          ),
        }),
      };
    if (run.emptied_at) return { ok: false, value: fileGone() };
    const unknown = Object.keys(answers).filter((question) => !run.questions[question]);
    if (unknown.length > 0)
      return {
        ok: false,
        value: refuse({
          status: 422,
          code: "unknown_question",
          text: label("没有这个问题：{ids}", "There is no such question: {ids}"),
          params: { ids: unknown.join(", ") },
        }),
      };
    const options = withAnswers(run.options, run.questions, answers, made.value);
    const left = Object.fromEntries(
      Object.entries(run.questions).filter(([question]) => !(question in answers)),
    );
    await checkAgain(tx, context, run, options, left);
    return { ok: true, value: accept({ id }) };
  });
  return done.value;
}
