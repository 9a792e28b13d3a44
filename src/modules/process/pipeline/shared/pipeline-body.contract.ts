import {
  anyValue,
  choice,
  closed,
  flag,
  list,
  literal,
  mapOf,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text as anyText,
  type Static,
  whole,
} from "../../../../shared/wire/schema.ts";
import { addedKind } from "../../../../shared/wire/pipeline-definition.contract.ts";
import { FORECAST_CATEGORIES, LAYERS, STAGE_TYPES } from "./pipeline.ts";

const name = anyText({ minLength: 1, maxLength: 60 });
const id = optional(name);
/** Nothing that a browser would run. */
const webAddress = anyText({ maxLength: 2000, pattern: "^$|^\\s*(https?:\\/\\/|mailto:)" });
const labels = mapOf(anyText({ maxLength: 500 }));
/** A draft may be saved before everything in it is chosen; it is told what is missing, and not published. */
const chosen = anyText({ maxLength: 60 });
const text = anyText({ maxLength: 2000 });
const days = optional(whole({ minimum: 0, maximum: 3650 }));
const count = optional(whole({ minimum: 0, maximum: 1000 }));
const Items = list(object({ id, label: labels, optional: optional(flag()) }), { maxItems: 50 });
export type GivenItems = Static<typeof Items>;

const common = { id, message: optional(labels) } as const;
const Criterion = oneOf(
  object({ ...common, kind: literal("fields"), fields: list(name, { maxItems: 50 }) }),
  object({ ...common, kind: literal("condition"), expression: text }),
  object({ ...common, kind: literal("checklist"), items: Items }),
  object({ ...common, kind: literal("tasks"), items: optional(Items) }),
  object({ ...common, kind: literal("form"), form: chosen }),
  object({ ...common, kind: literal("document"), document_type: chosen, min: count }),
  object({
    ...common,
    kind: literal("related"),
    object: chosen,
    expression: optional(text),
    min: count,
    max: count,
  }),
  object({ ...common, kind: literal("approval"), approval: chosen }),
  object({ ...common, kind: literal("dwell"), min_days: days, max_days: days }),
  object({
    ...common,
    kind: addedKind(),
    layer: optional(choice(...LAYERS)),
    settings: mapOf(anyValue(), { maxProperties: 50 }),
  }),
);
export type GivenCriterion = Static<typeof Criterion>;

const role = object({ role: name });
const assignee = optional(oneOf(literal("owner"), literal("manager"), role));
const recipient = oneOf(
  literal("owner"),
  literal("manager"),
  role,
  object({ person: anyText({ pattern: "^[0-9a-fA-F-]{36}$" }) }),
);
const action = oneOf(
  object({ id, kind: literal("task"), title: labels, assignee, due_days: days, note: optional(labels) }),
  object({ id, kind: literal("set"), field: name, value: anyValue() }),
  object({ id, kind: literal("notify"), to: list(recipient, { maxItems: 20 }), text: labels }),
);

const layer = optional(flag());
const limits = optional(closed({ amber: days, red: days }));
const messages = optional(list(labels, { maxItems: 20 }));
const criteria = optional(list(Criterion, { maxItems: 30 }));
const actions = optional(list(action, { maxItems: 30 }));
const roles = optional(list(name, { maxItems: 30 }));
const Stage = object({
  name,
  label: labels,
  type: choice(...STAGE_TYPES),
  order: optional(number()),
  probability: optional(oneOf(number(), anyText({ pattern: "^\\d{1,3}(\\.\\d+)?$" }))),
  forecast_category: optional(choice(...FORECAST_CATEGORIES)),
  owner_role: optional(name),
  max_dwell: days,
  clocks: optional(closed({ dwell: limits, idle: limits, slip: limits })),
  guidance: optional(
    object({
      tips: messages,
      scripts: messages,
      links: optional(list(object({ label: labels, url: webAddress }), { maxItems: 20 })),
    }),
  ),
  entry: criteria,
  exit: criteria,
  on_enter: actions,
  on_exit: actions,
  layers: optional(
    object({
      entry: layer,
      information: layer,
      tasks: layer,
      documents: layer,
      review: layer,
      exit: layer,
      actions: layer,
    }),
  ),
  movers: roles,
  editors: roles,
});
export type GivenStage = Static<typeof Stage>;

const approver = optional(nullable(oneOf(literal("manager"), role)));
const Rules = object({
  override_approval: approver,
  reopen_approval: approver,
  allow_skip: optional(flag()),
  allow_backward: optional(flag()),
  backward_needs_reason: optional(flag()),
  allow_reopen: optional(flag()),
  lost_asks_exit: optional(flag()),
  meeting_days: optional(nullable(whole({ minimum: 0, maximum: 365 }))),
  create_in: optional(nullable(oneOf(literal("first"), literal("any"), list(name, { maxItems: 60 })))),
});
export type GivenRules = Static<typeof Rules>;

const settings = {
  default: optional(flag()),
  default_for: optional(nullable(anyText({ maxLength: 36 }))),
  retired: optional(flag()),
} as const;
const stages = list(Stage, { maxItems: 60 });

export const NewPipelineBody = object({
  object: name,
  name,
  label: labels,
  stages,
  rules: optional(Rules),
  ...settings,
});
export type NewPipeline = Static<typeof NewPipelineBody>;
export const PipelineChangeBody = object({
  label: optional(labels),
  stages: optional(stages),
  rules: optional(Rules),
  ...settings,
});
export type PipelineChange = Static<typeof PipelineChangeBody>;
