import { type Static, Type } from "@sinclair/typebox";
import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";
import {
  type Criterion,
  DEFAULT_RULES,
  type PipelineDefinition,
  type PipelineRules,
  type Stage,
  type StageAction,
} from "../shared/pipeline.ts";

const name = Type.String({ minLength: 1, maxLength: 60 });
const id = Type.Optional(Type.String({ minLength: 1, maxLength: 60 }));
/** Nothing that a browser would run. */
const webAddress = Type.String({ maxLength: 2000, pattern: "^$|^\\s*(https?:\\/\\/|mailto:)" });
const labels = Type.Record(Type.String({ maxLength: 12 }), Type.String({ maxLength: 500 }));
/** A draft may be saved before everything in it is chosen; it is told what is missing, and not published. */
const chosen = Type.String({ maxLength: 60 });
const text = Type.String({ maxLength: 2000 });
const days = Type.Optional(Type.Integer({ minimum: 0, maximum: 3650 }));
const count = Type.Optional(Type.Integer({ minimum: 0, maximum: 1000 }));
const items = Type.Array(Type.Object({ id, label: labels, optional: Type.Optional(Type.Boolean()) }), {
  maxItems: 50,
});
const common = { id, message: Type.Optional(labels) };

const criterion = Type.Union([
  Type.Object({ ...common, kind: Type.Literal("fields"), fields: Type.Array(name, { maxItems: 50 }) }),
  Type.Object({ ...common, kind: Type.Literal("condition"), expression: text }),
  Type.Object({ ...common, kind: Type.Literal("checklist"), items }),
  Type.Object({ ...common, kind: Type.Literal("tasks"), items: Type.Optional(items) }),
  Type.Object({ ...common, kind: Type.Literal("form"), form: chosen }),
  Type.Object({ ...common, kind: Type.Literal("document"), document_type: chosen, min: count }),
  Type.Object({
    ...common,
    kind: Type.Literal("related"),
    object: chosen,
    expression: Type.Optional(text),
    min: count,
    max: count,
  }),
  Type.Object({ ...common, kind: Type.Literal("approval"), approval: chosen }),
  Type.Object({ ...common, kind: Type.Literal("dwell"), min_days: days, max_days: days }),
]);
const assignee = Type.Optional(
  Type.Union([Type.Literal("owner"), Type.Literal("manager"), Type.Object({ role: name })]),
);
const recipient = Type.Union([
  Type.Literal("owner"),
  Type.Literal("manager"),
  Type.Object({ role: name }),
  Type.Object({ person: Type.String({ pattern: "^[0-9a-fA-F-]{36}$" }) }),
]);
const action = Type.Union([
  Type.Object({
    id,
    kind: Type.Literal("task"),
    title: labels,
    assignee,
    due_days: days,
    note: Type.Optional(labels),
  }),
  Type.Object({ id, kind: Type.Literal("set"), field: name, value: Type.Unsafe<WireValue>(Type.Unknown()) }),
  Type.Object({
    id,
    kind: Type.Literal("notify"),
    to: Type.Array(recipient, { maxItems: 20 }),
    text: labels,
  }),
]);
const layer = Type.Optional(Type.Boolean());
const limits = Type.Optional(Type.Object({ amber: days, red: days }, { additionalProperties: false }));
const texts = Type.Optional(Type.Array(labels, { maxItems: 20 }));
const stage = Type.Object({
  name,
  label: labels,
  type: Type.Union([Type.Literal("open"), Type.Literal("won"), Type.Literal("lost")]),
  order: Type.Optional(Type.Number()),
  probability: Type.Optional(Type.Union([Type.Number(), Type.String({ pattern: "^\\d{1,3}(\\.\\d+)?$" })])),
  forecast_category: Type.Optional(
    Type.Union([
      Type.Literal("pipeline"),
      Type.Literal("best_case"),
      Type.Literal("commit"),
      Type.Literal("closed"),
      Type.Literal("omitted"),
    ]),
  ),
  owner_role: Type.Optional(name),
  max_dwell: days,
  clocks: Type.Optional(
    Type.Object({ dwell: limits, idle: limits, slip: limits }, { additionalProperties: false }),
  ),
  guidance: Type.Optional(
    Type.Object({
      tips: texts,
      scripts: texts,
      links: Type.Optional(Type.Array(Type.Object({ label: labels, url: webAddress }), { maxItems: 20 })),
    }),
  ),
  entry: Type.Optional(Type.Array(criterion, { maxItems: 30 })),
  exit: Type.Optional(Type.Array(criterion, { maxItems: 30 })),
  on_enter: Type.Optional(Type.Array(action, { maxItems: 30 })),
  on_exit: Type.Optional(Type.Array(action, { maxItems: 30 })),
  layers: Type.Optional(
    Type.Object({
      entry: layer,
      information: layer,
      tasks: layer,
      documents: layer,
      review: layer,
      exit: layer,
      actions: layer,
    }),
  ),
  movers: Type.Optional(Type.Array(name, { maxItems: 30 })),
  editors: Type.Optional(Type.Array(name, { maxItems: 30 })),
});
const approver = Type.Optional(
  Type.Union([Type.Null(), Type.Literal("manager"), Type.Object({ role: name })]),
);
const rules = Type.Object({
  override_approval: approver,
  reopen_approval: approver,
  allow_skip: Type.Optional(Type.Boolean()),
  allow_backward: Type.Optional(Type.Boolean()),
  backward_needs_reason: Type.Optional(Type.Boolean()),
  allow_reopen: Type.Optional(Type.Boolean()),
  lost_asks_exit: Type.Optional(Type.Boolean()),
  meeting_days: Type.Optional(Type.Union([Type.Null(), Type.Integer({ minimum: 0, maximum: 365 })])),
  create_in: Type.Optional(
    Type.Union([Type.Null(), Type.Literal("first"), Type.Literal("any"), Type.Array(name, { maxItems: 60 })]),
  ),
});
const settings = {
  default: Type.Optional(Type.Boolean()),
  default_for: Type.Optional(Type.Union([Type.Null(), Type.String({ maxLength: 36 })])),
  retired: Type.Optional(Type.Boolean()),
};

export const NewPipelineBody = Type.Object({
  object: name,
  name,
  label: labels,
  stages: Type.Array(stage, { maxItems: 60 }),
  rules: Type.Optional(rules),
  ...settings,
});
export const PipelineChangeBody = Type.Object({
  label: Type.Optional(labels),
  stages: Type.Optional(Type.Array(stage, { maxItems: 60 })),
  rules: Type.Optional(rules),
  ...settings,
});
export type NewPipeline = Static<typeof NewPipelineBody>;
export type PipelineChange = Static<typeof PipelineChangeBody>;
type GivenStage = Static<typeof stage>;

/**
 * A definition as it is kept: what may be left out is filled in, every criterion, item and action has an id.
 */
export function toDefinition(given: {
  object: string;
  name: string;
  label: LabelMap;
  stages: readonly GivenStage[];
  rules?: Static<typeof rules>;
}): PipelineDefinition {
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
    stages: given.stages.map((one, index) => toStage(one, index, free)),
  };
}

/** `create_in: null` or "any" allows every stage again, an approval of null needs none. */
export function mergeRules(
  base: PipelineRules,
  { create_in, override_approval, reopen_approval, meeting_days, ...toggles }: Static<typeof rules>,
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

function toStage(one: GivenStage, index: number, free: (prefix: string) => string): Stage {
  const criteria = (list: GivenStage["entry"], side: string): readonly Criterion[] =>
    (list ?? []).map((part) => toCriterion(part, part.id ?? free(`${one.name}_${side}`)));
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

function toCriterion(given: Static<typeof criterion>, id: string): Criterion {
  if (given.kind === "checklist") return { ...given, id, items: numbered(given.items) };
  if (given.kind === "tasks") return { ...given, id, items: given.items ? numbered(given.items) : undefined };
  return { ...given, id };
}
const numbered = (list: Static<typeof items>) =>
  list.map((item, index) => ({ ...item, id: item.id ?? `item_${index + 1}` }));
