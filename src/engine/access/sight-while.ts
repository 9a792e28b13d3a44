import type { Label } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { extensionPoint } from "../kernel/extension-point.ts";

/** A record that somebody sees while something else says so. */
export interface Sighted {
  readonly object: string;
  readonly record: string;
  /** A person by id, or all who have a role, by its name. */
  readonly to: { readonly person: string } | { readonly role: string };
}
/**
 * A source of sight beside roles and shares: a record of `object` that shows another one to somebody for as long
 * as it is in a state, such as a request that waits. It opens for reading, ends with the same commit that ends
 * the state, and never opens an object that no role of theirs does.
 */
export interface SightWhile {
  /** Said in proofs: "Asked for consent". */
  readonly label: Label;
  /** Whose records show others. */
  readonly object: string;
  /** What such a record shows, by its values; nothing while it is in another state. */
  readonly shows: (values: Readonly<Values>) => readonly Sighted[];
}
/** What lets people see records for a while; by the name that stands beside the sight it gives. */
export const sightWhile = extensionPoint<SightWhile>("what shows records for a while");
