import type { LabelMap } from "../../../../shared/i18n/label.ts";
import type { WireValue } from "../../../../shared/metadata/object.ts";
import type { ApprovalItem } from "./approval.contract.ts";

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
