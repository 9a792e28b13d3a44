import type { MessageParams } from "../i18n/messages.ts";
import type { Label, LabelMap } from "../i18n/label.ts";
import type { Values } from "./object.ts";

/**
 * Why something was refused, as a value: guards, validation and gates speak it. `text` is put into the
 * caller's language at the edge.
 */
export interface Reason {
  readonly code: string;
  readonly field?: string;
  /** Of a document that is refused for its lines: which line it is, and the field that lists it. */
  readonly line?: { readonly field: string; readonly id: string };
  readonly params?: MessageParams;
  readonly text: Label | LabelMap;
  /** Gate criteria only. */
  readonly criterion?: string;
  readonly kind?: string;
  readonly fix?: Fix;
  /** Passed by an override: does not refuse, is recorded with the reason given. */
  readonly waived?: boolean;
  /**
   * Refuses nothing: what a guard has to say about a write that goes through. Stands in the log beside it.
   */
  readonly note?: Readonly<Values>;
}

/** How a person can meet an unmet criterion: the dialog draws the input or the action from it. */
export interface Fix {
  readonly action:
    | "fill"
    | "tick"
    | "answer"
    | "upload"
    | "complete_tasks"
    | "create_related"
    | "wait"
    | "change"
    | "ask_approval"
    | "give_reason"
    /** By what the module that brings the kind of the criterion shows for it. */
    | "supply"
    | "none";
  readonly fields?: readonly string[];
  readonly items?: readonly { readonly id: string; readonly label: LabelMap; readonly done?: boolean }[];
  readonly form?: string;
  readonly object?: string;
  readonly document_type?: string;
  readonly until?: string;
}
