import { setImmediate } from "node:timers/promises";
import type { Context } from "../../../../engine/context.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import { criteriaIn } from "../evidence.hooks.ts";
import { labelsIn } from "../judge-moves.ts";
import { type PipelineDefinition } from "../../shared/pipeline.ts";
import type { Simulation } from "../../shared/simulation.ts";
import { evidenceThen } from "./evidence-then.ts";
import { asMade, judgePast, sameGates, type PastRules, placeMove, type PastVerdict, type Placed } from "./judge-past.ts";
import { loadPast, ownFields } from "./past-facts.ts";
import { MOVES_AT_ONCE, type Period, readMoves } from "./read-moves.ts";
import { judgeables, type Judgeable } from "./rules-over-past.ts";
import { type Replay, summarise } from "./summarise.ts";
import { tasksThen } from "./tasks-then.ts";
import { versionsOf } from "./versions.ts";

export interface Question extends Period {
  readonly pipeline: string;
  readonly draft: PipelineDefinition;
  readonly live: PipelineDefinition | null;
  readonly most: number;
}
/** A move as both sets of rules judge it. */
export interface Replayed {
  readonly placed: Placed;
  readonly draft: PastVerdict;
  readonly live: PastVerdict | null;
}

/** Replays every move of the period through the draft and through what holds now, and sums up what came of it. */
export async function simulate(context: Context, object: CatalogObject, question: Question): Promise<Simulation> {
  return summarise(await replayPast(context, object, question));
}

/** Judges every move of the period by the draft and by what holds now, with the facts that history holds for the moment of each. */
export async function replayPast(context: Context, object: CatalogObject, question: Question): Promise<Replay> {
  const { db } = context;
  const moves = await readMoves(db, context, object, question.pipeline, question, question.most);
  const ids = [...new Set(moves.map((move) => move.record))];
  const definitions = [question.draft, ...(question.live ? [question.live] : [])];
  const known: ReadonlyMap<string, Judgeable>[] = [];
  for (const definition of definitions) known.push(await judgeables(db, context, object, question.pipeline, definition));
  const expressions = known.flatMap((one) => [...one.values()].flatMap(({ expression }) => expression ?? []));
  const hasTasks = definitions.some((definition) => criteriaIn(definition).some(({ kind }) => kind === "tasks"));
  const [lives, evidence, tasks] = await Promise.all([
    versionsOf(db, context, { object, fields: fieldsFor(context, object, definitions, expressions) }, ids),
    evidenceThen(db, context, object.name, definitions.some(asksEvidence) ? ids : []),
    tasksThen(db, context, hasTasks ? ids : []),
  ]);
  const facts = await loadPast(db, context, object, lives, expressions);
  const labels = labelsIn(context, object, new Map());
  const rules = definitions.map((definition, index): PastRules => {
    const judgeable = known[index] ?? new Map<string, Judgeable>();
    return { definition, judgeable, facts, tasksAt: tasks.at, labels, gates: new Map() };
  });
  const [draft, live] = rules;
  if (!draft) throw new Error("There is nothing to judge by.");
  const isSame = live ? sameGates(draft, live) : () => false;
  const replayed: Replayed[] = [];
  for (const [at, move] of moves.entries()) {
    if (at % MOVES_AT_ONCE === 0) await setImmediate();
    const placed = placeMove(object.stageField ?? "", move, lives.get(move.record), evidence);
    if (!placed) continue;
    const when = asMade(placed);
    const found = judgePast(context, draft, placed, when);
    replayed.push({ placed, draft: found, live: live ? (isSame(move) ? found : judgePast(context, live, placed, when)) : null });
  }
  return {
    context,
    object,
    period: { from: question.from, to: question.to },
    rules: draft,
    replayed,
    lives,
    evidence,
    tasks: tasks.livesOf,
    hasLive: question.live !== null,
  };
}

const asksEvidence = (definition: PipelineDefinition): boolean => criteriaIn(definition).some(({ kind }) => kind === "checklist" || kind === "approval");

/** What is read of each version: what criteria ask for, and where the record stood. */
function fieldsFor(
  context: Context,
  object: CatalogObject,
  definitions: readonly PipelineDefinition[],
  expressions: readonly Expression[],
): ReadonlySet<string> {
  const asked = definitions.flatMap((definition) => criteriaIn(definition).flatMap((criterion) => (criterion.kind === "fields" ? criterion.fields : [])));
  return new Set([...asked, ...ownFields(context, object, expressions), object.stageField ?? "", "pipeline", "stage_type", "stage_entered_at", "gate_state"]);
}
