import type { Params } from "./params.ts";
import type { Context } from "./context.ts";

/** To whom something is shared. */
export interface Grantee {
  readonly object: "user" | "department" | "team" | "role";
  readonly id: string;
}
export type ShareLevel = "read" | "edit";
/** One record shared with the person, directly or through a department, team or role of theirs. */
export interface Share {
  readonly id: string;
  readonly object: string;
  readonly record: string;
  readonly level: ShareLevel;
  readonly to: Grantee;
  /** ISO UTC; null: until it is taken back. */
  readonly until: string | null;
  /** What shows the record for as long as it says so, by its name; absent: somebody shared it. */
  readonly source?: string;
}
/** All records of an object that meet a condition, shared by the company with those the rule is for. */
export interface SharingRule {
  readonly id: string;
  readonly name: string;
  readonly object: string;
  readonly criteria: string;
  readonly level: ShareLevel;
  readonly to: Grantee;
  /**
   * SQL on the row `alias`, judged with full facts; "false" where the condition no longer holds against the
   * catalog.
   */
  readonly condition: (context: Context, params: Params, alias: string) => string;
}
/**
 * By which ways beyond roles and departments a person reaches records. Read with the principal, kept under
 * the versions of rights and shares.
 */
export interface Visibility {
  /** People who report to the person, directly or through others. */
  readonly reports: readonly string[];
  readonly teams: readonly string[];
  /** Ids of the person's own roles, also where a key is narrowed to another. */
  readonly roles: readonly string[];
  /** Own departments and all above them. */
  readonly above: readonly string[];
  readonly rules: readonly SharingRule[];
  /** By object; "many" when there are more than a statement should carry: then the database looks them up. */
  readonly shares: ReadonlyMap<string, readonly Share[]> | "many";
}
/** So many shares of a person are carried by statements. */
export const MOST_SHARES = 5000;

export const NO_REACH: Visibility = {
  reports: [],
  teams: [],
  roles: [],
  above: [],
  rules: [],
  shares: new Map(),
};
