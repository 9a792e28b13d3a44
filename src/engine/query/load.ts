import type { ObjectDefinition } from "../../shared/metadata/object.ts";
import { type PartOf, partOf, type SystemValues } from "../../shared/metadata/record-of.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { get, type GetOptions } from "./get.ts";
import { notFound } from "./messages.ts";

/** What a caller may read of a record of a shipped object: a field that is hidden from them is undefined. */
export type Loaded<D extends ObjectDefinition> = PartOf<D> & Pick<SystemValues, "id" | "version">;

/**
 * One record of a shipped object as the caller may see it, typed by the object. 404 for what is not there and
 * for what may not be seen.
 * @example const deal = await load(context, opportunity, id); if (deal.ok) deal.value.amount?.currency
 */
export async function load<D extends ObjectDefinition>(
  context: Context,
  object: D,
  id: string,
  options: GetOptions = {},
): Promise<Result<Loaded<D>>> {
  const known = context.catalog.object(object.name);
  if (!known) return notFound();
  const record = await get(context, known, id, options);
  return record.ok ? accept(partOf(object, record.value) as Loaded<D>) : record;
}
