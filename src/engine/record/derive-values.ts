import type { Transaction } from "../../platform/db/database.ts";
import type { Derive } from "../../shared/metadata/hooks.ts";
import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import { staged } from "../../shared/metadata/stage-fields.ts";
import { answerRuleFacts } from "./rule-facts.ts";
import type { Context } from "../kernel/context.ts";
import type { ServerDerive } from "../kernel/hooks.ts";
import { arrangeLinks } from "./arrange-links.ts";
import { changeOf, type Item, isLive } from "./batch.ts";
import { refreshChanged, refreshFields } from "./changed-fields.ts";
import type { SaveRequest } from "../kernel/save-request.ts";
import { deriveFormulas } from "./derive-formulas.ts";
import { deriveMoney } from "./derive-money.ts";
import { deriveOwnership } from "./derive-ownership.ts";

/**
 * Completes records: ownership, company amounts, the derives of objects and modules, stored formulas; then
 * the same for back-filled states.
 */
export async function deriveValues(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  request: SaveRequest,
): Promise<void> {
  const live = items.filter(
    (item) =>
      isLive(item) &&
      item.operation.op !== "delete" &&
      (item.operation.op !== "restore" || item.operation.values || item.changed.size > 0),
  );
  for (const item of live) item.after = { ...item.after, ...context.workedOut?.(object.name, item.id) };
  if (live.length > 0) await deriveAll(tx, context, object, live, request);
  const depth = live.reduce((most, item) => Math.max(most, item.past.length - 1), 0);
  for (let index = 0; index < depth; index += 1) await derivePast(tx, context, object, live, request, index);
}

async function deriveAll(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  request: SaveRequest,
): Promise<void> {
  items.forEach(refreshChanged);
  items.forEach(arrangeLinks);
  await deriveOwnership(tx, context, items);
  await deriveMoney(tx, context, object, items);
  for (const hook of context.hooks.derives) {
    if ("applies" in hook ? hook.applies(object) : hook.object === object.name)
      await runDerive(tx, context, object, items, request, hook);
  }
  items.forEach(asItWas);
  deriveFormulas(context, object, items);
  items.forEach(refreshChanged);
}

/** Whose changes are taken back is as it was, also in what rules derived then. */
function asItWas(item: Item): void {
  if (item.restored) item.after = { ...item.after, ...item.restored };
}

async function runDerive(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  request: SaveRequest,
  hook: Derive | ServerDerive,
): Promise<void> {
  const actor = context.principal.id;
  if ("applies" in hook) {
    const derived = await hook.run({
      tx,
      context,
      object,
      request,
      changes: items.map((item) => changeOf(item, request.road, actor)),
    });
    for (const item of items) {
      merge(item, derived.get(item.id));
      for (const name of hook.vouches ?? [])
        if (derived.get(item.id)?.[name] !== undefined && !item.given.has(name)) item.vouched.add(name);
    }
    return;
  }
  const concerned = items.filter((item) => !hook.when || hook.when.some((name) => item.changed.has(name)));
  if (concerned.length === 0) return;
  const changes = new Map(concerned.map((item) => [item, changeOf(item, request.road, actor)]));
  const asking = [...changes].flatMap(([item, change]) => (hook.asks?.(change) === false ? [] : [item]));
  const facts = await answerRuleFacts(tx, context, object, asking, hook.facts);
  for (const [item, change] of changes) merge(item, hook.run(change, facts.get(item.id) ?? {}));
}

function merge(item: Item, derived: Values | undefined): void {
  const names = derived ? Object.keys(derived) : [];
  if (names.length === 0) return;
  item.after = { ...item.after, ...derived };
  refreshFields(item, names);
}

/**
 * The state of index `index` of each back-filled record: stored values, with what differed then, completed by
 * the same rules.
 */
async function derivePast(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  request: SaveRequest,
  index: number,
): Promise<void> {
  const computed = object.fields
    .filter((field) => field.computed && !field.system)
    .map((field) => [field.name, null] as const);
  const ghosts = items.flatMap((item): Item[] => {
    const state = item.past[index];
    if (!state || state.kept || index >= item.past.length - 1) return [];
    const after = { ...item.after, ...Object.fromEntries(computed), ...state.values };
    return [{ ...item, before: null, after, changed: new Set(), moment: stayBegan(item, index), past: [] }];
  });
  if (ghosts.length === 0) return;
  await deriveAll(tx, context, object, ghosts, request);
  const byId = new Map(items.map((item) => [item.id, item]));
  for (const ghost of ghosts) {
    const item = byId.get(ghost.id);
    const state = item?.past[index];
    if (item && state) item.past[index] = { ...state, values: ghost.after };
  }
}

/**
 * When the record came into the stage that it had then: a told state of an existing record may lie within a
 * longer stay.
 */
function stayBegan({ object, past }: Item, index: number): string {
  const [state, before] = [past[index], past[index - 1]];
  const stage = object.stageField ?? "";
  const { stage_entered_at: began } = partOf(staged, before?.values);
  const goesOn =
    before !== undefined && typeof began === "string" && before.values[stage] === state?.values[stage];
  return goesOn ? began : (state?.at ?? "");
}
