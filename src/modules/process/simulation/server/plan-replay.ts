import type { Context } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import {
  criteriaIn,
  labelsIn,
  formLabels,
  namesRoles,
  kindsOf,
  roleNames,
  type RecordVisit,
  visitsOf,
} from "../../gates/public.ts";
import { type WorldLabels, type Path, pathOf } from "../../gates/shared/public.ts";
import { evidenceThen } from "./evidence-then.ts";
import { loadPast } from "./load-past.ts";
import { pastFacts } from "./past-facts.ts";
import type { PastRules, Rules } from "./past-rules.ts";
import type { MadeMove, Period } from "./read-moves.ts";
import { judgeables } from "./rules-over-past.ts";
import { sameGates } from "./same-gates.ts";
import { tasksThen } from "./tasks-then.ts";

export interface Question extends Period {
  readonly pipeline: string;
  readonly draft: PipelineDefinition;
  readonly live: PipelineDefinition | null;
  readonly most: number;
}
/** What moves are judged by and what is read for it, whatever the records. */
export interface Plan {
  readonly context: Context;
  readonly pipeline: string;
  readonly object: CatalogObject;
  readonly draft: Rules;
  readonly live: Rules | null;
  /** Whether draft and live ask the same of a move. */
  readonly isSame: (move: MadeMove) => boolean;
  readonly expressions: readonly Expression[];
  /**
   * What is read of each version besides what expressions ask for: required fields, and where the record
   * stood.
   */
  readonly fields: readonly string[];
  readonly asksEvidence: boolean;
  readonly asksTasks: boolean;
}
/** Some records with all that history holds about them. */
export interface PastRecords {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly draft: PastRules;
  readonly live: PastRules | null;
}

export async function planReplay(
  context: Context,
  object: CatalogObject,
  { pipeline, draft, live }: Question,
): Promise<Plan> {
  const definitions = [draft, ...(live ? [live] : [])];
  const [known, labels] = await Promise.all([
    judgeables(context.db, context, object, pipeline, definitions),
    worldLabels(context, object, definitions),
  ]);
  const [first, second = null] = known.map((judgeable, index): Rules => ({
    definition: definitions[index] ?? draft,
    judgeable,
    labels,
    gates: new Map(),
  }));
  if (!first) throw new Error("There is nothing to judge by.");
  const criteria = definitions.flatMap(criteriaIn);
  const kinds = kindsOf(context);
  const required = criteria.flatMap((criterion) =>
    criterion.kind === "fields" ? criterion.fields : (kinds.get(criterion.kind)?.reads?.(criterion) ?? []),
  );
  return {
    context,
    pipeline,
    object,
    draft: first,
    live: second,
    isSame: second ? sameGates(first, second) : () => false,
    expressions: known.flatMap((one) => [...one.values()].flatMap(({ expression }) => expression ?? [])),
    fields: [...required, object.stageField ?? "", "stage_entered_at", "gate_state"],
    asksEvidence: criteria.some(({ kind }) => kinds.get(kind)?.keep !== undefined),
    asksTasks: criteria.some(({ kind }) => kind === "tasks"),
  };
}

/** Names as people know them, of everything that the rules name. */
async function worldLabels(
  context: Context,
  object: CatalogObject,
  definitions: readonly PipelineDefinition[],
): Promise<WorldLabels> {
  const asked = definitions.flatMap(criteriaIn).map((criterion) => ({ criterion, left: undefined }));
  const [forms, role] = await Promise.all([
    formLabels(context.db, context, asked),
    definitions.some(namesRoles) ? roleNames(context.db, context) : undefined,
  ]);
  return labelsIn(context, object, forms, role);
}

export async function loadRecords(
  { context, object, ...plan }: Plan,
  ids: readonly string[],
): Promise<PastRecords> {
  const { db } = context;
  const [past, evidence, tasks, visits] = await Promise.all([
    loadPast(db, context, object, { ids, fields: plan.fields, expressions: plan.expressions }),
    evidenceThen(db, context, object.name, plan.asksEvidence ? ids : []),
    tasksThen(db, context, plan.asksTasks ? ids : []),
    visitsOf(db, context, ids),
  ]);
  const known = {
    lives: past.lives,
    facts: pastFacts(context, object, past, plan.expressions),
    evidence,
    tasks,
  };
  const over = (rules: Rules): PastRules => ({
    ...rules,
    ...known,
    pathBefore: pathsOver(rules.definition, plan.pipeline, visits),
  });
  return { context, object, draft: over(plan.draft), live: plan.live && over(plan.live) };
}

/** The way a record had come before one of its moves, as the visits before tell it. */
const pathsOver =
  (definition: PipelineDefinition, pipeline: string, visits: ReadonlyMap<string, readonly RecordVisit[]>) =>
  ({ record, at, to }: MadeMove): Path => {
    const made = visits.get(record) ?? [];
    const index = made.findIndex((visit) => visit.entered_at === at && visit.stage === to);
    return pathOf(
      definition,
      pipeline,
      index < 0 ? made.filter((visit) => visit.entered_at < at) : made.slice(0, index),
    );
  };
