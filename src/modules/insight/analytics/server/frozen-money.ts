import { type Context, fieldRight, isReadable } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { textIn } from "../../../../shared/metadata/wire-value.ts";
import type { BaselineFigure } from "../shared/baseline.contract.ts";

/**
 * Whether the caller may read the amounts that a question is about. Which of them a figure was made of was not
 * kept, so all count.
 */
export function seesMoney(context: Context, asked: Values): boolean {
  const { object: name } = asked;
  const object = context.catalog.object(textIn(name));
  return (
    object !== undefined &&
    object.fields
      .filter((field) => field.kind === "money" && !field.hidden)
      .every((field) => isReadable(fieldRight(context, object, field.name)))
  );
}

const END = ".currency";
/** Sums are told by their currency; how many grew or shrank tells of amounts, too. */
export function withoutMoney(figures: readonly BaselineFigure[]): readonly BaselineFigure[] {
  const sums = figures
    .filter(({ name }) => name.endsWith(END))
    .map(({ name }) => `${name.slice(0, -END.length)}.`);
  return figures.filter(
    ({ name }) =>
      !sums.some((sum) => name.startsWith(sum)) && !/(?:^|\.)(?:increased|decreased)\./.test(name),
  );
}
