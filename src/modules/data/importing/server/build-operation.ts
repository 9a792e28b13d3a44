import type { Operation, PastState } from "../../../../engine/public.ts";
import type { CatalogObject, Values } from "../../../../shared/metadata/object.ts";
import { textOf, type Language } from "../../../../shared/i18n/label.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import { staged } from "../../../../shared/metadata/stage-fields.ts";
import { findOption } from "../shared/parse-choice.ts";
import { startOfDay } from "../shared/start-of-day.ts";
import { type KnownEntry, mergeHistory } from "../shared/merge-history.ts";
import { importReason, optionLabels, shown } from "../shared/reasons.labels.ts";
import { buildHistory, microseconds, type StageDate } from "../shared/stage-history.ts";
import type { Match } from "./find-matches.ts";
import type { PipelineWords, StageVocabulary, StageWords } from "./import-targets.ts";
import type { MappingPlan } from "./mapping-plan.ts";
import type { ReadRow } from "./read-row.ts";
import type { LinkedRow } from "./resolve-links.ts";
import type { ImportedPast } from "./imported-past.ts";

export interface BuildContext {
  readonly plan: MappingPlan;
  readonly stages: StageVocabulary | null;
  readonly zone: string;
  readonly now: string;
  readonly newId: () => string;
  readonly language: Language;
}
/** What is on record of the one that a row is about: its stays where the file tells of them. */
export interface OnRecord {
  readonly match: Match;
  readonly entries: readonly KnownEntry[];
}
export type Built =
  | { readonly is: "operation"; readonly operation: Operation; readonly notes: readonly Reason[] }
  | { readonly is: "skip"; readonly id: string }
  | {
      readonly is: "refused";
      readonly reasons: readonly Reason[];
      readonly unknownStage?: { readonly cell: string; readonly stages: readonly StageWords[] };
    };
type Staged =
  | {
      readonly ok: true;
      readonly values: Values;
      readonly pipeline: PipelineWords | undefined;
      readonly stage: StageWords | undefined;
    }
  | Extract<Built, { is: "refused" }>;

/** The pipeline is the row's own, else the record's, else the default for its department. */
function pipelineOf(build: BuildContext, values: Values, match: Match | null): PipelineWords | undefined {
  if (!build.stages || !build.plan.object.stageField) return undefined;
  const named = partOf(staged, values).pipeline ?? match?.pipeline;
  if (typeof named === "string") return build.stages.find(named);
  const { department } = partOf(anyRecord, values);
  return build.stages.defaultOf(build.plan.object.name, typeof department === "string" ? department : null);
}

function stageUnknown(
  cell: string,
  field: string,
  pipeline: PipelineWords,
): Extract<Built, { is: "refused" }> {
  const reason = importReason("stage_unknown", { cell: shown(cell) }, field, {
    options: optionLabels(pipeline.stages),
  });
  return { is: "refused", reasons: [reason], unknownStage: { cell, stages: pipeline.stages } };
}

/** Puts the stage cell into its pipeline's own name; without pipelines the cell stands as it is. */
function readStage(build: BuildContext, row: ReadRow, values: Values, match: Match | null): Staged {
  const field = build.plan.object.stageField;
  const pipeline = pipelineOf(build, values, match);
  if (field === undefined || row.stage === undefined)
    return {
      ok: true,
      values,
      pipeline,
      stage: pipeline?.stages.find(({ name, type }) => (match ? name === match.stage : type === "open")),
    };
  if (!pipeline)
    return { ok: true, values: { ...values, [field]: row.stage.cell }, pipeline, stage: undefined };
  const name = findOption(pipeline.stages, row.stage.cell);
  const stage = pipeline.stages.find((one) => one.name === name);
  if (!stage) return stageUnknown(row.stage.cell, field, pipeline);
  return { ok: true, values: { ...values, [field]: stage.name }, pipeline, stage };
}

const ENDINGS = ["close_date", "lost_reason", "lost_detail"];
/** Fields that say how and when it ended: empty in states before it did. */
const endingFields = (object: CatalogObject): readonly string[] =>
  ENDINGS.filter((name) => object.byName[name] !== undefined);

/** The days on which the row says that stages were entered. */
function datesIn(
  build: BuildContext,
  row: ReadRow,
  { pipeline, stage }: Extract<Staged, { ok: true }>,
): readonly StageDate[] | Extract<Built, { is: "refused" }> {
  const dates: StageDate[] = [];
  for (const { stage: wanted, date } of pipeline && stage ? row.entered : []) {
    if (wanted === "*") {
      // The expected close date of an open deal is a plan, not history.
      const isPlan = stage?.type === "open" && startOfDay(date, build.zone) > build.now;
      if (stage && !isPlan) dates.push({ stage: stage.name, date });
      continue;
    }
    const name = findOption(pipeline?.stages ?? [], wanted);
    if (name === null)
      return pipeline ? stageUnknown(wanted, build.plan.object.stageField ?? "", pipeline) : [];
    dates.push({ stage: name, date });
  }
  return dates;
}

const isRefused = (value: unknown): value is Extract<Built, { is: "refused" }> =>
  typeof value === "object" && value !== null && "is" in value;
const refused = (reason: Reason): Extract<Built, { is: "refused" }> => ({ is: "refused", reasons: [reason] });

/** The history of a new record. */
function readPast(
  build: BuildContext,
  row: ReadRow,
  staged: Extract<Staged, { ok: true }>,
): readonly PastState[] | Extract<Built, { is: "refused" }> {
  const { pipeline, stage } = staged;
  const dates = datesIn(build, row, staged);
  if (isRefused(dates)) return dates;
  if (dates.length === 0 && row.createdAt === undefined) return [];
  const history = buildHistory({
    stageField: build.plan.object.stageField ?? "",
    final: stage?.name ?? "",
    dates,
    ...(row.createdAt === undefined ? {} : { createdAt: row.createdAt }),
    stages: pipeline?.stages.map(({ name }) => name) ?? [],
    outcome: endingFields(build.plan.object),
    zone: build.zone,
    now: build.now,
  });
  return history.ok ? history.past : refused(history.reason);
}

interface Retold {
  readonly past: readonly PastState[];
  readonly notes: readonly Reason[];
}
/** The history of a record that is there already, with what the row adds to it. */
function retell(
  build: BuildContext,
  row: ReadRow,
  staged: Extract<Staged, { ok: true }>,
  known: OnRecord,
): Retold | Extract<Built, { is: "refused" }> {
  const { pipeline, stage } = staged;
  const dates = datesIn(build, row, staged);
  if (isRefused(dates)) return dates;
  const notes = createdNotes(build, row, known.match);
  const createdAt = notes.length > 0 ? undefined : row.createdAt;
  if (dates.length === 0 && createdAt === undefined) return { past: [], notes };
  if (dates.length > 0 && known.match.pipeline !== null && pipeline?.id !== known.match.pipeline)
    return {
      past: [],
      notes: [...notes, importReason("history_left_out", {}, build.plan.object.stageField)],
    };
  if (!pipeline || !stage || known.entries.length === 0)
    return {
      past:
        createdAt === undefined || isOnRecord(build, createdAt, known.match)
          ? []
          : [{ at: createdAt, values: {} }],
      notes,
    };
  const merged = mergeHistory({
    stageField: build.plan.object.stageField ?? "",
    known: known.entries,
    told: dates,
    current: known.match.stage ?? stage.name,
    final: stage.name,
    ...(createdAt === undefined ? {} : { createdAt }),
    stages: pipeline.stages.map(({ name, label }) => ({ name, title: textOf(label, build.language, name) })),
    outcome: endingFields(build.plan.object),
    zone: build.zone,
    now: build.now,
  });
  return merged.ok ? { past: merged.past ?? [], notes } : refused(merged.reason);
}
const isOnRecord = ({ zone }: BuildContext, createdAt: string, { created_at }: Match): boolean =>
  dayIn(zone, createdAt) >= dayIn(zone, created_at);
/** A record is not made later than it was. */
function createdNotes(build: BuildContext, row: ReadRow, { created_at }: Match): readonly Reason[] {
  if (row.createdAt === undefined) return [];
  const [told, known] = [dayIn(build.zone, row.createdAt), dayIn(build.zone, created_at)];
  return told > known ? [importReason("created_on_record", { told, known }, "created_at")] : [];
}

/** The life that a row tells of a new record. */
function lifeOf(
  build: BuildContext,
  row: ReadRow,
  { states }: ImportedPast,
  staged: Extract<Staged, { ok: true }>,
): readonly PastState[] | Extract<Built, { is: "refused" }> {
  const fault = lifeFault(build, states, staged);
  if (fault) return fault;
  const [first] = states;
  const created = row.createdAt === undefined ? undefined : microseconds(row.createdAt);
  return first && created !== undefined && created < first.at
    ? [{ at: created, values: first.values }, ...states]
    : states;
}

/** States in the future, or in stages that their pipeline does not have. */
function lifeFault(
  build: BuildContext,
  states: readonly PastState[],
  { pipeline }: Extract<Staged, { ok: true }>,
): Extract<Built, { is: "refused" }> | null {
  const field = build.plan.object.stageField;
  const last = states.at(-1);
  if (last && last.at > microseconds(build.now))
    return refused(importReason("date_in_future", { cell: last.at.slice(0, 10) }, field));
  for (const { values } of states) {
    const stage = field === undefined ? undefined : values[field];
    const { pipeline: told } = partOf(staged, values);
    const own = typeof told === "string" ? build.stages?.find(told) : pipeline;
    if (
      field === undefined ||
      typeof stage !== "string" ||
      !own ||
      own.stages.some(({ name }) => name === stage)
    )
      continue;
    return stageUnknown(stage, field, own);
  }
  return null;
}

/**
 * A life told of a record that is there: what it says beyond what is on record. A move that was seen here and
 * that it does not tell contradicts it.
 */
function retellLife(
  build: BuildContext,
  { states, notes }: ImportedPast,
  staged: Extract<Staged, { ok: true }>,
  known: OnRecord,
): Retold | Extract<Built, { is: "refused" }> {
  const fault = lifeFault(build, states, staged);
  if (fault) return fault;
  const field = build.plan.object.stageField ?? "";
  const final = staged.stage?.name ?? known.match.stage;
  const told = new Set(states.map(({ at, values }) => `${String(values[field] ?? final)} ${at}`));
  const onRecord = new Set(known.entries.map(({ stage, at }) => `${stage} ${microseconds(at)}`));
  const moves = states.filter(
    ({ values }, index) =>
      index === 0 || (states[index - 1]?.values[field] ?? final) !== (values[field] ?? final),
  );
  if (moves.every(({ at, values }) => onRecord.has(`${String(values[field] ?? final)} ${at}`)))
    return { past: [], notes };
  const contrary = known.entries.find(
    ({ stage, at, seen }) => seen && !told.has(`${stage} ${microseconds(at)}`),
  );
  if (!contrary) return { past: states, notes };
  const name = staged.pipeline?.stages.find(({ name: one }) => one === contrary.stage);
  return refused(
    importReason("history_differs", { day: dayIn(build.zone, contrary.at) }, field, {
      stage: name?.label ?? { "zh-CN": contrary.stage },
    }),
  );
}

const withoutEmpty = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

/** What the row asks of its record. `values` are complete but for the stage. */
export function buildOperation(
  build: BuildContext,
  { row, values, told, ownId, notes: left }: Pick<LinkedRow, "row" | "values" | "told" | "ownId" | "notes">,
  known: OnRecord | null,
): Built {
  const { object, options } = build.plan;
  if (known && options.onMatch === "skip") return { is: "skip", id: known.match.id };
  const staged = readStage(build, row, values, known?.match ?? null);
  if ("is" in staged) return staged;
  if (known) {
    const retold = told ? retellLife(build, told, staged, known) : retell(build, row, staged, known);
    if (isRefused(retold)) return retold;
    const { past } = retold;
    const notes = [...left, ...retold.notes];
    const given = options.empty === "clear" ? staged.values : withoutEmpty(staged.values);
    return {
      is: "operation",
      notes,
      operation: {
        op: "update",
        object: object.name,
        id: known.match.id,
        values: given,
        ...(past.length > 0 ? { past } : {}),
        ...(build.plan.lines.length > 0 ? { keepsId: true } : {}),
      },
    };
  }
  const past = told ? lifeOf(build, row, told, staged) : readPast(build, row, staged);
  if (isRefused(past)) return past;
  return {
    is: "operation",
    notes: [...left, ...(told?.notes ?? [])],
    operation: {
      op: "create",
      object: object.name,
      id: ownId ?? build.newId(),
      ...(ownId || build.plan.lines.length > 0 ? { keepsId: true } : {}),
      values: withoutEmpty(staged.values),
      ...(past.length > 0 ? { past } : {}),
    },
  };
}
