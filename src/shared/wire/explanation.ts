import type { Label } from "../i18n/label.ts";

/** One line of a proof: what was tried, in words, and what it rests on. */
export interface ProofStep {
  /** The kind of the way, e.g. owner, department, parent, share, role, field, ability, missing. */
  readonly why: string;
  readonly text: Label;
  /** Name of the role that gives or refuses it. */
  readonly role?: string;
  /** Whose records that role reaches: none, own, department, subtree, all. */
  readonly scope?: string;
  /** The proof of the record, field or role that this one rests on. */
  readonly through?: readonly ProofStep[];
}

/**
 * Why something is allowed or not. `denied` lists what was tried and does not hold, also when another way
 * does.
 */
export interface Explanation {
  readonly allowed: boolean;
  readonly because: readonly ProofStep[];
  readonly denied: readonly ProofStep[];
}
