import type { Change, Derive, Facts, Rule } from "./hooks.ts";
import type { Values } from "./object.ts";
import type { FieldOf, PartOf, Shape, WritableOf } from "./record-of.ts";
import type { Reason } from "./reason.ts";

/** A change of a record whose object is known. */
export interface ChangeOf<D extends Shape> extends Omit<Change, "before" | "after"> {
  readonly before: PartOf<D> | null;
  readonly after: PartOf<D>;
}
type Named = Shape & { readonly name: string };
interface Said<D extends Shape, F extends string> {
  /** What it does, after the name of its object. */
  readonly name: string;
  readonly when?: readonly FieldOf<D>[];
  readonly facts?: Readonly<Record<F, string>>;
}

/**
 * A rule of a shipped object that completes a record (`Derive`), its values typed by the object.
 * @example derive(task, { name: "done_at_follows_status", when: ["status"], writes: ["done_at"],
 *   run: ({ after, now }) => ({ done_at: after.status === "done" ? (after.done_at ?? now) : null }) })
 */
export const derive = <D extends Named, F extends string = never>(
  object: D,
  rule: Said<D, F> & {
    readonly writes?: readonly FieldOf<D>[];
    readonly asks?: (change: ChangeOf<D>) => boolean;
    readonly run: (change: ChangeOf<D>, facts: Facts<F>) => WritableOf<D>;
  },
): Derive => ({
  ...rule,
  word: "derive",
  name: `${object.name}.${rule.name}`,
  object: object.name,
  asks: rule.asks as Derive["asks"],
  run: rule.run as unknown as (change: Change, facts: Facts) => Values,
});

/** A rule of a shipped object that may refuse (`Rule`), with reasons. */
export const rule = <D extends Named, F extends string = never>(
  object: D,
  said: Said<D, F> & { readonly run: (change: ChangeOf<D>, facts: Facts<F>) => readonly Reason[] },
): Rule => ({
  ...said,
  word: "guard",
  name: `${object.name}.${said.name}`,
  object: object.name,
  run: said.run as unknown as Rule["run"],
});
