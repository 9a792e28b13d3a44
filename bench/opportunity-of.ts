import type { Context } from "../src/engine/kernel/context.ts";
import type { CatalogObject } from "../src/shared/metadata/object.ts";

export function opportunityOf(context: Context): CatalogObject {
  const object = context.catalog.object("opportunity");
  if (!object) throw new Error("there are no opportunities");
  return object;
}
