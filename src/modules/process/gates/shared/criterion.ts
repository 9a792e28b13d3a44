import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Fix, Reason } from "../../../../shared/metadata/reason.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import type { WorkingCalendar } from "../../../../shared/expression/types.ts";
import type { Criterion, CriterionOf, Stage } from "../../pipeline/shared/public.ts";
import { compose, joinLabels } from "../../../../shared/i18n/compose-labels.ts";
import { gateTexts } from "./gate.texts.ts";

/**
 * All that a criterion is judged by. Pure data: the server fills it from the database, the browser from what
 * the server answered.
 */
export interface GateWorld {
  /** The record as it would be stored. */
  readonly record: Readonly<Values>;
  /** What people have ticked and signed, by criterion: the record's `gate_state`. */
  readonly evidence: Readonly<Record<string, WireValue>>;
  /**
   * Answers to what the record alone cannot say, by criterion: boolean of a condition or a form, count of
   * related records or documents, {template: done} of tasks.
   */
  readonly facts: Readonly<Record<string, WireValue>>;
  /** Since when the record stands in the stage that it leaves; null when it is being created. */
  readonly enteredOn: string | null;
  /** The same as a moment, ISO UTC: a sign-off of an earlier visit is none of this one. */
  readonly enteredAt?: string | null;
  /** The company's date today. */
  readonly today: string;
  readonly calendar: WorkingCalendar;
  readonly labels: WorldLabels;
}
/** Names as people know them. */
export interface WorldLabels {
  field(name: string): LabelMap;
  object(name: string): LabelMap;
  documentType(name: string): LabelMap | string;
  form(name: string): LabelMap | string;
  role(name: string): LabelMap | string;
  /** Own fields that an expression reads: what a person can change to fulfil it. */
  fieldsOf(expression: string): readonly string[];
  /** An expression in words, with the labels of today; absent: its text. */
  inWords?(expression: string): LabelMap;
}
/** What a criterion is asked within. */
export interface Asked {
  readonly criterion: Criterion;
  /** The stage that is left: its tasks and dwell are meant. */
  readonly left: Stage | undefined;
  /**
   * The criterion belongs to a stage that the move leaves out. `stood`, to leave it: its longest earlier
   * visit in working days.
   */
  readonly skipped?: { readonly stage: Stage; readonly stood?: number };
}
type Ask<K extends Criterion["kind"]> = Omit<Asked, "criterion"> & { readonly criterion: CriterionOf<K> };

export const isEmpty = (value: WireValue | undefined): boolean =>
  value === undefined ||
  value === null ||
  (typeof value === "string" && value.trim() === "") ||
  (Array.isArray(value) && value.length === 0);
const countOf = (value: WireValue | undefined): number =>
  typeof value === "number" ? value : typeof value === "string" ? Number(value) || 0 : 0;
const memberOf = (value: WireValue | undefined, key: string): WireValue =>
  isMap(value) ? (value[key] ?? null) : null;
export const asValues = (value: WireValue | undefined): Readonly<Values> | null =>
  isMap(value) ? value : null;

function unmet(
  criterion: Criterion,
  code: string,
  text: LabelMap,
  fix: Fix,
  more: Pick<Reason, "field" | "params"> = {},
): Reason {
  return {
    code,
    criterion: criterion.id,
    kind: criterion.kind,
    text: criterion.message ?? text,
    fix,
    ...more,
  };
}

/**
 * What of a criterion is not met: nothing, or one reason (of required fields one per empty field). One of a
 * stage left out names the stage.
 */
export const unmetOf = (asked: Asked, world: GateWorld): readonly Reason[] =>
  findUnmet(asked, world).map((reason) => inStage(reason, asked.skipped));

/** Says with a reason which of the stages left out it belongs to. */
export const inStage = (reason: Reason, skipped: Asked["skipped"]): Reason =>
  skipped
    ? {
        ...reason,
        text: compose(gateTexts.in_skipped_stage, { stage: skipped.stage.label, text: reason.text }),
        params: { ...reason.params, stage: skipped.stage.name },
      }
    : reason;

function findUnmet(asked: Asked, world: GateWorld): readonly Reason[] {
  const { criterion } = asked;
  switch (criterion.kind) {
    case "fields":
      return criterion.fields
        .filter((field) => isEmpty(world.record[field]))
        .map((field) =>
          unmet(
            criterion,
            "required",
            compose(gateTexts.required, { field: world.labels.field(field) }),
            { action: "fill", fields: [field] },
            { field },
          ),
        );
    case "condition":
      return world.facts[criterion.id] === true ? [] : [unmetCondition(criterion, world)];
    case "checklist":
      return checklist(criterion, world);
    case "tasks":
      return tasks({ ...asked, criterion }, world);
    case "form":
      return world.facts[criterion.id] === true
        ? []
        : [
            unmet(
              criterion,
              "form_incomplete",
              compose(gateTexts.form_incomplete, { form: world.labels.form(criterion.form) }),
              {
                action: "answer",
                form: criterion.form,
              },
            ),
          ];
    case "document":
      return document(criterion, world);
    case "related":
      return related(criterion, world);
    case "approval":
      return !isSigned(criterion, world)
        ? [
            unmet(
              criterion,
              "approval_required",
              compose(gateTexts.approval_required, { role: world.labels.role(criterion.approval) }),
              { action: "ask_approval" },
              { params: { role: criterion.approval } },
            ),
          ]
        : [];
    case "dwell":
      return dwell({ ...asked, criterion }, world);
  }
}

/** Signed for this criterion, by the role it names now, since the record stands where it does. */
function isSigned(criterion: CriterionOf<"approval">, world: GateWorld): boolean {
  const signed = world.evidence[criterion.id];
  if (isEmpty(memberOf(signed, "by"))) return false;
  const role = memberOf(signed, "role");
  if (role !== null && role !== criterion.approval) return false;
  const at = memberOf(signed, "at");
  return typeof at !== "string" || !world.enteredAt || !(Date.parse(at) < Date.parse(world.enteredAt));
}

function unmetCondition(criterion: CriterionOf<"condition">, world: GateWorld): Reason {
  const fields = world.labels.fieldsOf(criterion.expression);
  return unmet(
    criterion,
    "condition_unmet",
    compose(gateTexts.condition_unmet, {
      expression: world.labels.inWords?.(criterion.expression) ?? criterion.expression,
    }),
    fields.length > 0 ? { action: "change", fields } : { action: "none" },
  );
}

function checklist(criterion: CriterionOf<"checklist">, world: GateWorld): readonly Reason[] {
  const items = criterion.items.map((item) => ({
    ...item,
    done: memberOf(world.evidence[criterion.id], item.id) === true,
  }));
  const open = items.filter((item) => !item.done && !item.optional);
  if (open.length === 0) return [];
  return [
    unmet(
      criterion,
      "checklist_open",
      compose(gateTexts.checklist_open, { items: joinLabels(open.map((item) => item.label)) }),
      { action: "tick", items },
      { params: { open: open.length, of: items.length } },
    ),
  ];
}

function tasks({ criterion, left }: Ask<"tasks">, world: GateWorld): readonly Reason[] {
  const templates =
    criterion.items ??
    (left?.on_enter ?? []).flatMap((action) =>
      action.kind === "task" ? [{ id: action.id, label: action.title }] : [],
    );
  const items = templates.map((item) => ({
    ...item,
    done: memberOf(world.facts[criterion.id], item.id) === true,
  }));
  const open = items.filter((item) => !item.done);
  if (open.length === 0) return [];
  return [
    unmet(
      criterion,
      "tasks_open",
      compose(gateTexts.tasks_open, { items: joinLabels(open.map((item) => item.label)) }),
      { action: "complete_tasks", items },
      { params: { open: open.length, of: items.length } },
    ),
  ];
}

function document(criterion: CriterionOf<"document">, world: GateWorld): readonly Reason[] {
  const min = criterion.min ?? 1;
  const have = countOf(world.facts[criterion.id]);
  if (have >= min) return [];
  const text = compose(gateTexts.document_missing, {
    type: world.labels.documentType(criterion.document_type),
    have,
    min,
  });
  return [
    unmet(
      criterion,
      "document_missing",
      text,
      { action: "upload", document_type: criterion.document_type },
      { params: { have, min } },
    ),
  ];
}

function related(criterion: CriterionOf<"related">, world: GateWorld): readonly Reason[] {
  const { object, max } = criterion;
  const min = criterion.min ?? (max === undefined ? 1 : 0);
  const have = countOf(world.facts[criterion.id]);
  const name = world.labels.object(object);
  if (have < min)
    return [
      unmet(
        criterion,
        "related_missing",
        compose(gateTexts.related_missing, { object: name, have, min }),
        { action: "create_related", object },
        { params: { have, min } },
      ),
    ];
  if (max !== undefined && have > max)
    return [
      unmet(
        criterion,
        "related_too_many",
        compose(gateTexts.related_too_many, { object: name, have, max }),
        { action: "none", object },
        { params: { have, max } },
      ),
    ];
  return [];
}

function dwell({ criterion, skipped }: Ask<"dwell">, world: GateWorld): readonly Reason[] {
  if (skipped?.stood !== undefined) return notStood(criterion, skipped.stood);
  if (!world.enteredOn) return [];
  const { min_days: min, max_days: max } = criterion;
  const have = world.calendar.between(world.enteredOn, world.today);
  if (min !== undefined && have < min) {
    const until = world.calendar.add(world.enteredOn, min);
    return [
      unmet(
        criterion,
        "dwell_too_short",
        compose(gateTexts.dwell_too_short, { until, min }),
        { action: "wait", until },
        { params: { have, min } },
      ),
    ];
  }
  if (max !== undefined && have > max)
    return [
      unmet(
        criterion,
        "dwell_too_long",
        compose(gateTexts.dwell_too_long, { have, max }),
        { action: "none" },
        { params: { have, max } },
      ),
    ];
  return [];
}
/** A shortest stay in a stage that is left out: only an earlier visit of it can have been long enough. */
function notStood(criterion: CriterionOf<"dwell">, have: number): readonly Reason[] {
  const min = criterion.min_days ?? 0;
  if (have >= min) return [];
  return [
    unmet(
      criterion,
      "dwell_too_short",
      compose(gateTexts.not_stood, { min, have }),
      { action: "none" },
      { params: { have, min } },
    ),
  ];
}
