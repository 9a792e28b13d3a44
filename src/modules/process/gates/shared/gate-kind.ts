import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import type { WorkingCalendar } from "../../../../shared/expression/types.ts";
import type { FormQuestion } from "../../questionnaires/shared/public.ts";
import type { Criterion, CriterionKind, Stage } from "../../pipeline/shared/public.ts";

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
  /** What judges the criteria. */
  readonly kinds: GateKinds;
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
export interface Asked<C extends Criterion = Criterion> {
  readonly criterion: C;
  /** The stage that is left: its tasks and dwell are meant. */
  readonly left: Stage | undefined;
  /**
   * The criterion belongs to a stage that the move leaves out. `stood`, to leave it: its longest earlier
   * visit in working days.
   */
  readonly skipped?: { readonly stage: Stage; readonly stood?: number };
}

/** What a person has put into the gate dialog for one criterion, beside what the server told of it. */
export interface Supplying {
  /** Undefined: nothing yet. */
  readonly given: WireValue | undefined;
  /** The fact as the server sent it. */
  readonly known: WireValue;
  /** Ticks and sign-offs as the server sent them. */
  readonly evidence: WireValue | undefined;
  /** The record with the values supplied so far. */
  readonly record: Readonly<Values>;
  readonly hasValues: boolean;
  /** Who supplies it; a sign-off is theirs. */
  readonly person: string;
  readonly questionsOf: (form: string) => readonly FormQuestion[] | null;
  /** Null where it cannot be told in the browser, as the condition reads other records. */
  readonly holds: (expression: string) => boolean | null;
}

/** What a gate needs to know of a kind of criteria, on the server and in the browser. Pure. */
export interface GateKind<C extends Criterion = Criterion> extends CriterionKind<C> {
  /** What of one is not met: nothing, or its reasons. */
  unmet(asked: Asked<C>, world: GateWorld): readonly Reason[];
  /** What one is about, as a heading; its own message comes before. */
  title(criterion: C, labels: WorldLabels): LabelMap;
  /** All that one asks for, in a sentence; absent: its heading. */
  inFull?(criterion: C, labels: WorldLabels): LabelMap;
  /** In the browser: its fact with what was supplied since; absent: as the server sent it. */
  suppliedFact?(criterion: C, supplying: Supplying): WireValue;
  /**
   * In the browser: its evidence with what was supplied since. A kind that has it keeps ticks or sign-offs in
   * the record's `gate_state`.
   */
  suppliedEvidence?(criterion: C, supplying: Supplying): WireValue;
}
export type GateKinds = ReadonlyMap<string, GateKind>;
