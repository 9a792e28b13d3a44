import type { CatalogObject } from "../../shared/metadata/object.ts";
import type { Action } from "../../shared/rights/rights.ts";
import type { Context } from "../kernel/context.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { conditions } from "./conditions.ts";
import { countMaskedSearch } from "./count-masked-search.ts";
import { Params } from "../kernel/params.ts";
import { source } from "./source.ts";

export interface IdsOptions {
  readonly limit: number;
  /** The last id of the batch before. */
  readonly after?: string;
  readonly search?: string;
}

/**
 * Ids of the living records that a filter finds and the caller may do `action` to, in id order, a batch at a
 * time.
 */
export async function matchingIds(
  context: Context,
  object: CatalogObject,
  filter: string | undefined,
  action: Action,
  options: IdsOptions,
): Promise<Result<readonly string[]>> {
  const params = new Params();
  params.rowOf("t", object.name);
  const reading = { context, params };
  const asked = {
    ...(filter === undefined ? {} : { filter }),
    ...(options.search === undefined ? {} : { search: options.search }),
  };
  const where = conditions(reading, object, "t", asked, action);
  if (!where.ok) return where;
  const after = options.after === undefined ? "" : ` and t."id" > ${params.add(options.after, "uuid")}`;
  const counted = await countMaskedSearch(context, [object], options.search);
  if (!counted.ok) return counted;
  const text = `select t."id" from ${source(reading, object)} t where ${where.value}${after} order by t."id" limit ${params.add(options.limit, "integer")}`;
  const rows = await context.db.query<{ id: string }>(params.statement(text));
  return accept(rows.map((row) => row.id));
}
