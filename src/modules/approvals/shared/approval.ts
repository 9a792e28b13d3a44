import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { WireValue } from "../../../shared/metadata/object.ts";

/** Who is asked: everybody of a role (one consent suffices), or the manager of the record's owner. */
export type Approver = "manager" | { readonly role: string };

/**
 * - waiting: nobody has decided; - approved: consented, and what was asked for is done (or other consents are awaited);
 * - refused, withdrawn: closed without effect; - returned: consented, but the world has changed: see `reasons`.
 */
export const APPROVAL_STATUSES = ["waiting", "approved", "refused", "withdrawn", "returned"] as const;
export type ApprovalStatus = (typeof APPROVAL_STATUSES)[number];

/** A request as GET /approvals answers it. */
export interface ApprovalItem {
  readonly id: string;
  readonly status: ApprovalStatus;
  /** What is asked for, in both languages. */
  readonly what: LabelMap;
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
}
/** One consent that was given: `need` is what it was asked for, e.g. the id of a criterion. */
export interface Consent {
  readonly need: string;
  readonly by: string | null;
  readonly at: string;
  readonly request: string;
}
/** What a consent sets off, as the asker left it. */
export type Intent = Readonly<Record<string, WireValue>>;
