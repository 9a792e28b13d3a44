import { type CallOf, type Context, type Result, accept, toItem } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { inOrder, type Stage, stageOf } from "../../pipeline/shared/public.ts";
import { judgeMoves, type Judged, type JudgedAnswer, moverOf } from "./judge-moves.ts";
import { loadPipelines, noPipeline, readWhole, noRecord, stageObject } from "../../pipeline/public.ts";
import type * as moves from "../shared/moves.contract.ts";
import { type Move, moveKind, skippedStages } from "../shared/move.ts";
import { sendFacts } from "./send-facts.ts";

/**
 * GET /records/:object/:id/transitions: every stage of the record's pipeline, open or shut and why, with the
 * ring of layers, and the facts by which a browser judges as well. With `pipeline`: the stages of another
 * one, as the change into it would be judged.
 */
export async function listTransitions(
  context: Context,
  call: CallOf<typeof moves.listTransitions>,
): Promise<Result<moves.Gates>> {
  const found = stageObject(context, call.params.object);
  if (!found.ok) return found;
  const object = found.value;
  return context.db.transaction(async (tx) => {
    const read = await readWhole(tx, context, object, call.params.id);
    if (!read) return noRecord();
    const { record, canUpdate } = read;
    const pipelines = await loadPipelines(tx, context);
    const here = partOf(staged, record);
    const pipeline = pipelines.find(here.pipeline, here.department);
    const wanted = call.query.pipeline;
    const changes = wanted && wanted !== here.pipeline;
    const other = changes ? pipelines.find(wanted, here.department) : undefined;
    if (changes && (!other || other.isRetired || other.object !== object.name)) return noPipeline();
    if (!pipeline) return accept({ data: [] });
    const { definition } = other ?? pipeline;
    const left = stageOf(pipeline.definition, record[object.stageField]);
    const current = other ? undefined : left;
    const moves = inOrder(definition.stages)
      .filter((stage) => stage.name !== current?.name)
      .map((to): Judged => ({
        key: to.name,
        record: String(here.id),
        values: { ...asIf(record, object.stageField, to.name), ...(other ? { pipeline: other.id } : {}) },
        enteredAt: here.stage_entered_at ?? null,
        move: {
          definition,
          to,
          from: { pipeline: pipeline.definition, stage: left },
          mover: moverOf(context),
          ...(call.query.reason ? { reason: call.query.reason } : {}),
        },
      }));
    const answers = await judgeMoves(tx, context, object, moves);
    const data = inOrder(definition.stages).map((stage) =>
      gateOf(context, stage, answers.get(stage.name), canUpdate),
    );
    // Facts are sent for the pipeline that it is in: the change into another one is judged by the server
    // alone.
    if (other) return accept({ data });
    const isPilot = pipeline !== pipelines.find(here.pipeline);
    return accept({ data, judged_by: sendFacts(context, { object, record, answers, pipeline, isPilot }) });
  });
}

/** One stage as it is listed; without an answer it is the one that the record stands in. */
function gateOf(
  { language }: Context,
  { name, label, type, order }: Stage,
  answer: JudgedAnswer | undefined,
  canUpdate: boolean,
): moves.Transition {
  const about = { to: name, label, type, order };
  if (!answer) return { ...about, current: true, allowed: canUpdate, unmet: [], layers: [] };
  return {
    ...about,
    move: moveKind(answer.move),
    ...skippedBy(answer.move),
    allowed: canUpdate && answer.unmet.length === 0,
    unmet: answer.unmet.map((reason) => toItem(reason, language)),
    layers: answer.ring,
  };
}

/** Stages that the move would leave out, by name. */
function skippedBy(move: Move): { readonly skips?: readonly string[] } {
  const skipped = skippedStages(move);
  return skipped.length > 0 ? { skips: skipped.map(({ name }) => name) } : {};
}

/** The stage a condition reads is the one it would be in. */
const asIf = (record: Values, field: string, stage: string): Values => ({ ...record, [field]: stage });
