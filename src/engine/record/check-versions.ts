import type { Transaction } from "../../platform/db/database.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { explainConflict } from "./explain-conflict.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { isNested } from "./nested.ts";
import { readField } from "../values/read-field.ts";
import { sameValue, withoutRate } from "../values/row-values.ts";

/**
 * `ifVersion` must be the current one; of `base`, fields that others changed since are a conflict with both
 * values.
 */
export async function checkVersions(
  tx: Transaction,
  context: Context,
  items: readonly Item[],
): Promise<void> {
  for (const item of items.filter(isLive)) {
    const { operation } = item;
    const { version } = partOf(anyRecord, item.before);
    const seen = operation.op === "update" || operation.op === "delete" ? operation.ifVersion : undefined;
    const isStale = seen !== undefined && seen !== version;
    const clashing = clashes(context, item);
    if (!isStale && clashing.length === 0) continue;
    const reasons = await explainConflict(
      tx,
      context,
      item,
      isStale ? { since: seen, besides: clashing } : { names: clashing },
    );
    const fields = reasons.flatMap(({ field }) => field ?? []);
    refuseItem(item, {
      status: 409,
      code: "version_conflict",
      text: recordMessages.version_conflict,
      reasons,
      extra: { conflict: { id: item.id, version: version ?? null, fields } },
    });
  }
}

/** Fields that differ from what the caller saw, and from what he wants. */
function clashes(context: Context, item: Item): string[] {
  const { operation } = item;
  if (operation.op !== "update" || !operation.base) return [];
  const { base, values } = operation;
  // Both as they would be written now: an older release may have stored a text with signs that nobody sees.
  const asRead = (name: string, given: WireValue | undefined): WireValue | undefined => {
    const field = item.object.byName[name];
    if (field && isNested(field)) return false;
    const read = field && readField(field, given, { currency: context.company.currency });
    return read && "value" in read ? read.value : given;
  };
  const differs = (name: string, given: WireValue | undefined): boolean => {
    const stored = withoutRate(item.before?.[name]);
    const wanted = asRead(name, given);
    return !sameValue(wanted, stored) && !sameValue(wanted, asRead(name, stored));
  };
  return Object.keys(values).filter(
    (name) =>
      Object.hasOwn(base, name) &&
      isSeen(context, item, name) &&
      differs(name, base[name]) &&
      differs(name, values[name]),
  );
}
/** What one may not read is no matter for a conflict: it would tell the value to who guesses it. */
const isSeen = (context: Context, item: Item, name: string): boolean =>
  isReadable(fieldRight(context, item.object, name));
