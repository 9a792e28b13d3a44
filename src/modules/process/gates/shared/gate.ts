import type { Reason } from "../../../../shared/metadata/reason.ts";
import { unmetOf } from "./criterion.ts";
import type { Asked, GateWorld } from "./gate-kind.ts";
import { exceptionsIn, isExcused, withEnd } from "./exception.ts";
import {
  criteriaOf,
  isLayerOn,
  layerOf,
  type Side,
  type Layer,
  LAYERS,
  type Stage,
} from "../../pipeline/shared/public.ts";
import { type Move, moveKind, ruleReasons, stagesLeftOut } from "./move.ts";
import type { LayerStatus } from "./moves.contract.ts";

export interface GateAnswer {
  /** Empty: the gate is open. */
  readonly unmet: readonly Reason[];
  readonly ring: readonly LayerStatus[];
}
export interface CriterionOnSide extends Asked {
  readonly side: Side;
}

/**
 * The criteria that a move asks (docs/decisions/0004 and 0019), in the order of the way: those to leave the
 * stage it stands in, those of every stage that is left out, those to enter the new one. Losing and going
 * back ask only those to enter.
 */
export function criteriaOfMove(move: Move): readonly CriterionOnSide[] {
  const kind = moveKind(move);
  const left = move.from?.stage;
  const isOnward = left && move.from?.pipeline && (kind === "forward" || kind === "transfer");
  const losesAsking = kind === "lose" && left && move.from?.pipeline?.rules.lost_asks_exit === true;
  const leaving = left && (isOnward || losesAsking) ? on(left, "exit", left) : [];
  const asked = [
    ...leaving,
    ...stagesLeftOut(move).flatMap((stage) => ofSkipped(stage, move)),
    ...on(move.to, "entry", left),
  ];
  return isOnward ? [...asked, ...owedBy(move, asked)] : asked;
}
/**
 * A stage that is left out is answered for as if the record went through it: its entry criteria and its exit
 * criteria.
 */
function ofSkipped(stage: Stage, { from, path }: Move): readonly CriterionOnSide[] {
  const stood = path?.stood.get(stage.name) ?? 0;
  return [
    ...on(stage, "entry", from?.stage).map((one) => ({ ...one, skipped: { stage } })),
    ...on(stage, "exit", stage).map((one) => ({ ...one, skipped: { stage, stood } })),
  ];
}
/**
 * What earlier gates let pass for a time that is over, unless this gate asks for it anyway. Tasks and stays
 * belong to a visit that has ended.
 */
function owedBy(
  { definition, owed = [] }: Move,
  asked: readonly CriterionOnSide[],
): readonly CriterionOnSide[] {
  if (owed.length === 0) return [];
  return definition.stages
    .flatMap((stage) => [...on(stage, "exit", stage), ...on(stage, "entry", stage)])
    .filter(
      ({ criterion }) =>
        owed.includes(criterion.id) && criterion.kind !== "tasks" && criterion.kind !== "dwell",
    )
    .filter(({ criterion }) => !asked.some((one) => one.criterion.id === criterion.id));
}
const on = (stage: Stage, side: Side, left: Stage | undefined): readonly CriterionOnSide[] =>
  criteriaOf(stage, side).map((criterion) => ({ left, side, criterion }));

/**
 * Judges a move: what the pipeline's rules and the asked criteria say against it, and how the seven layers
 * stand. Pure; the same on every road.
 * @example judge({ definition, from: { pipeline: definition, stage: needs }, to: demo, mover }, world).unmet // [] when the gate is open
 */
export function judge(move: Move, world: GateWorld): GateAnswer {
  const exceptions = exceptionsIn(world.evidence);
  const asked = criteriaOfMove(move).map((one) => {
    const exception = exceptions.get(one.criterion.id);
    const reasons = isExcused(exception, world.today)
      ? []
      : unmetOf(one, world).map((reason) => withEnd(reason, exception));
    return { ...one, layer: layerOf(one.criterion, one.side), reasons };
  });
  const ring = LAYERS.map((layer): LayerStatus => {
    const here = asked.filter((one) => one.layer === layer);
    const open = here.filter((one) => one.reasons.length > 0).length;
    return { layer, asked: here.length, open, state: stateOf(move, layer, here.length, open) };
  });
  return {
    unmet: withoutRepeats([...ruleReasons(move, world.labels.role), ...asked.flatMap((one) => one.reasons)]),
    ring,
  };
}

function stateOf(move: Move, layer: Layer, asked: number, open: number): LayerStatus["state"] {
  const stage = layer === "exit" && move.from?.stage ? move.from.stage : move.to;
  if (!isLayerOn(stage, layer) && asked === 0) return "off";
  if (layer === "actions")
    return move.to.on_enter.length + (move.from?.stage?.on_exit.length ?? 0) > 0 ? "auto" : "none";
  return asked === 0 ? "none" : open === 0 ? "met" : "open";
}

/** A field that both gates ask for is asked for once. */
export function withoutRepeats(reasons: readonly Reason[]): readonly Reason[] {
  const seen = new Set<string>();
  return reasons.filter((reason) => {
    if (reason.code !== "required") return true;
    const key = reason.field ?? "";
    return !seen.has(key) && seen.add(key);
  });
}
