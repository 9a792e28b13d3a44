import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { GivenCriterion, GivenItems, GivenRules, GivenStage } from "../shared/pipeline-body.contract.ts";
import type { CriterionKinds } from "../shared/criterion-kind.ts";
import {
  type Criterion,
  DEFAULT_RULES,
  type PipelineDefinition,
  type PipelineRules,
  type Stage,
  type StageAction,
} from "../shared/pipeline.ts";

/**
 * A definition as it is kept: what may be left out is filled in, every criterion, item and action has an id.
 */
export function toDefinition(
  given: {
    object: string;
    name: string;
    label: LabelMap;
    stages: readonly GivenStage[];
    rules?: GivenRules;
  },
  kinds: CriterionKinds,
): PipelineDefinition {
  const taken = new Set(
    given.stages.flatMap((one) =>
      [...(one.entry ?? []), ...(one.exit ?? []), ...(one.on_enter ?? []), ...(one.on_exit ?? [])].flatMap(
        (part) => part.id ?? [],
      ),
    ),
  );
  const free = (prefix: string): string => {
    let number = 1;
    while (taken.has(`${prefix}_${number}`)) number += 1;
    taken.add(`${prefix}_${number}`);
    return `${prefix}_${number}`;
  };
  return {
    object: given.object,
    name: given.name,
    label: given.label,
    rules: mergeRules(DEFAULT_RULES, given.rules ?? {}),
    stages: given.stages.map((one, index) => toStage(one, index, free, kinds)),
  };
}

/** `create_in: null` or "any" allows every stage again, an approval of null needs none. */
export function mergeRules(
  base: PipelineRules,
  { create_in, override_approval, reopen_approval, meeting_days, ...toggles }: GivenRules,
): PipelineRules {
  const {
    create_in: before,
    override_approval: overriding,
    reopen_approval: reopening,
    meeting_days: days,
    ...rest
  } = base;
  const only = create_in === undefined ? before : create_in;
  const override = override_approval === undefined ? overriding : override_approval;
  const reopen = reopen_approval === undefined ? reopening : reopen_approval;
  const meeting = meeting_days === undefined ? days : meeting_days;
  return {
    ...rest,
    ...toggles,
    ...(typeof meeting === "number" ? { meeting_days: meeting } : {}),
    ...(only && only !== "any" ? { create_in: only } : {}),
    ...(override ? { override_approval: override } : {}),
    ...(reopen ? { reopen_approval: reopen } : {}),
  };
}

function toStage(
  one: GivenStage,
  index: number,
  free: (prefix: string) => string,
  kinds: CriterionKinds,
): Stage {
  const criteria = (list: GivenStage["entry"], side: string): readonly Criterion[] =>
    (list ?? []).map((part) => toCriterion(part, part.id ?? free(`${one.name}_${side}`), kinds));
  const actions = (list: GivenStage["on_enter"], when: string): readonly StageAction[] =>
    (list ?? []).map((part) => ({ ...part, id: part.id ?? free(`${one.name}_${when}`) }));
  return {
    ...one,
    order: one.order ?? index + 1,
    probability: Number(one.probability ?? (one.type === "won" ? 100 : 0)),
    forecast_category:
      one.forecast_category ?? (one.type === "won" ? "closed" : one.type === "lost" ? "omitted" : "pipeline"),
    entry: criteria(one.entry, "entry"),
    exit: criteria(one.exit, "exit"),
    on_enter: actions(one.on_enter, "enter"),
    on_exit: actions(one.on_exit, "leave"),
  };
}

function toCriterion(given: GivenCriterion, id: string, kinds: CriterionKinds): Criterion {
  if (given.kind === "checklist") return { ...given, id, items: numbered(given.items) };
  if (given.kind === "tasks") return { ...given, id, items: given.items ? numbered(given.items) : undefined };
  if ("settings" in given) return { ...given, id, layer: kinds.get(given.kind)?.layer };
  return { ...given, id };
}
const numbered = (list: GivenItems) =>
  list.map((item, index) => ({ ...item, id: item.id ?? `item_${index + 1}` }));
