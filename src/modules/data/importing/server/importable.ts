import type { Context } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";

/** Objects that files may fill: those people know. */
export const importable = (context: Context, name: string): CatalogObject | undefined => {
  const object = context.catalog.object(name);
  return object?.internal ? undefined : object;
};
