import { flag, labelOf, list, object, optional, shaped, text, type Static } from "./schema.ts";

const Line = object({
  /** The kind of the way, e.g. owner, department, parent, share, role, field, ability, missing. */
  why: text(),
  text: labelOf(),
  /** Name of the role that gives or refuses it. */
  role: optional(text()),
  /** Whose records that role reaches: none, own, department, subtree, all. */
  scope: optional(text()),
});
/** One line of a proof: what was tried, in words, and what it rests on. */
export interface ProofStep extends Readonly<Static<typeof Line>> {
  /** The proof of the record, field or role that this one rests on. */
  readonly through?: readonly ProofStep[];
}
/** What a line rests on is told like itself, as deep as it goes. */
export const ProofStep = shaped<ProofStep>(object({ ...Line.properties, through: optional(list(Line)) }));

/**
 * Why something is allowed or not. `denied` lists what was tried and does not hold, also when another way
 * does.
 */
export const Explanation = object({
  allowed: flag(),
  because: list(ProofStep),
  denied: list(ProofStep),
});
export type Explanation = Readonly<Static<typeof Explanation>>;
