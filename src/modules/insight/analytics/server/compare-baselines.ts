import { type Context, type Result, accept, aggregate, refuse } from "../../../../engine/public.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import type { BaselineComparison, ComparedBaseline } from "../shared/baseline.contract.ts";
import { MovementBody } from "../shared/insight-body.contract.ts";
import type { MoneySum } from "../shared/insight-parts.contract.ts";
import type { MovementAnswer } from "../shared/movement.contract.ts";
import { listedAsKnown } from "./as-known.ts";
import { type Frozen, readBaseline } from "./baseline.ts";
import { insightMessages } from "./messages.ts";
import { moneyField, toSum } from "./money-sum.ts";
import { eachMovement } from "./movement-sums.ts";
import { movement } from "./movement.ts";

const notComparable = (text: (typeof insightMessages)["not_comparable"]) =>
  refuse({ status: 422, code: "not_comparable", text });

/**
 * GET /insight/baselines/{id}/compare/{other}: two frozen movements, the earlier first, each with the records
 * behind its figures as they were known then; and what moved from the one to the other, as the later one knew
 * it, so that it ends at the figures of the later one.
 */
export async function compareFrozen(
  context: Context,
  id: string,
  other: string,
): Promise<Result<{ readonly data: BaselineComparison }>> {
  const [first, second] = [await side(context, id), await side(context, other)];
  if (!first.ok) return first;
  if (!second.ok) return second;
  const both = [first.value, second.value].toSorted((a, b) => Date.parse(a.told.at) - Date.parse(b.told.at));
  const [before = first.value, after = second.value] = both;
  if (scopeOf(before.kept) !== scopeOf(after.kept)) return notComparable(insightMessages.not_comparable);
  const { group_by: groups, ...scope } = after.kept;
  const alike = JSON.stringify(groups) === JSON.stringify(before.kept.group_by);
  const position = Math.max(before.told.log_position, after.told.log_position);
  const between = await movement(
    { ...context, knownAt: position },
    {
      ...scope,
      ...(alike && groups !== undefined ? { group_by: groups } : {}),
      from: before.told.at,
      to: after.told.at,
    },
  );
  if (!between.ok) return between;
  return accept({
    data: {
      before: before.told,
      after: after.told,
      between: listedAsKnown(between.value, String(position)),
    },
  });
}

/** What both must have in common: which records they are about. */
const scopeOf = ({ object, pipeline = "", filter = "" }: MovementBody): string =>
  JSON.stringify([object, pipeline, filter.trim()]);

interface Side {
  readonly told: ComparedBaseline;
  readonly kept: MovementBody;
}
async function side(context: Context, id: string): Promise<Result<Side>> {
  const read = await readBaseline(context, id);
  if (!read.ok) return read;
  const { head, maker, frozen } = read.value;
  const kept = movementOf(read.value);
  if (!kept) return notComparable(insightMessages.not_a_movement);
  const knowing: Context = { ...context, knownAt: head.log_position };
  const then = await movement(knowing, kept);
  if (!then.ok) return then;
  const listed = listedAsKnown(then.value, String(head.log_position));
  return accept({
    kept,
    told: {
      ...head,
      maker,
      at: then.value.end_at ?? head.cut_off,
      frozen: [...frozen],
      records: eachMovement((name) => listed[name].records),
      forecast: await forecast(knowing, then.value),
    },
  });
}

function movementOf({ head, kept }: Frozen): MovementBody | null {
  const question: Values = kept;
  return head.metric === "movement" && fits(MovementBody, question) ? question : null;
}

/** What was open at the end, each amount by its probability; null where there is none that may be read. */
async function forecast(
  context: Context,
  { object: name, end: { records } }: MovementAnswer,
): Promise<MoneySum | null> {
  const object = context.catalog.object(name);
  const field = object && moneyField({ context, object });
  if (!object?.byName["probability"] || !field) return null;
  const found = await aggregate(context, {
    object: name,
    filter: records.filter,
    ...(records.as_of === undefined ? {} : { as_of: records.as_of }),
    measures: [{ fn: "sum", field, weight: "probability" }],
  });
  return found.ok ? toSum(found.value.groups[0]?.values[0]) : null;
}
