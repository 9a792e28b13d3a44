import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Clock } from "../../../shared/metadata/clock-fields.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";

export const STAGE_TYPES = ["open", "won", "lost"] as const;
export type StageType = (typeof STAGE_TYPES)[number];
export const FORECAST_CATEGORIES = ["pipeline", "best_case", "commit", "closed", "omitted"] as const;
export type ForecastCategory = (typeof FORECAST_CATEGORIES)[number];

/**
 * The seven layers of a gate, switchable one by one per stage. Which criterion belongs to which: `layerOf` in
 * layers.ts.
 */
export const LAYERS = ["entry", "information", "tasks", "documents", "review", "exit", "actions"] as const;
export type Layer = (typeof LAYERS)[number];

export interface ChecklistItem {
  readonly id: string;
  readonly label: LabelMap;
  /** Shown and counted, but does not shut the gate. */
  readonly optional?: boolean;
}

interface CriterionCommon {
  /** Unique in its pipeline and stable: what a person has ticked or answered is kept under it. */
  readonly id: string;
  /** Said instead of the standard sentence when it is not met. */
  readonly message?: LabelMap;
}
export type Criterion = CriterionCommon &
  (
    | { readonly kind: "fields"; readonly fields: readonly string[] }
    | { readonly kind: "condition"; readonly expression: string }
    | { readonly kind: "checklist"; readonly items: readonly ChecklistItem[] }
    /**
     * Tasks made from the templates named here are done; without items: every task made on entering the stage
     * that is left.
     */
    | { readonly kind: "tasks"; readonly items?: readonly ChecklistItem[] }
    /** The questionnaire (object `form`) of this code has a complete answer for the record. */
    | { readonly kind: "form"; readonly form: string }
    | { readonly kind: "document"; readonly document_type: string; readonly min?: number }
    /**
     * Between `min` (default 1 without `max`) and `max` records of `object` that point here and fulfil
     * `expression`.
     */
    | {
        readonly kind: "related";
        readonly object: string;
        readonly expression?: string;
        readonly min?: number;
        readonly max?: number;
      }
    /** Somebody of the role named here has signed it off. */
    | { readonly kind: "approval"; readonly approval: string }
    /** Working days in the stage that is left. */
    | { readonly kind: "dwell"; readonly min_days?: number; readonly max_days?: number }
  );
export type CriterionKind = Criterion["kind"];
export type CriterionOf<K extends CriterionKind> = Extract<Criterion, { kind: K }>;
export const CRITERION_KINDS: readonly CriterionKind[] = [
  "fields",
  "condition",
  "checklist",
  "tasks",
  "form",
  "document",
  "related",
  "approval",
  "dwell",
];

/** Who gets a task: the owner of the record, the owner's manager, or somebody of a role near the owner. */
export type Assignee = "owner" | "manager" | { readonly role: string };
/** Who is told: owner and owner's manager of the record, everybody of a role, or one person by id. */
export type Recipient = Assignee | { readonly person: string };
export type StageAction =
  | {
      readonly id: string;
      readonly kind: "task";
      readonly title: LabelMap;
      readonly assignee?: Assignee;
      readonly due_days?: number;
      readonly note?: LabelMap;
    }
  | { readonly id: string; readonly kind: "set"; readonly field: string; readonly value: WireValue }
  | {
      readonly id: string;
      readonly kind: "notify";
      readonly to: readonly Recipient[];
      readonly text: LabelMap;
    };
export type StageActionOf<K extends StageAction["kind"]> = Extract<StageAction, { kind: K }>;

export interface Guidance {
  readonly tips?: readonly LabelMap[];
  readonly scripts?: readonly LabelMap[];
  readonly links?: readonly { readonly label: LabelMap; readonly url: string }[];
}

export interface Stage {
  /** API name: what records store. Never changed once published; people see the label. */
  readonly name: string;
  readonly label: LabelMap;
  readonly type: StageType;
  readonly order: number;
  /** Percent points, 0–100. */
  readonly probability: number;
  readonly forecast_category: ForecastCategory;
  readonly owner_role?: string;
  /** Working days after which a record counts as standing still. */
  readonly max_dwell?: number;
  /** From when on its clocks are amber and red, in working days; what is not said follows won records. */
  readonly clocks?: Readonly<Partial<Record<Clock, { readonly amber?: number; readonly red?: number }>>>;
  readonly guidance?: Guidance;
  readonly entry: readonly Criterion[];
  readonly exit: readonly Criterion[];
  readonly on_enter: readonly StageAction[];
  readonly on_exit: readonly StageAction[];
  /** Layers switched off; one that is not named is on. */
  readonly layers?: Readonly<Partial<Record<Layer, boolean>>>;
  /** Roles that may move a record into this stage; absent: whoever may edit the record. */
  readonly movers?: readonly string[];
  /** Roles that may edit a record while it stands here; absent: whoever else may. */
  readonly editors?: readonly string[];
}

/** Who consents: somebody of a role, or the manager of the record's owner. */
export type Approver = "manager" | { readonly role: string };

export interface PipelineRules {
  /**
   * May open stages be left out at all? One that is left out is answered for: what it asks is asked by the
   * move that leaves it out.
   */
  readonly allow_skip: boolean;
  readonly allow_backward: boolean;
  readonly backward_needs_reason: boolean;
  /**
   * May a won or lost record be opened again at all? It always needs the right `pipeline.reopen` and a
   * reason.
   */
  readonly allow_reopen: boolean;
  /** Consent that an override needs besides the right and the reason. */
  readonly override_approval?: Approver;
  /** Consent that reopening needs besides the right and the reason. */
  readonly reopen_approval?: Approver;
  /**
   * Stages in which a record may be created: those named, or the first open one only; absent: any. A later
   * one answers for the stages before it.
   */
  readonly create_in?: readonly string[] | "first";
  /**
   * Does losing a record ask the exit criteria of the stage that it stands in? Absent: no, a lost deal owes
   * nothing.
   */
  readonly lost_asks_exit?: boolean;
  /**
   * A meeting with the customer within so many days keeps the idle clock from red; 0: none does. Absent: 14.
   */
  readonly meeting_days?: number;
}
export const DEFAULT_RULES: PipelineRules = {
  allow_skip: true,
  allow_backward: true,
  backward_needs_reason: false,
  allow_reopen: true,
};

/** What a version of a pipeline says: published as a whole, never changed afterwards. */
export interface PipelineDefinition {
  readonly object: string;
  readonly name: string;
  readonly label: LabelMap;
  readonly stages: readonly Stage[];
  readonly rules: PipelineRules;
}

export const stageOf = (definition: PipelineDefinition, name: unknown): Stage | undefined =>
  definition.stages.find((stage) => stage.name === name);
/** From the first stage to the last. */
export const inOrder = (stages: readonly Stage[]): readonly Stage[] =>
  stages.toSorted((a, b) => a.order - b.order);
export const firstOpenStage = (definition: PipelineDefinition): Stage | undefined =>
  inOrder(definition.stages).find((stage) => stage.type === "open");
/** Names of the stages in which a record may be created; null: any. */
export function creationStages(definition: PipelineDefinition): readonly string[] | null {
  const { create_in } = definition.rules;
  if (create_in !== "first") return create_in ?? null;
  const first = firstOpenStage(definition);
  return first ? [first.name] : null;
}
