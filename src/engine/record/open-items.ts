import { linkPairs, splitLinks } from "./arrange-links.ts";
import { recordMessages } from "./messages.ts";
import { newId, isAcceptableId } from "./ids.ts";
import { type Item, keyOf, refuseItem } from "./batch.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation, OperationResult } from "../kernel/save-request.ts";
import { isUuid } from "../values/is-uuid.ts";

/** Operations become items by object, or are refused at once (unknown object, malformed id). */
export function openItems(
  context: Context,
  operations: readonly Operation[],
): { items: Item[]; refused: Map<number, OperationResult> } {
  const items: Item[] = [];
  const refused = new Map<number, OperationResult>();
  operations.forEach((operation, position) => {
    const object = context.catalog.object(operation.object);
    if (!object) {
      const refusal = {
        status: 404,
        code: "unknown_object",
        text: recordMessages.unknown_object,
        params: { object: operation.object },
        reasons: [],
      } as const;
      refused.set(position, { ok: false, object: operation.object, id: null, refusal });
      return;
    }
    items.push(openItem(context, withLinksSplit(operation, object), object, position));
  });
  return { items, refused };
}

function withLinksSplit(operation: Operation, object: CatalogObject): Operation {
  if ((operation.op !== "create" && operation.op !== "update") || linkPairs(object).length === 0)
    return operation;
  const past = operation.past?.map((state) => ({ ...state, values: splitLinks(object, state.values) }));
  return { ...operation, values: splitLinks(object, operation.values), ...(past ? { past } : {}) };
}

function openItem(context: Context, operation: Operation, object: CatalogObject, position: number): Item {
  const id = operation.op === "create" ? (operation.id ?? newId()) : operation.id;
  const item: Item = {
    position,
    operation,
    object,
    id,
    row: null,
    before: null,
    after: {},
    changed: new Set(),
    given: new Set(),
    vouched: new Set(),
    moment: context.now,
    past: [],
    since: null,
    refusal: null,
    waived: [],
    note: {},
    unchanged: false,
    lines: new Map(),
    seq: 0,
  };
  const isChosen =
    operation.op === "create" &&
    operation.id !== undefined &&
    !operation.keepsId &&
    context.principal.kind !== "system";
  if (isChosen && !isAcceptableId(id, Date.parse(context.now)))
    refuseItem(item, { status: 422, code: "bad_id", text: recordMessages.bad_id });
  if (object.ledger) refuseItem(item, { status: 403, code: "not_writable", text: recordMessages.ledger });
  if (!isUuid(id)) refuseItem(item, { status: 404, code: "not_found", text: recordMessages.not_found });
  return item;
}

export interface Group {
  readonly object: CatalogObject;
  /** How often its records were named before. */
  readonly time: number;
  readonly items: readonly Item[];
}
/**
 * Items of a batch by object, in the order in which objects first appear. A record that is named again is
 * done again after that, so that the second operation finds what the first has written.
 */
export function inGroups(items: readonly Item[]): readonly Group[] {
  const groups = new Map<string, Group & { readonly items: Item[] }>();
  const times = new Map<string, number>();
  for (const item of items) {
    const record = keyOf(item.object.name, item.id);
    const time = times.get(record) ?? 0;
    times.set(record, time + 1);
    const place = `${item.object.name} ${time}`;
    const group = groups.get(place) ?? { object: item.object, time, items: [] };
    groups.set(place, group);
    group.items.push(item);
  }
  return [...groups.values()];
}
