import type { Label } from "../i18n/label.ts";

/** One thing that happens when records of an object are written, in the order in which it is done. */
export interface Behaviour {
  readonly order: number;
  readonly kind: "derive" | "guard" | "add" | "react";
  readonly name: string;
  readonly label: Label;
  /** Fields, or paths through links, that it looks at. Empty: the whole record. */
  readonly reads: readonly string[];
  /** Fields of the record, `object.field` of others, or other objects. */
  readonly writes: readonly string[];
}

/** Behaviours of an object that stand in each other's way, or that can never come to anything. */
export interface Conflict {
  /** Two fill the same field; what is added leads back to the object; what it waits for never happens. */
  readonly kind: "same_field" | "loop" | "never";
  readonly names: readonly string[];
  readonly field?: string;
}
export interface BehaviourAnswer {
  readonly data: readonly Behaviour[];
  readonly conflicts: readonly Conflict[];
}
