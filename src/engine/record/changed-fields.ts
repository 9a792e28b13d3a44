import { columnsOf } from "../schema/names.ts";
import { storedFields } from "../schema/plan.ts";
import type { Item } from "./batch.ts";
import { sameValue } from "../values/row-values.ts";

/**
 * Recomputes which fields differ from what is stored (on create: which have a value), lists of lines
 * included.
 */
export function refreshChanged(item: Item): void {
  const changed = new Set<string>();
  for (const field of storedFields(item.object)) {
    if (!sameValue(item.before?.[field.name], item.after[field.name])) changed.add(field.name);
  }
  for (const name of item.lines.keys()) changed.add(name);
  item.changed = changed;
}

/** The same when only these fields were set since. */
export function refreshFields(item: Item, names: readonly string[]): void {
  const stored = names
    .flatMap((name) => item.object.byName[name] ?? [])
    .filter((field) => columnsOf(field).length > 0);
  for (const { name } of stored) {
    if (sameValue(item.before?.[name], item.after[name])) item.changed.delete(name);
    else item.changed.add(name);
  }
}

/** Whether a change raises the version: some field that people may edit differs (decision 4). */
export function isVersioned(item: Item): boolean {
  if (item.operation.op === "delete" || item.operation.op === "restore" || item.since !== null) return true;
  return [...item.changed].some((name) => {
    const field = item.object.byName[name];
    return field !== undefined && !(field.silent ?? field.computed ?? false) && field.kind !== "formula";
  });
}
