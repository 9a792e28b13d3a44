import { type Context, type FactNeeds, type RelatedNode, factNeeds } from "../../../../engine/public.ts";
import type { Expression, Moment } from "../../../../shared/expression/types.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import type { Past } from "./load-past.ts";
import type { Life, Version } from "./versions.ts";

/**
 * `seen`: the moment whose versions count; `now`: what now() and today() say. They differ by the clocks of
 * database and program.
 */
export interface At {
  readonly seen: string;
  readonly now: string;
}

/** A related condition with what it is asked of. */
export interface Asked {
  readonly child: CatalogObject;
  readonly condition: Expression | undefined;
  readonly of: ReadonlyMap<string, readonly Life[]>;
  /** What the condition said of a version; undefined where it depends on more than that. */
  readonly said: Map<Version, boolean> | undefined;
}

/** The past that was loaded, with what has been worked out of it so far. */
export interface Facts {
  readonly context: Context;
  readonly object: CatalogObject;
  readonly past: Past;
  readonly needs: Map<Expression, FactNeeds>;
  readonly asked: Map<RelatedNode, Asked | null>;
  readonly world: Moment;
}

/** What an expression reads; worked out once. */
export function needsOf({ context, needs }: Facts, object: CatalogObject, expression: Expression): FactNeeds {
  const known = needs.get(expression) ?? factNeeds(context.catalog, object, [expression]);
  needs.set(expression, known);
  return known;
}

/** Whether time alone may change what an expression says. */
export const isVolatile = (facts: Facts, object: CatalogObject, expression: Expression): boolean =>
  expression.references.volatile ||
  needsOf(facts, object, expression).formulas.some((formula) => formula.expression.references.volatile);
