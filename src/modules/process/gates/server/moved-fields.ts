import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { isLayerOn, type Stage, stageOf } from "../../pipeline/shared/public.ts";
import type { Pipelines } from "../../pipeline/public.ts";

/** What a move wrote in its record: complete before it and after it, and the fields that it changed. */
export interface MadeMove {
  readonly object: CatalogObject & { readonly stageField: string };
  readonly before: Values;
  readonly after: Values;
  readonly changed: readonly string[];
}

/** What follows from a stage by itself. */
const BY_STAGE = [
  "pipeline",
  "pipeline_version",
  "stage_type",
  "stage_entered_at",
  "probability",
  "forecast_category",
];
/** What is told on the sheet that closes a won record. */
const BY_WIN = ["close_date", "amount"];
const EVIDENCE = "gate_state";

/**
 * The fields that are the move's own and go back with it. What a person filled in for the gate was saved to
 * the record and stays, ticks always; but a loss goes back with its reason, and a win with its day and amount.
 */
export function movedFields(move: MadeMove, pipelines: Pipelines): ReadonlySet<string> {
  const { object, before, after, changed } = move;
  const { stage_type: type } = partOf(staged, after);
  if (type === "lost") return new Set(changed.filter((name) => name !== EVIDENCE));
  const [from, to] = [before, after].map((state) => stageIn(state, object.stageField, pipelines));
  return new Set([
    object.stageField,
    ...BY_STAGE,
    ...(type === "won" ? BY_WIN : []),
    ...fieldsSet(from, "on_exit"),
    ...fieldsSet(to, "on_enter"),
  ]);
}

function stageIn(state: Values, field: string, pipelines: Pipelines): Stage | undefined {
  const { pipeline, department } = partOf(staged, state);
  const found = pipelines.find(pipeline, department);
  return found && stageOf(found.definition, state[field]);
}

const fieldsSet = (stage: Stage | undefined, when: "on_enter" | "on_exit"): readonly string[] =>
  stage && isLayerOn(stage, "actions")
    ? stage[when].flatMap((action) => (action.kind === "set" ? [action.field] : []))
    : [];
