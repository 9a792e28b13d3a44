import type { ClockLimits } from "../../shared/expression/clock-limits.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";

/**
 * The live metadata of one workspace: shipped objects with admin-made objects and fields laid over.
 * Immutable; a change makes a new one.
 */
export interface Catalog {
  readonly version: number;
  readonly objects: ReadonlyMap<string, CatalogObject>;
  object(name: string): CatalogObject | undefined;
  /** Links that point at `object`: who refers to it. */
  readonly inbound: ReadonlyMap<string, readonly InboundLink[]>;
  /** From when on the clocks of each stage are amber and red; absent: no pipelines. */
  readonly clocks?: ClockLimits;
}
export interface InboundLink {
  readonly object: string;
  readonly field: string;
}
