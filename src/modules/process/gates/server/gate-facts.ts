import { statement } from "../../../../engine/schema/statement.ts";
import { boolean, json, orNull, sure, text, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import type { Context } from "../../../../engine/context.ts";
import { expressionOf } from "../../../../engine/query/checked-expression.ts";
import { answerFacts } from "../../../../engine/query/facts.ts";
import { listOf } from "../../../../engine/query/one-of.ts";
import { Params } from "../../../../engine/query/params.ts";
import { pointingTo } from "../../../../engine/query/points-at.ts";
import { tableOf } from "../../../../engine/schema/names.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Asked } from "../shared/criterion.ts";
import { criteriaOf, stageOf } from "../../pipeline/shared/public.ts";
import type { RoleName } from "../shared/move.ts";
import { sourceOf, loadPipelines } from "../../pipeline/public.ts";

/** What is asked of one record. `values`: as it would be stored. */
export interface Question {
  readonly id: string;
  readonly values: Values;
  readonly asked: readonly Asked[];
}
export interface GateFacts {
  /** By record and criterion. */
  readonly of: ReadonlyMap<string, Readonly<Record<string, WireValue>>>;
  readonly formLabels: ReadonlyMap<string, LabelMap>;
  /** Labels of roles, where a gate names one. */
  readonly role?: RoleName;
}

/**
 * Answers everything that the asked criteria need from the database: at most three statements, however many
 * records.
 */
export async function gateFacts(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  questions: readonly Question[],
): Promise<GateFacts> {
  const expressions = new Map<string, Expression>();
  for (const { criterion } of questions.flatMap((question) => question.asked)) {
    const source = sourceOf(criterion);
    const expression = source === undefined ? undefined : expressionOf(context.catalog, object.name, source);
    if (source !== undefined && expression) expressions.set(source, expression);
  }
  const names = new Map([...expressions.keys()].map((source, index) => [source, `fact${index}`]));
  const declared = Object.fromEntries(
    [...expressions].map(([source, expression]) => [names.get(source) ?? source, expression]),
  );
  const asking = questions.filter((question) =>
    question.asked.some(({ criterion }) => expressions.has(sourceOf(criterion) ?? "")),
  );
  // At once: none of it waits for the others.
  const [answers, done, labels] = await Promise.all([
    answerFacts(
      tx,
      context,
      object,
      new Map(asking.map((question) => [question.id, question.values])),
      declared,
    ),
    taskStates(tx, context, object, questions),
    formLabels(
      tx,
      context,
      questions.flatMap((question) => question.asked),
    ),
  ]);
  const of = new Map(
    questions.map((question) => {
      const facts = question.asked.map(({ criterion }): [string, WireValue] => {
        if (criterion.kind === "tasks") return [criterion.id, done.get(question.id) ?? {}];
        const name = names.get(sourceOf(criterion) ?? "");
        return [criterion.id, name === undefined ? null : (answers.get(question.id)?.[name] ?? null)];
      });
      return [question.id, Object.fromEntries(facts)] as const;
    }),
  );
  return { of, formLabels: labels };
}

/**
 * What the gates of a move into a stage of this name mostly ask of a record, whichever pipeline it is in: to
 * enter that stage, and to leave the one that the mover saw.
 */
export async function likelyFacts(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  { to, from }: { readonly to: string; readonly from?: string },
): Promise<readonly Expression[]> {
  const definitions = (await loadPipelines(tx, context)).definitionsOf(object.name);
  const criteria = definitions.flatMap((definition) => {
    const entered = stageOf(definition, to);
    const left = entered && from !== undefined ? stageOf(definition, from) : undefined;
    return [...(entered ? criteriaOf(entered, "entry") : []), ...(left ? criteriaOf(left, "exit") : [])];
  });
  const sources = new Set(criteria.flatMap((criterion) => sourceOf(criterion) ?? []));
  return [...sources].flatMap((source) => expressionOf(context.catalog, object.name, source) ?? []);
}

/** Of each template the newest task of the record: is it done? */
async function taskStates(
  db: Executor,
  context: Context,
  object: CatalogObject,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, Record<string, boolean>>> {
  const records = questions
    .filter((question) => question.asked.some(({ criterion }) => criterion.kind === "tasks"))
    .map((question) => question.id);
  if (records.length === 0) return new Map();
  const task = context.catalog.object("task");
  const via = task?.byName["regarding"];
  if (!task || !via) return new Map();
  const params = new Params();
  const { key, from, conditions } = pointingTo(
    params,
    { row: "t", child: task, via },
    listOf(records, params),
    object.name,
  );
  const rows = await db.query({
    ...(records.length === 1 ? { name: "tasks" } : {}),
    ...params.statement(`select distinct on (1, t.template) ${key} as record, t.template, t.status = 'done' as done from ${tableOf(context.workspace, "task")} t${from}
where ${conditions.join(" and ")} and t.template is not null and t.deleted_at is null order by 1, t.template, t.created_at desc, t.id desc`),
    columns: toldTasks,
  });
  const states = new Map<string, Record<string, boolean>>();
  for (const row of rows)
    states.set(row.record, { ...states.get(row.record), [row.template]: row.done === true });
  return states;
}

const toldTasks = { record: sure(uuid), template: sure(text), done: orNull(boolean) };
export const formsNamed = statement(
  { name: sure(text), label: sure(json<LabelMap>()) },
  ({ record }, names: readonly string[]) =>
    sql`select name, label from ${record("form")} where name = any(${names}::text[]) and deleted_at is null`,
);

/** Labels of the questionnaires that criteria ask for. */
export async function formLabels(
  db: Executor,
  context: Context,
  asked: readonly Asked[],
): Promise<ReadonlyMap<string, LabelMap>> {
  const names = new Set(
    asked.flatMap(({ criterion }) => (criterion.kind === "form" ? [criterion.form] : [])),
  );
  if (names.size === 0) return new Map();
  const rows = await db.query(formsNamed(context.workspace, [...names]));
  return new Map(rows.map((row) => [row.name, row.label]));
}
