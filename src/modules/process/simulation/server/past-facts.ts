import { type Context, factNeeds, momentOf } from "../../../../engine/public.ts";
import type { Expression } from "../../../../shared/expression/types.ts";
import type { CatalogObject, Values, WireValue } from "../../../../shared/metadata/object.ts";
import { answer } from "./answer-then.ts";
import { changesAfter } from "./changes-after.ts";
import { holdsUntil } from "./holds-until.ts";
import type { Past } from "./load-past.ts";
import type { At, Facts } from "./past-world.ts";

/** Answers expressions about a record as of a moment. */
export interface PastFacts {
  readonly answer: (expression: Expression, record: Readonly<Values>, at: At) => WireValue;
  /** Moments after `at` at which something that was read of this record may have changed. */
  readonly changesAfter: (record: string, at: string) => ReadonlySet<string>;
  /**
   * The moment until which the answer of `at` holds, as nothing that the expression reads changes before;
   * `at` itself where time alone may change it.
   */
  readonly holdsUntil: (expression: Expression, record: string, at: string) => string;
}

interface Answered {
  readonly record: Readonly<Values>;
  readonly at: At;
  readonly value: WireValue;
}

/** What can be said of the past that was loaded. */
export function pastFacts(
  context: Context,
  object: CatalogObject,
  past: Past,
  expressions: readonly Expression[],
): PastFacts {
  const facts: Facts = {
    context,
    object,
    past,
    needs: new Map(),
    asked: new Map(),
    world: momentOf(context),
  };
  // Two sets of rules ask the same thing of the same record at the same moment.
  const newest = new Map<Expression, Answered>();
  const { links } = factNeeds(context.catalog, object, expressions);
  return {
    answer: (expression, record, at) => {
      const known = newest.get(expression);
      if (known?.record === record && known.at.seen === at.seen && known.at.now === at.now)
        return known.value;
      const value = answer(facts, object, expression, record, at);
      newest.set(expression, { record, at, value });
      return value;
    },
    changesAfter: (record, at) => changesAfter(past, links, record, at),
    holdsUntil: (expression, record, at) => holdsUntil(facts, expression, record, at),
  };
}
