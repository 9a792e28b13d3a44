import type { Operation, PastState } from "../../../engine/record/contract.ts";
import type { CatalogObject, Values } from "../../../shared/metadata/object.ts";
import type { Reason } from "../../../shared/metadata/reason.ts";
import { findOption } from "../shared/parse-choice.ts";
import { startOfDay } from "../shared/parse-date.ts";
import { importReason, shown } from "../shared/reasons.labels.ts";
import { buildHistory, type StageDate } from "../shared/stage-history.ts";
import type { Match } from "./find-matches.ts";
import type { PipelineWords, StageVocabulary, StageWords } from "./import-targets.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import type { ReadRow } from "./read-row.ts";

export interface BuildContext {
  readonly plan: MappingPlan;
  readonly stages: StageVocabulary | null;
  readonly zone: string;
  readonly now: string;
  readonly newId: () => string;
}
export type Built =
  | { readonly is: "operation"; readonly operation: Operation }
  | { readonly is: "skip"; readonly id: string }
  | { readonly is: "refused"; readonly reasons: readonly Reason[]; readonly unknownStage?: { readonly cell: string; readonly stages: readonly StageWords[] } };
type Staged =
  | { readonly ok: true; readonly values: Values; readonly pipeline: PipelineWords | undefined; readonly stage: StageWords | undefined }
  | Extract<Built, { is: "refused" }>;

/** The pipeline is the row's own, else the record's, else the default for its department. */
function pipelineOf(build: BuildContext, values: Values, match: Match | null): PipelineWords | undefined {
  if (!build.stages || !build.plan.object.stageField) return undefined;
  const named = values["pipeline"] ?? match?.pipeline;
  if (typeof named === "string") return build.stages.find(named);
  const department = values["department"];
  return build.stages.defaultOf(build.plan.object.name, typeof department === "string" ? department : null);
}

function stageUnknown(cell: string, field: string, pipeline: PipelineWords): Extract<Built, { is: "refused" }> {
  const options = pipeline.stages.map(({ name }) => name).join(", ");
  return { is: "refused", reasons: [importReason("stage_unknown", { cell: shown(cell), options }, field)], unknownStage: { cell, stages: pipeline.stages } };
}

/** Puts the stage cell into its pipeline's own name; without pipelines the cell stands as it is. */
function readStage(build: BuildContext, row: ReadRow, values: Values, match: Match | null): Staged {
  const field = build.plan.object.stageField;
  const pipeline = pipelineOf(build, values, match);
  if (field === undefined || row.stage === undefined)
    return { ok: true, values, pipeline, stage: match ? undefined : pipeline?.stages.find(({ type }) => type === "open") };
  if (!pipeline) return { ok: true, values: { ...values, [field]: row.stage.cell }, pipeline, stage: undefined };
  const name = findOption(pipeline.stages, row.stage.cell);
  const stage = pipeline.stages.find((one) => one.name === name);
  if (!stage) return stageUnknown(row.stage.cell, field, pipeline);
  return { ok: true, values: { ...values, [field]: stage.name }, pipeline, stage };
}

const ENDINGS = ["close_date", "lost_reason", "lost_detail"];
/** Fields that say how and when it ended: empty in states before it did. */
const endingFields = (object: CatalogObject): readonly string[] => ENDINGS.filter((name) => object.byName[name] !== undefined);

function readPast(build: BuildContext, row: ReadRow, staged: Extract<Staged, { ok: true }>): readonly PastState[] | Extract<Built, { is: "refused" }> {
  const { object } = build.plan;
  const { pipeline, stage } = staged;
  const stageField = object.stageField ?? "";
  const dates: StageDate[] = [];
  for (const { stage: wanted, date } of pipeline && stage ? row.entered : []) {
    if (wanted === "*") {
      // The expected close date of an open deal is a plan, not history.
      const isPlan = stage?.type === "open" && startOfDay(date, build.zone) > build.now;
      if (stage && !isPlan) dates.push({ stage: stage.name, date });
      continue;
    }
    const name = findOption(pipeline?.stages ?? [], wanted);
    if (name === null) return pipeline ? stageUnknown(wanted, stageField, pipeline) : [];
    dates.push({ stage: name, date });
  }
  if (dates.length === 0 && row.createdAt === undefined) return [];
  const history = buildHistory({
    stageField,
    final: stage?.name ?? "",
    dates,
    ...(row.createdAt === undefined ? {} : { createdAt: row.createdAt }),
    stages: pipeline?.stages.map(({ name }) => name) ?? [],
    outcome: endingFields(object),
    zone: build.zone,
    now: build.now,
  });
  return history.ok ? history.past : { is: "refused", reasons: [history.reason] };
}

const withoutEmpty = (values: Values): Values => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What the row asks of its record. `values` are complete but for the stage. */
export function buildOperation(build: BuildContext, row: ReadRow, values: Values, match: Match | null): Built {
  const { object, options } = build.plan;
  if (match && options.onMatch === "skip") return { is: "skip", id: match.id };
  const staged = readStage(build, row, values, match);
  if ("is" in staged) return staged;
  if (match)
    return {
      is: "operation",
      operation: { op: "update", object: object.name, id: match.id, values: options.empty === "clear" ? staged.values : withoutEmpty(staged.values) },
    };
  const past = readPast(build, row, staged);
  if ("is" in past) return past;
  return {
    is: "operation",
    operation: { op: "create", object: object.name, id: build.newId(), values: withoutEmpty(staged.values), ...(past.length > 0 ? { past } : {}) },
  };
}
