import {
  anyValue,
  choice,
  flag,
  list,
  literal,
  mapOf,
  number,
  object,
  oneOf,
  optional,
  shaped,
  text,
  type Static,
} from "./schema.ts";

export const STAGE_TYPES = ["open", "won", "lost"] as const;
/**
 * The seven layers of a gate, switchable one by one per stage. Which criterion belongs to which: `layerOf` of
 * the pipeline.
 */
export const LAYERS = ["entry", "information", "tasks", "documents", "review", "exit", "actions"] as const;
export const FORECAST_CATEGORIES = ["pipeline", "best_case", "commit", "closed", "omitted"] as const;

/** A text by language. */
const words = () => mapOf(text());

const ChecklistItem = object({
  id: text(),
  label: words(),
  /** Shown and counted, but does not shut the gate. */
  optional: optional(flag()),
});
export type ChecklistItem = Static<typeof ChecklistItem>;

const common = {
  /** Unique in its pipeline and stable: what a person has ticked or answered is kept under it. */
  id: text(),
  /** Said instead of the standard sentence when it is not met. */
  message: optional(words()),
} as const;
/** What a module calls a kind of criteria that it brings: "rentals.deposit". */
export type AddedKind = `${string}.${string}`;
export const addedKind = () =>
  shaped<AddedKind>(text({ maxLength: 60, pattern: "^[a-z][a-z0-9_]*\\.[a-z][a-z0-9_]*$" }));
const Criterion = oneOf(
  object({ ...common, kind: literal("fields"), fields: list(text()) }),
  object({ ...common, kind: literal("condition"), expression: text() }),
  object({ ...common, kind: literal("checklist"), items: list(ChecklistItem) }),
  /**
   * Tasks made from the templates named here are done; without items: every task made on entering the stage
   * that is left.
   */
  object({ ...common, kind: literal("tasks"), items: optional(list(ChecklistItem)) }),
  /** The questionnaire (object `form`) of this code has a complete answer for the record. */
  object({ ...common, kind: literal("form"), form: text() }),
  object({ ...common, kind: literal("document"), document_type: text(), min: optional(number()) }),
  /**
   * Between `min` (default 1 without `max`) and `max` records of `object` that point here and fulfil
   * `expression`.
   */
  object({
    ...common,
    kind: literal("related"),
    object: text(),
    expression: optional(text()),
    min: optional(number()),
    max: optional(number()),
  }),
  /** Somebody of the role named here has signed it off. */
  object({ ...common, kind: literal("approval"), approval: text() }),
  /** Working days in the stage that is left. */
  object({
    ...common,
    kind: literal("dwell"),
    min_days: optional(number()),
    max_days: optional(number()),
  }),
  /**
   * Of a kind that a later module brings; what its settings are, that module says. Its layer is kept with it,
   * so that a definition can be read without the module.
   */
  object({
    ...common,
    kind: addedKind(),
    layer: optional(choice(...LAYERS)),
    settings: mapOf(anyValue()),
  }),
);
export type Criterion = Static<typeof Criterion>;

const role = object({ role: text() });
/** Who gets a task: the owner of the record, the owner's manager, or somebody of a role near the owner. */
const Assignee = oneOf(literal("owner"), literal("manager"), role);
export type Assignee = Static<typeof Assignee>;
/** Who is told: owner and owner's manager of the record, everybody of a role, or one person by id. */
const Recipient = oneOf(literal("owner"), literal("manager"), role, object({ person: text() }));
export type Recipient = Static<typeof Recipient>;
const StageAction = oneOf(
  object({
    id: text(),
    kind: literal("task"),
    title: words(),
    assignee: optional(Assignee),
    due_days: optional(number()),
    note: optional(words()),
  }),
  object({ id: text(), kind: literal("set"), field: text(), value: anyValue() }),
  object({ id: text(), kind: literal("notify"), to: list(Recipient), text: words() }),
);
export type StageAction = Static<typeof StageAction>;

const Guidance = object({
  tips: optional(list(words())),
  scripts: optional(list(words())),
  links: optional(list(object({ label: words(), url: text() }))),
});
export type Guidance = Static<typeof Guidance>;

export const ClockLimits = object({ amber: optional(number()), red: optional(number()) });
export const Stage = object({
  /** API name: what records store. Never changed once published; people see the label. */
  name: text(),
  label: words(),
  type: choice(...STAGE_TYPES),
  order: number(),
  /** Percent points, 0–100. */
  probability: number(),
  forecast_category: choice(...FORECAST_CATEGORIES),
  owner_role: optional(text()),
  /** Working days after which a record counts as standing still. */
  max_dwell: optional(number()),
  /** From when on its clocks are amber and red, in working days; what is not said follows won records. */
  clocks: optional(
    object({ dwell: optional(ClockLimits), idle: optional(ClockLimits), slip: optional(ClockLimits) }),
  ),
  guidance: optional(Guidance),
  entry: list(Criterion),
  exit: list(Criterion),
  on_enter: list(StageAction),
  on_exit: list(StageAction),
  /** Layers switched off; one that is not named is on. */
  layers: optional(
    object({
      entry: optional(flag()),
      information: optional(flag()),
      tasks: optional(flag()),
      documents: optional(flag()),
      review: optional(flag()),
      exit: optional(flag()),
      actions: optional(flag()),
    }),
  ),
  /** Roles that may move a record into this stage; absent: whoever may edit the record. */
  movers: optional(list(text())),
  /** Roles that may edit a record while it stands here; absent: whoever else may. */
  editors: optional(list(text())),
});
export type Stage = Static<typeof Stage>;

/** Who consents: somebody of a role, or the manager of the record's owner. */
const Approver = oneOf(literal("manager"), role);
export type Approver = Static<typeof Approver>;

export const PipelineRules = object({
  /**
   * May open stages be left out at all? One that is left out is answered for: what it asks is asked by the
   * move that leaves it out.
   */
  allow_skip: flag(),
  allow_backward: flag(),
  backward_needs_reason: flag(),
  /**
   * May a won or lost record be opened again at all? It always needs the right `pipeline.reopen` and a
   * reason.
   */
  allow_reopen: flag(),
  /** Consent that an override needs besides the right and the reason. */
  override_approval: optional(Approver),
  /** Consent that reopening needs besides the right and the reason. */
  reopen_approval: optional(Approver),
  /**
   * Stages in which a record may be created: those named, or the first open one only; absent: any. A later
   * one answers for the stages before it.
   */
  create_in: optional(oneOf(list(text()), literal("first"))),
  /**
   * Does losing a record ask the exit criteria of the stage that it stands in? Absent: no, a lost deal owes
   * nothing.
   */
  lost_asks_exit: optional(flag()),
  /**
   * A meeting with the customer within so many days keeps the idle clock from red; 0: none does. Absent: 14.
   */
  meeting_days: optional(number()),
});
export type PipelineRules = Static<typeof PipelineRules>;

/** What a version of a pipeline says: published as a whole, never changed afterwards. */
export const PipelineDefinition = object({
  object: text(),
  name: text(),
  label: words(),
  stages: list(Stage),
  rules: PipelineRules,
});
export type PipelineDefinition = Static<typeof PipelineDefinition>;
