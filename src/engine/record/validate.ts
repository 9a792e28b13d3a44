import type { Transaction } from "../../platform/db/database.ts";
import type { Expression } from "../../shared/expression/types.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import { expressionOf } from "../catalog/checked-expression.ts";
import type { Context } from "../kernel/context.ts";
import { answerFacts } from "../query/facts.ts";
import { type Item, isLive, refuseItem, invalid } from "./batch.ts";
import { checkCircles } from "./check-circles.ts";
import { checkLinks } from "./check-links.ts";
import { checkUnique } from "./check-unique.ts";
import { recordMessages } from "./messages.ts";
import { withLabel } from "../values/field-reason.ts";

/**
 * Required fields, links that exist and form no circles, unique values. All reasons of a record are given at
 * once.
 */
export async function validate(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  made: ReadonlySet<string>,
): Promise<void> {
  const writing = items.filter((item) => isLive(item) && item.operation.op !== "delete");
  const reasons = new Map<string, Reason[]>(writing.map((item) => [item.id, []]));
  const report = (item: Item, reason: Reason) => reasons.get(item.id)?.push(reason);
  const isProgram = context.principal.kind === "system";
  for (const item of writing)
    for (const field of missingFields(item)) if (!(isProgram && field.asked)) report(item, missing(field));
  await checkConditional(tx, context, object, writing, report);
  await checkLinks(tx, context, object, writing, made, report);
  await checkCircles(tx, context, object, writing, report);
  for (const item of writing) {
    const found = reasons.get(item.id) ?? [];
    if (found.length > 0) refuseItem(item, invalid(found));
  }
  await checkUnique(tx, context, object, writing.filter(isLive));
}

const missing = (field: Field): Reason => ({
  code: "required",
  field: field.name,
  text: withLabel(recordMessages.required, field),
});
const isEmpty = (item: Item, name: string): boolean =>
  item.after[name] === null || item.after[name] === undefined;

/** On create every required field; afterwards only those that were emptied. */
function missingFields(item: Item): Field[] {
  return item.object.fields.filter(
    (field) =>
      field.required &&
      !field.hidden &&
      isEmpty(item, field.name) &&
      (item.before === null || item.changed.has(field.name)),
  );
}

async function checkConditional(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  report: (item: Item, reason: Reason) => void,
): Promise<void> {
  const isProgram = context.principal.kind === "system";
  const fields = object.fields.filter(
    (field) => field.required_if && !field.hidden && !(isProgram && field.asked),
  );
  if (fields.length === 0 || items.length === 0) return;
  const expressions: Record<string, Expression> = {};
  for (const field of fields) {
    const expression = expressionOf(context.catalog, object.name, field.required_if ?? "");
    if (expression) expressions[field.name] = expression;
  }
  const facts = await answerFacts(
    tx,
    context,
    object,
    new Map(items.map((item) => [item.id, item.after])),
    expressions,
  );
  for (const item of items)
    for (const field of fields)
      if (facts.get(item.id)?.[field.name] === true && isEmpty(item, field.name))
        report(item, missing(field));
}
