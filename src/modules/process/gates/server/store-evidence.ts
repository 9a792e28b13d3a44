import { type Result, accept, refuse } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { type Pipelines, pipelineMessages } from "../../pipeline/public.ts";
import type { PipelineDefinition } from "../../pipeline/shared/public.ts";
import type { Meet } from "../shared/moves.contract.ts";
import { criteriaIn } from "./evidence.hooks.ts";
import { kindsOf, type Meeting, type Met } from "./gate-kinds.ts";

/**
 * Whose criteria a move can meet: of the record's pipeline, and of the one that it changes to, whose entry is
 * asked by the same move.
 */
export function takesEvidence(
  pipelines: Pipelines,
  record: Readonly<Values>,
  values: Values | undefined,
): PipelineDefinition | undefined {
  const { pipeline, department } = partOf(staged, record);
  const here = pipelines.find(pipeline, department)?.definition;
  const to = partOf(staged, values).pipeline;
  const next = to && to !== pipeline ? pipelines.find(to, department)?.definition : undefined;
  return here && next ? { ...next, stages: [...here.stages, ...next.stages] } : (next ?? here);
}

/** Turns what a person supplied in the gate dialog into writes. Nothing is written here. */
export async function storeEvidence(meeting: Meeting, meet: Meet): Promise<Result<Met>> {
  const criteria = new Map(criteriaIn(meeting.definition).map((criterion) => [criterion.id, criterion]));
  const kinds = kindsOf(meeting.context);
  let met: Met = { operations: [], values: {}, state: null };
  for (const { criterion: id, value } of meet) {
    const criterion = criteria.get(id);
    if (!criterion)
      return refuse({
        status: 422,
        code: "unknown_criterion",
        text: pipelineMessages.unknown_criterion,
        params: { criterion: id },
      });
    const next = await kinds.get(criterion.kind)?.meet?.(meeting, criterion, value, met);
    if (!next)
      return refuse({
        status: 422,
        code: "bad_evidence",
        text: pipelineMessages.bad_evidence,
        params: { criterion: id },
      });
    met = next;
  }
  return accept(met);
}
