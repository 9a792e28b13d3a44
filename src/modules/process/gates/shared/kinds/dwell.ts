import { compose } from "../../../../../shared/i18n/compose-labels.ts";
import { label } from "../../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../../shared/metadata/reason.ts";
import { type CriterionOf, fault, isBounds } from "../../../pipeline/shared/public.ts";
import { reasonOf } from "../criterion.ts";
import type { GateKind, GateWorld } from "../gate-kind.ts";
import { gateMessages } from "../gate.texts.ts";

/** The record has stood in the stage that it leaves for so many working days. */
export const dwellKind: GateKind<CriterionOf<"dwell">> = {
  label: label("停留时间", "Time in stage"),
  check: ({ id, min_days: min, max_days: max }, place) =>
    isBounds(min, max) && (min ?? max) !== undefined ? [] : [fault(place, "bad_bounds", { place: id })],
  unmet: ({ criterion, skipped }, world) =>
    skipped?.stood === undefined ? ofStay(criterion, world) : notStood(criterion, skipped.stood),
  title: () => gateMessages.title_dwell,
  inFull: ({ min_days, max_days }) =>
    compose(gateMessages.asks_dwell, { min: min_days ?? 0, max: max_days ?? "∞" }),
};

function ofStay(
  criterion: CriterionOf<"dwell">,
  { enteredOn, today, calendar }: GateWorld,
): readonly Reason[] {
  if (!enteredOn) return [];
  const { min_days: min, max_days: max } = criterion;
  const have = calendar.between(enteredOn, today);
  if (min !== undefined && have < min) {
    const until = calendar.add(enteredOn, min);
    const text = compose(gateMessages.dwell_too_short, { until, min });
    const params = { have, min };
    return [reasonOf(criterion, "dwell_too_short", text, { action: "wait", until }, { params })];
  }
  if (max === undefined || have <= max) return [];
  const text = compose(gateMessages.dwell_too_long, { have, max });
  return [reasonOf(criterion, "dwell_too_long", text, { action: "none" }, { params: { have, max } })];
}

/** A shortest stay in a stage that is left out: only an earlier visit of it can have been long enough. */
function notStood(criterion: CriterionOf<"dwell">, have: number): readonly Reason[] {
  const min = criterion.min_days ?? 0;
  if (have >= min) return [];
  const text = compose(gateMessages.not_stood, { min, have });
  return [reasonOf(criterion, "dwell_too_short", text, { action: "none" }, { params: { have, min } })];
}
