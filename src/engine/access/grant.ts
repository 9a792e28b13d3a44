import type { Share, SharingRule } from "../kernel/visibility.ts";
import type { RoleScope } from "./rights-of.ts";

/**
 * One way by which the caller reaches records, named so that it can be explained. `sql` is a condition on the
 * row.
 */
export interface Grant {
  readonly why:
    | "system"
    | "everyone"
    | "all"
    | "owner"
    | "reports"
    | "department"
    | "share"
    | "rule"
    | "parent"
    | "unattached"
    | "opened"
    | "handed"
    | "state"
    | "while";
  readonly sql: string;
  readonly because?: Because;
}
/** What a grant rests on, for a proof in words. */
export interface Because {
  /** The roles that grant the action on the object, each with the scope it grants. */
  readonly roles?: readonly RoleScope[];
  /** state: the rule of a role that holds of such records. */
  readonly state?: { readonly role: RoleScope; readonly when: string };
  /** owner: the caller; reports: all who report to the caller, directly or through others. */
  readonly people?: readonly string[];
  /** department: those reached. */
  readonly departments?: readonly string[];
  /**
   * share: the shares of this object that hold now, by record; "many" when the database looks them up in the
   * object `share`.
   */
  readonly shares?: readonly Share[] | "many";
  /** while: what shows the record for a while, by its name. */
  readonly source?: string;
  /** rule: the sharing rule, and to whom it gives. One grant for each rule. */
  readonly rule?: Omit<SharingRule, "condition">;
  /** parent: the object that the record hangs on, by which link, and by which grants that one is reached. */
  readonly parent?: { readonly object: string; readonly link: string; readonly grants: readonly Grant[] };
}
