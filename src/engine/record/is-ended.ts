import type { CatalogObject, Values } from "../../shared/metadata/object.ts";

const ENDED: readonly unknown[] = ["won", "lost", "done", "cancelled"];

/**
 * Whether a record has come to its end: its stage is won or lost, or its status is one that stands for done
 * or cancelled.
 */
export function isEnded(object: CatalogObject, values: Readonly<Values>): boolean {
  const type = object.stageField === undefined ? undefined : object.byName["stage_type"];
  if (type) return ENDED.includes(values[type.name]);
  const status = object.byName["status"];
  if (status?.kind !== "select") return false;
  return ENDED.includes(status.options.find(({ name }) => name === values[status.name])?.status);
}
