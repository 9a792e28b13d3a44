import type { Context, ServerDerive } from "../../../../engine/public.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Change } from "../../../../shared/metadata/hooks.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { isLayerOn } from "../shared/layers.ts";
import { firstOpenStage, type PipelineDefinition, type Stage, stageOf } from "../shared/pipeline.ts";
import { dealLike } from "./deal-like.ts";
import { loadPipelines, type Pipelines } from "./load-pipelines.ts";
import { hasStage, moveOf } from "./move-of.ts";

/**
 * Pipeline and stage where none is given, and all that follows from the stage: its type, since when, chances,
 * and the fields its actions set.
 */
export const completeStage: ServerDerive = {
  word: "derive",
  name: "stage.defaults",
  label: label(
    "补全阶段：流程、类型、进入时间、赢率",
    "Completes the stage: pipeline, type, entry time, probability",
  ),
  applies: hasStage,
  reads: ["stage", "pipeline", "owner"],
  writes: ["pipeline", "stage", "stage_type", "stage_entered_at", "pipeline_version", "probability"],
  vouches: ["pipeline"],
  run: async ({ tx, context, object, changes }) => {
    const concerned = changes.filter((change) => !change.deleting);
    if (concerned.length === 0) return new Map();
    const pipelines = await loadPipelines(tx, context);
    return new Map(concerned.map((change) => [change.id, complete(object, change, pipelines, context)]));
  },
};

function complete(
  object: CatalogObject,
  given: Change,
  pipelines: Pipelines,
  { now, company }: Context,
): Values {
  const start = startingPoint(object, given, pipelines);
  const change: Change = { ...given, after: { ...given.after, ...start } };
  const move = moveOf(object, change, pipelines);
  if (!move) return start;
  const { pipeline, to, from } = move;
  if (!pipeline || !to) return start;
  const followed: Values = {
    stage_type: to.type,
    stage_entered_at: enteredAt(object, change),
    pipeline_version: pipeline.version,
    ...chances(object, change, to, pipeline.definition, now),
    ...closingDay(object, change, { to, from: from?.stage, definition: pipeline.definition }, company.zone),
    ...(from?.stage ? fieldsSet(from.stage, "on_exit") : {}),
    ...fieldsSet(to, "on_enter"),
  };
  const known = Object.entries(followed).filter(([name]) => object.byName[name] !== undefined);
  return { ...start, ...Object.fromEntries(known) };
}

/** A new record, or one that changes its pipeline without saying where to, begins in the first open stage. */
function startingPoint(object: CatalogObject, change: Change, pipelines: Pipelines): Values {
  const field = object.stageField ?? "";
  const { before, after } = change;
  const said = partOf(staged, after);
  const pipeline = said.pipeline
    ? pipelines.find(said.pipeline, said.department)
    : pipelines.defaultOf(object.name, said.department);
  if (!pipeline) return {};
  const changesPipeline = before !== null && partOf(staged, before).pipeline !== pipeline.id;
  const unsaid =
    !after[field] ||
    (changesPipeline && before[field] === after[field] && !stageOf(pipeline.definition, after[field]));
  const first = unsaid ? firstOpenStage(pipeline.definition) : undefined;
  return {
    ...(said.pipeline ? {} : { pipeline: pipeline.id }),
    ...(first ? { [field]: first.name } : {}),
  };
}

/** The beginning of the last run of back-filled states in this stage, else the moment of the write. */
function enteredAt(object: CatalogObject, { past, after, now }: Change): string {
  const field = object.stageField ?? "";
  let since = now;
  for (const state of (past ?? []).toReversed()) {
    if ((state.values[field] ?? after[field]) !== after[field]) break;
    since = partOf(staged, state.values).stage_entered_at ?? state.at;
  }
  return since;
}

/** Probability and forecast category follow the stage unless this very write gives others. */
function chances(
  object: CatalogObject,
  change: Change,
  to: Stage,
  definition: PipelineDefinition,
  now: string,
): Values {
  const { before, after, changed } = change;
  const isPast = before === null && change.past === undefined && change.now !== now;
  const { probability, forecast_category } = partOf(dealLike, after);
  const fromStage = definition.stages.some((stage) => String(stage.probability) === String(probability));
  const followsChance =
    object.byName["probability"] &&
    (before
      ? !changed.has("probability")
      : probability === null || probability === undefined || (isPast && fromStage));
  const followsCategory =
    object.byName["forecast_category"] &&
    (before ? !changed.has("forecast_category") : !forecast_category || isPast);
  return {
    ...(followsChance ? { probability: String(to.probability) } : {}),
    ...(followsCategory ? { forecast_category: to.forecast_category } : {}),
  };
}

const CLOSE_DATE = "close_date";
interface Closing {
  readonly to: Stage;
  readonly from: Stage | undefined;
  readonly definition: PipelineDefinition;
}
/**
 * What was the expected day becomes the actual one when a record is won or lost, unless this very write tells
 * the day. An empty one that a gate asks for stays empty: the gate is to ask for it.
 */
function closingDay(
  object: CatalogObject,
  change: Change,
  { to, from, definition }: Closing,
  zone: string,
): Values {
  const isClosing = to.type !== "open" && (from === undefined || from.type === "open");
  if (
    !isClosing ||
    change.takingBack ||
    object.byName[CLOSE_DATE]?.kind !== "date" ||
    change.given?.has(CLOSE_DATE) ||
    change.changed.has(CLOSE_DATE)
  )
    return {};
  const { close_date } = partOf(dealLike, change.after);
  const isEmpty = close_date === null || close_date === undefined;
  if (change.before === null && !isEmpty) return {};
  // A win may leave stages out, and answers for all of them.
  const answeredFor =
    to.type === "won"
      ? definition.stages.flatMap(({ entry, exit }) => [...entry, ...exit])
      : [...to.entry, ...(from?.exit ?? [])];
  const asked = answeredFor.some(
    (criterion) => criterion.kind === "fields" && criterion.fields.includes(CLOSE_DATE),
  );
  return isEmpty && asked ? {} : { [CLOSE_DATE]: dayIn(zone, enteredAt(object, change)) };
}

function fieldsSet(stage: Stage, when: "on_enter" | "on_exit"): Values {
  if (!isLayerOn(stage, "actions")) return {};
  return Object.fromEntries(
    stage[when].flatMap((action) => (action.kind === "set" ? [[action.field, action.value] as const] : [])),
  );
}
