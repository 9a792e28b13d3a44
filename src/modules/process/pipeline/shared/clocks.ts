import { type ClockLimit, type ClockLimits, clockKey } from "../../../../shared/expression/clock-limits.ts";
import { CLOCKS, type Clock } from "../../../../shared/metadata/clock-fields.ts";
import type { StageClock } from "./clock.contract.ts";
import { USUAL_DWELL } from "./dwell.ts";
import type { PipelineDefinition, PipelineRules, Stage } from "./pipeline.ts";

/** P75 and P90 of won records, in working days. */
export interface ClockNorm {
  readonly pipeline: string;
  readonly stage: string;
  readonly clock: Clock;
  readonly amber: number;
  readonly red: number;
  readonly n: number;
}

/** Working days where fewer than five records were won and nothing is set. */
export const USUAL_LIMITS: Readonly<Record<Clock, { readonly amber: number; readonly red: number }>> = {
  dwell: USUAL_DWELL,
  idle: { amber: 5, red: 10 },
  slip: { amber: 10, red: 20 },
};
/**
 * A meeting with the customer so many days ahead keeps the idle clock from red, unless the pipeline says
 * otherwise.
 */
export const MEETING_DAYS = 14;
/** Below this share of the longest stay nobody is warned. */
const NEAR = 0.8;

/**
 * From when on a clock of a stage warns: what is set, else what won records took, else the usual; a dwell is
 * never longer fine than the longest stay.
 */
export function stageClock(
  stage: Pick<Stage, "clocks" | "max_dwell">,
  clock: Clock,
  norm: ClockNorm | undefined,
  rules: PipelineRules,
): StageClock {
  const own = stage.clocks?.[clock];
  const max = clock === "dwell" ? stage.max_dwell : undefined;
  const least = clock === "dwell" ? 0 : 1;
  const usual = max === undefined ? USUAL_LIMITS[clock] : { amber: max * NEAR, red: max };
  const measured = norm
    ? { amber: Math.max(norm.amber, least), red: Math.max(norm.red, least + (least ? 1 : 0)) }
    : usual;
  const amber =
    own?.amber ?? Math.min(measured.amber, max === undefined ? Number.POSITIVE_INFINITY : max * NEAR);
  const red = own?.red ?? Math.min(measured.red, max ?? Number.POSITIVE_INFINITY);
  const isSet = own?.amber !== undefined || own?.red !== undefined;
  const meetingDays = rules.meeting_days ?? MEETING_DAYS;
  return {
    amber: Math.min(amber, red),
    red,
    meeting: clock === "idle" && meetingDays > 0 ? meetingDays : null,
    from: isSet ? "set" : norm ? "won" : max === undefined ? "usual" : "max",
    n: norm?.n ?? 0,
  };
}

/** Limits of all open stages of these pipelines, as CLOCKLEVEL looks them up. */
export function clockLimits(
  pipelines: readonly { readonly id: string; readonly definition: PipelineDefinition }[],
  norms: readonly ClockNorm[],
): ClockLimits {
  const measured = new Map(norms.map((norm) => [clockKey(norm.pipeline, norm.stage, norm.clock), norm]));
  const limits = new Map<string, ClockLimit>();
  for (const { id, definition } of pipelines)
    for (const stage of definition.stages)
      if (stage.type === "open")
        for (const clock of CLOCKS) {
          const key = clockKey(id, stage.name, clock);
          const { amber, red, meeting } = stageClock(stage, clock, measured.get(key), definition.rules);
          limits.set(key, { amber, red, meeting });
        }
  return limits;
}
