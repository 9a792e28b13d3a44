import type { CatalogObject, Values } from "../../shared/metadata/object.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { get, type GetOptions } from "./get.ts";
import { unknownObject } from "./messages.ts";

/** The object of a name that came from outside; 404 when there is none. */
export function objectOf(context: Context, name: string): Result<CatalogObject> {
  const object = context.catalog.object(name);
  return object ? accept(object) : unknownObject(name);
}

/** `get` by the name of the object. */
export async function getByName(
  context: Context,
  name: string,
  id: string,
  options: GetOptions = {},
): Promise<Result<Values>> {
  const object = objectOf(context, name);
  return object.ok ? get(context, object.value, id, options) : object;
}
