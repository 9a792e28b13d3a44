import { type Context, answerFacts, expressionOf, statement } from "../../../../engine/public.ts";
import { json, sure, text } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { Executor, Transaction } from "../../../../platform/db/database.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Asked } from "../shared/gate-kind.ts";
import { type FactsOfKind, kindsOf } from "./gate-kinds.ts";
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
 * Answers everything that the asked criteria need from the database: at most three statements for
 * the shipped kinds, however many records.
 */
export async function gateFacts(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  questions: readonly Question[],
): Promise<GateFacts> {
  const expressions = new Map<string, Expression>();
  for (const { criterion } of questions.flatMap((question) => question.asked)) {
    const source = sourceOf(context, criterion);
    const expression = source === undefined ? undefined : expressionOf(context.catalog, object.name, source);
    if (source !== undefined && expression) expressions.set(source, expression);
  }
  const names = new Map([...expressions.keys()].map((source, index) => [source, `fact${index}`]));
  const declared = Object.fromEntries(
    [...expressions].map(([source, expression]) => [names.get(source) ?? source, expression]),
  );
  const asking = questions.filter((question) =>
    question.asked.some(({ criterion }) => expressions.has(sourceOf(context, criterion) ?? "")),
  );
  // At once: none of it waits for the others.
  const [answers, told, labels] = await Promise.all([
    answerFacts(
      tx,
      context,
      object,
      new Map(asking.map((question) => [question.id, question.values])),
      declared,
    ),
    factsOfKinds(tx, context, object, questions),
    formLabels(
      tx,
      context,
      questions.flatMap((question) => question.asked),
    ),
  ]);
  const of = new Map(
    questions.map((question) => {
      const facts = question.asked.map(({ criterion }): [string, WireValue] => {
        const own = told.get(criterion.kind);
        if (own) return [criterion.id, own.get(question.id)?.[criterion.id] ?? null];
        const name = names.get(sourceOf(context, criterion) ?? "");
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
  const sources = new Set(criteria.flatMap((criterion) => sourceOf(context, criterion) ?? []));
  return [...sources].flatMap((source) => expressionOf(context.catalog, object.name, source) ?? []);
}

/** What no expression answers, by kind: each kind asks once for all records. */
async function factsOfKinds(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  questions: readonly Question[],
): Promise<ReadonlyMap<string, FactsOfKind>> {
  const told = [...kindsOf(context)].map(async ([name, kind]) => {
    if (!kind.facts) return [];
    const asked = questions
      .map(({ id, values, asked }) => {
        const criteria = asked.map(({ criterion }) => criterion).filter((one) => one.kind === name);
        return { id, values, criteria };
      })
      .filter(({ criteria }) => criteria.length > 0);
    const facts: FactsOfKind = asked.length > 0 ? await kind.facts(tx, context, object, asked) : new Map();
    return [[name, facts] as const];
  });
  return new Map((await Promise.all(told)).flat());
}

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
