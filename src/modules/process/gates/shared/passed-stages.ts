import { type PipelineDefinition, type StageType, stageOf } from "../../pipeline/shared/public.ts";

/** A stage visit as far as it tells which stages a record has passed. */
export interface VisitOfPath {
  readonly pipeline: string | null;
  readonly stage: string;
  readonly stage_type: StageType;
  /** Open stages that the move into this stage left out and answered for. */
  readonly skipped: readonly string[] | null;
  /** Told by a file when the record was created: the gate was asked once, with the last of these visits. */
  readonly imported: boolean;
  readonly override_unmet: readonly { readonly criterion: string | null }[] | null;
  readonly working_days: number | null;
}
/** What the visits of a record say about its pipeline. */
export interface Path {
  /** Stages whose criteria it met when it went on. A later gate does not ask for them again. */
  readonly passed: ReadonlySet<string>;
  /** Longest visit of each stage in working days. */
  readonly stood: ReadonlyMap<string, number>;
}
export const NO_PATH: Path = { passed: new Set(), stood: new Map() };

/**
 * Which stages of a pipeline a record has passed: it left them going forward, or a move left them out, and
 * everything they ask was met. What an override let past is not passed; neither is a stage that was left by
 * losing, by going back or for another pipeline.
 * @example pathOf(definition, "p1", visits).passed // Set { "discovery", "needs" }
 */
export function pathOf(
  definition: PipelineDefinition,
  pipeline: string,
  visits: readonly VisitOfPath[],
): Path {
  const stageOfCriterion = new Map(
    definition.stages.flatMap(({ name, entry, exit }) =>
      [...entry, ...exit].map(({ id }) => [id, name] as const),
    ),
  );
  const unmetIn = (visit: VisitOfPath): readonly string[] =>
    (visit.override_unmet ?? []).flatMap(({ criterion }) => stageOfCriterion.get(criterion ?? "") ?? []);
  // The visits that a file told share one judgement, which stands with the last of them.
  const unmetByFile = new Set(visits.filter(({ imported }) => imported).flatMap(unmetIn));
  const passed = new Set<string>();
  const stood = new Map<string, number>();
  visits.forEach((visit, index) => {
    const before = visits[index - 1];
    const unmet = visit.imported ? unmetByFile : new Set(unmetIn(visit));
    const left =
      before?.pipeline === pipeline && isOnward(definition, before, visit, pipeline) ? [before.stage] : [];
    for (const name of [...left, ...(visit.pipeline === pipeline ? (visit.skipped ?? []) : [])])
      if (!unmet.has(name)) passed.add(name);
    if (visit.pipeline === pipeline && visit.working_days !== null)
      stood.set(visit.stage, Math.max(stood.get(visit.stage) ?? 0, visit.working_days));
  });
  return { passed, stood };
}

/**
 * Whether the move into `visit` went forward within the pipeline, so that the exit criteria of the stage
 * before were asked.
 */
function isOnward(
  definition: PipelineDefinition,
  before: VisitOfPath,
  visit: VisitOfPath,
  pipeline: string,
): boolean {
  const left = stageOf(definition, before.stage);
  if (visit.pipeline !== pipeline || left?.type !== "open" || visit.stage_type === "lost") return false;
  if (visit.stage_type === "won") return true;
  const to = stageOf(definition, visit.stage);
  return to !== undefined && to.order > left.order;
}
