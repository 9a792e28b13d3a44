import { tag } from "../../objects/system/tag/tag.object.ts";
import { type FieldInfo, useObjects } from "../data/objects.ts";

/** The object that a tags field points at: the target of the joining object's second link. */
export function useTagTarget(field: FieldInfo): string {
  const objects = useObjects();
  if (field.kind !== "tags") return tag.name;
  const join = objects.get(field.object)?.byName[field.target];
  return join?.kind === "link" ? (join.targets[0] ?? tag.name) : tag.name;
}
