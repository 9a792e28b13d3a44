import type { InsightFrame } from "../shared/insight-parts.contract.ts";
import type { Question } from "./read-question.ts";

/** What was asked, as it was understood, at the head of every answer. */
export const frameOf = ({ object, pipeline, mode, from, to, asOfText, context }: Question): InsightFrame => ({
  object: object.name,
  pipeline: pipeline && { id: pipeline.id, name: pipeline.definition.name, label: pipeline.definition.label },
  mode,
  from,
  to,
  as_of: asOfText ?? null,
  computed_at: context.now,
});
