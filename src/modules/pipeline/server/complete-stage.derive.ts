import type { ServerDerive } from "../../../engine/hooks.ts";
import type { Context } from "../../../engine/context.ts";
import { dayIn } from "../../../shared/time/zone.ts";
import { label } from "../../../shared/i18n/label.ts";
import type { Change } from "../../../shared/metadata/hooks.ts";
import type { CatalogObject, Values } from "../../../shared/metadata/object.ts";
import { isLayerOn } from "../shared/layers.ts";
import { firstOpenStage, type PipelineDefinition, type Stage, stageOf } from "../shared/pipeline.ts";
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
  const pipeline = after["pipeline"]
    ? pipelines.find(after["pipeline"], after["department"])
    : pipelines.defaultOf(object.name, after["department"]);
  if (!pipeline) return {};
  const changesPipeline = before !== null && before["pipeline"] !== pipeline.id;
  const unsaid =
    !after[field] ||
    (changesPipeline && before[field] === after[field] && !stageOf(pipeline.definition, after[field]));
  const first = unsaid ? firstOpenStage(pipeline.definition) : undefined;
  return {
    ...(after["pipeline"] ? {} : { pipeline: pipeline.id }),
    ...(first ? { [field]: first.name } : {}),
  };
}

/** The beginning of the last run of back-filled states in this stage, else the moment of the write. */
function enteredAt(object: CatalogObject, { past, after, now }: Change): string {
  const field = object.stageField ?? "";
  let since = now;
  for (const state of (past ?? []).toReversed()) {
    if ((state.values[field] ?? after[field]) !== after[field]) break;
    const entered = state.values["stage_entered_at"];
    since = typeof entered === "string" ? entered : state.at;
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
  const values: Values = {};
  const { before, after, changed } = change;
  const isPast = before === null && change.past === undefined && change.now !== now;
  const probability = after["probability"];
  const fromStage = definition.stages.some((stage) => String(stage.probability) === String(probability));
  if (
    object.byName["probability"] &&
    (before
      ? !changed.has("probability")
      : probability === null || probability === undefined || (isPast && fromStage))
  )
    values["probability"] = String(to.probability);
  const category = after["forecast_category"];
  if (
    object.byName["forecast_category"] &&
    (before ? !changed.has("forecast_category") : !category || isPast)
  )
    values["forecast_category"] = to.forecast_category;
  return values;
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
  const isEmpty = change.after[CLOSE_DATE] === null || change.after[CLOSE_DATE] === undefined;
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
