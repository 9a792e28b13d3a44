import type { Transaction } from "../../platform/db/database.ts";
import type { Reason } from "../../shared/metadata/reason.ts";
import type { WireValue } from "../../shared/metadata/object.ts";
import type { Context } from "../context.ts";
import { systemTable } from "../schema/names.ts";
import { fieldRight, isReadable } from "../access/rights-of.ts";
import { type Item, isLive, refuseItem } from "./batch.ts";
import { recordMessages } from "./messages.ts";
import { isNested } from "./nested.ts";
import { readField, withLabel } from "./read-field.ts";
import { sameValue, withoutRate } from "./row-values.ts";

/** `ifVersion` must be the current one; of `base`, fields that others changed since are a conflict with both values. */
export async function checkVersions(tx: Transaction, context: Context, items: readonly Item[]): Promise<void> {
  for (const item of items.filter(isLive)) {
    const { operation } = item;
    const isStale =
      (operation.op === "update" || operation.op === "delete") && operation.ifVersion !== undefined && operation.ifVersion !== item.before?.["version"];
    const clashing = clashes(context, item);
    if (!isStale && clashing.length === 0) continue;
    const names = clashing.length > 0 ? clashing : Object.keys(operation.op === "update" ? operation.values : {}).filter((name) => isSeen(context, item, name));
    const reasons = await explain(tx, context, item, names);
    refuseItem(item, {
      status: 409,
      code: "version_conflict",
      text: recordMessages.version_conflict,
      reasons,
      extra: { conflict: { id: item.id, version: item.before?.["version"] ?? null, fields: names } },
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
    (name) => Object.hasOwn(base, name) && isSeen(context, item, name) && differs(name, base[name]) && differs(name, values[name]),
  );
}
/** What one may not read is no matter for a conflict: it would tell the value to who guesses it. */
const isSeen = (context: Context, item: Item, name: string): boolean => isReadable(fieldRight(context, item.object, name));

async function explain(tx: Transaction, context: Context, item: Item, names: readonly string[]): Promise<Reason[]> {
  const rows = await tx.query<{ at: string; actor: string | null; author: string | null; names: string[] }>({
    text: `select c.at, c.actor, u.name as author, array(select jsonb_object_keys(c.after)) as names from ${systemTable(context.workspace, "changes")} c
           left join ${systemTable(context.workspace, "o_user")} u on u.id = c.actor where c.record = $1 and c.object = $2 order by c.seq desc limit 50`,
    values: [item.id, item.object.name],
  });
  return names.flatMap((name): Reason[] => {
    const field = item.object.byName[name];
    if (!field) return [];
    const last = rows.find((row) => row.names.includes(name));
    const mine: WireValue = item.operation.op === "update" ? (item.operation.values[name] ?? null) : null;
    const params = { author: last?.author ?? "", at: last?.at ?? "", theirs: shown(item.before?.[name]), yours: shown(mine) };
    const told = params.theirs === "" ? "emptied_since" : params.author === "" ? "changed_by_program" : "changed_since";
    return [{ code: "changed_since", field: name, params, text: withLabel(recordMessages[told], field) }];
  });
}
const shown = (value: WireValue | undefined): string =>
  value === null || value === undefined ? "" : typeof value === "object" ? JSON.stringify(value) : String(value);
