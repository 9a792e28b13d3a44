import type { Transaction } from "../../platform/db/database.ts";
import type { Rule } from "../../shared/metadata/hooks.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { Context } from "../kernel/context.ts";
import type { Guard } from "../kernel/hooks.ts";
import { changeOf, type Item, isLive, refuseItem, invalid } from "./batch.ts";
import type { SaveRequest } from "../kernel/save-request.ts";
import { recordMessages } from "./messages.ts";
import { answerRuleFacts } from "./rule-facts.ts";

/**
 * Asks every guard of the object; a refused record keeps all reasons of all guards. A gate's reasons make the
 * code `gate_shut`, those about records that exist already `duplicate`.
 */
export async function runGuards(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  request: SaveRequest,
): Promise<void> {
  const live = items.filter(isLive);
  if (live.length === 0) return;
  const reasons = new Map<string, Reason[]>();
  for (const guard of context.hooks.guards) {
    if ("applies" in guard ? !guard.applies(object) : guard.object !== object.name) continue;
    for (const [id, found] of await ask(tx, context, object, live, request, guard))
      reasons.set(id, [...(reasons.get(id) ?? []), ...found]);
  }
  for (const item of live) {
    const all = reasons.get(item.id) ?? [];
    item.waived = all.filter((reason) => reason.waived);
    item.note = Object.assign({}, ...all.map((reason) => reason.note ?? {}));
    const found = all.filter((reason) => !reason.waived && !reason.note);
    if (found.length === 0) continue;
    if (found.every((reason) => reason.code === "duplicate")) {
      refuseItem(item, {
        status: 409,
        code: "duplicate",
        text: recordMessages.duplicate_found,
        reasons: found,
        extra: { candidates: found.flatMap((reason) => (reason.params ? [reason.params] : [])) },
      });
      continue;
    }
    const isGate = found.some((reason) => reason.criterion !== undefined);
    refuseItem(
      item,
      isGate ? { status: 422, code: "gate_shut", text: recordMessages.shut, reasons: found } : invalid(found),
    );
  }
}

async function ask(
  tx: Transaction,
  context: Context,
  object: CatalogObject,
  items: readonly Item[],
  request: SaveRequest,
  guard: Rule | Guard,
): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const actor = context.principal.id;
  if ("applies" in guard)
    return guard.run({
      tx,
      context,
      object,
      request,
      changes: items.map((item) => changeOf(item, request.road, actor)),
    });
  const concerned = items.filter(
    (item) =>
      item.operation.op !== "delete" && (!guard.when || guard.when.some((name) => item.changed.has(name))),
  );
  const facts = await answerRuleFacts(tx, context, object, concerned, guard.facts);
  return new Map(
    concerned.map((item) => [
      item.id,
      guard.run(changeOf(item, request.road, actor), facts.get(item.id) ?? {}),
    ]),
  );
}
