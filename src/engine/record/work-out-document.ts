import { defineMessages } from "../../shared/i18n/messages.ts";
import { label } from "../../shared/i18n/label.ts";
import type { FieldOf } from "../../shared/metadata/field.ts";
import { givenOfDocument } from "../../shared/metadata/line-amounts.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { inLineOrder, workOutAmounts } from "../../shared/metadata/work-out-amounts.ts";
import { listsWithAmounts } from "../catalog/mark-amounts.ts";
import type { Context } from "../kernel/context.ts";
import { withLabel } from "../values/field-reason.ts";
import { invalid, type Item, isLive, keyOf, refuseItem } from "./batch.ts";
import { targetOf } from "./check-links.ts";
import type { Attachment, Part } from "./open-document.ts";

const messages = defineMessages({
  other_currency: label(
    "“{label}”的币种是 {own}，单据的币种是 {currency}，二者必须一致。",
    "“{label}” is in {own}, but the document is in {currency}. They must be the same.",
  ),
});

/** A record of this write whose lines stand in an order or have amounts, and the list of them. */
export interface KeptList {
  readonly parent: Item;
  readonly list: FieldOf<"children">;
}

/** Lists whose lines hang together: what one line holds may depend on all others. */
export const hangsTogether = (object: CatalogObject): boolean =>
  listsWithAmounts(object).length > 0 ||
  object.fields.some((field) => field.kind === "children" && !field.hidden && field.order !== undefined);

/** Documents whose order or amounts this write may change; all their lines are needed for that. */
export function keptLists(parts: readonly Part[], attachments: readonly Attachment[]): readonly KeptList[] {
  return parts.flatMap(({ items, object }) =>
    hangsTogether(object)
      ? items.flatMap((parent) =>
          object.fields.flatMap((list) =>
            list.kind === "children" && !list.hidden && isConcerned(parent, list, attachments)
              ? [{ parent, list }]
              : [],
          ),
        )
      : [],
  );
}

function isConcerned(parent: Item, list: FieldOf<"children">, attachments: readonly Attachment[]): boolean {
  const { op } = parent.operation;
  if (!isLive(parent) || op === "delete" || op === "restore") return false;
  if (
    list.amounts &&
    (op === "create" || givenOfDocument(list.amounts).some((name) => parent.given.has(name)))
  )
    return true;
  return attachments.some(
    ({ line, parent: of, link }) =>
      of === parent &&
      link.list === list &&
      isLive(line) &&
      !line.unchanged &&
      (list.amounts !== undefined || line.operation.op === "create" || line.operation.op === "restore"),
  );
}

/** What the program keeps of records of this write, by key: places of lines, amounts of lines and documents. */
export type WorkedOutValues = Map<string, Values>;

/**
 * Works out the order and the amounts of documents from all their lines as they will be. A line in another
 * currency than its document is refused.
 */
export function workOutDocument(
  { company, catalog }: Context,
  { parent, list }: KeptList,
  attachments: readonly Attachment[],
  found: WorkedOutValues,
): void {
  const all = linesOf(parent, list, attachments);
  const put = (item: Item, values: Values) => {
    const key = keyOf(item.object.name, item.id);
    found.set(key, { ...found.get(key), ...values });
  };
  for (const { line, place } of placed(all, list.order)) if (list.order) put(line, { [list.order]: place });
  const { amounts } = list;
  if (!amounts) return;
  const worked = workOutAmounts(
    amounts,
    parent.after,
    all.map((line) => line.after),
    company.currency,
  );
  all.forEach((line, at) => put(line, worked.lines[at] ?? {}));
  put(parent, worked.document);
  const price = catalog.object(list.object)?.byName[amounts.unit_price];
  for (const at of worked.foreign) {
    const line = all[at];
    const given = line?.after[amounts.unit_price] as { readonly currency?: string } | undefined;
    if (!line || !price) continue;
    const params = { own: given?.currency ?? "", currency: worked.currency };
    const reason = { code: "other_currency", params, text: withLabel(messages.other_currency, price) };
    if (line.operation.op === "update" && !line.changed.has(price.name) && !line.given.has(price.name))
      refuseItem(parent, invalid([{ ...reason, field: amounts.document?.currency ?? list.name }]));
    else refuseItem(line, invalid([{ ...reason, field: price.name }]));
  }
}

function linesOf(
  parent: Item,
  list: FieldOf<"children">,
  attachments: readonly Attachment[],
): readonly Item[] {
  const lines = attachments.flatMap(({ line, parent: of, link }) => {
    const via = line.object.byName[link.via];
    const isIn = via !== undefined && targetOf(via, line.after[link.via])?.id === parent.id;
    return of === parent && link.list === list && isIn && isLive(line) && line.operation.op !== "delete"
      ? [line]
      : [];
  });
  const compare = inLineOrder(list.order);
  return lines.toSorted((one, other) =>
    compare({ ...one.after, id: one.id }, { ...other.after, id: other.id }),
  );
}

/** Lines that have no place yet come after those that have one. */
function placed(
  lines: readonly Item[],
  order: string | undefined,
): readonly { readonly line: Item; readonly place: number }[] {
  if (order === undefined) return [];
  const placeOf = (line: Item): number | null => {
    const place = line.after[order];
    return typeof place === "number" ? place : null;
  };
  let last = lines.reduce((most, line) => Math.max(most, placeOf(line) ?? 0), 0);
  return lines.flatMap((line) => (placeOf(line) === null ? [{ line, place: (last += 1) }] : []));
}
