import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../shared/metadata/object.ts";

/** Who is asked: everybody of a role (one consent suffices), or the manager of the record's owner. */
export type Approver = "manager" | { readonly role: string };

/**
 * - waiting: nobody has decided; - approved: consented, and what was asked for is done (or other consents are
 *   awaited);
 * - refused, withdrawn: closed without effect; - returned: consented, but the world has changed: see
 *   `reasons`;
 * - void: the record moved on by another road while it waited.
 */
export const APPROVAL_STATUSES = ["waiting", "approved", "refused", "withdrawn", "returned", "void"] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** A request as GET /approvals answers it. */
export interface ApprovalItem {
  readonly id: string;
  readonly status: ApprovalStatus;
  /** What is asked for, in both languages. */
  readonly what: LabelMap;
  /** The stage that the record would move to. */
  readonly to: string | null;
  /** Why, in the requester's words. */
  readonly reason: string | null;
  /** Title of the record when it was asked: whoever is asked must know what about. */
  readonly subject: string;
  readonly regarding: { readonly object: string; readonly id: string } | null;
  readonly requester: { readonly id: string; readonly name: string } | null;
  /** Who may decide: a role by its label, or a person. */
  readonly approver: { readonly role?: string; readonly label?: LabelMap; readonly person?: string };
  readonly asked_at: string;
  readonly decided_at: string | null;
  readonly decided_by: string | null;
  readonly comment: string | null;
  /** Why what was consented to could not be done. */
  readonly reasons: readonly { readonly message: string; readonly code: string }[];
  readonly may: { readonly decide: boolean; readonly withdraw: boolean };
  /**
   * What is decided about, as far as the caller may see it; absent where the record is gone or out of sight.
   */
  readonly card?: ApprovalCardData;
}

/** The record and its evidence as the gate asks for it: what whoever decides signs. */
export interface ApprovalCardData {
  /** What the caller may read of the record, with titles. */
  readonly record: Values;
  readonly move: {
    readonly from: LabelMap | string;
    readonly to: LabelMap | string;
    readonly to_name: string;
  };
  readonly criteria: readonly CardCriterion[];
  /**
   * Stands for what is shown here: sent along with a consent, it is refused when anything has changed since.
   */
  readonly seen: string;
}
export interface CardCriterion {
  readonly id: string;
  readonly kind: string;
  readonly title: LabelMap | string;
  readonly met: boolean;
  /** The caller may not read what it is judged by. */
  readonly hidden?: boolean;
  readonly details: readonly CardDetail[];
}
export type CardDetail =
  | { readonly type: "item"; readonly label: LabelMap | string; readonly done: boolean }
  | { readonly type: "field"; readonly field: string }
  | { readonly type: "answer"; readonly label: LabelMap | string; readonly value: string }
  | { readonly type: "file"; readonly id: string; readonly name: string }
  | { readonly type: "signed"; readonly by: string; readonly at: string };

/** One consent that was given: `need` is what it was asked for, e.g. the id of a criterion. */
export interface Consent {
  readonly need: string;
  readonly by: string | null;
  readonly at: string;
  readonly request: string;
}
/** What a consent sets off, as the asker left it. */
export type Intent = Readonly<Record<string, WireValue>>;

/** What happened to a request, as the log of its record tells it. */
export interface ApprovalEvent {
  readonly event: "asked" | "approved" | "refused" | "withdrawn" | "returned" | "void";
  readonly request: string;
  readonly what: LabelMap;
  readonly to: string | null;
  readonly approver: ApprovalItem["approver"];
  readonly requester: string | null;
  readonly reason: string | null;
  readonly comment: string | null;
  /** With this consent the move was made: the move's own line tells it, too. */
  readonly carried_out: boolean;
  readonly supplied: Supplied | null;
}
/** Evidence in numbers, for a line of the log. Files are named where the reader may see them. */
export interface Supplied {
  readonly ticks?: number;
  readonly answers?: number;
  readonly tasks?: number;
  readonly files?: readonly { readonly id: string; readonly name: string | null }[];
  readonly consents?: readonly { readonly by: string | null; readonly at: string }[];
}
