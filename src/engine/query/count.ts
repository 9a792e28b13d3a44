import type { ListRequest } from "./contract.ts";
import type { Context } from "../kernel/context.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accept, type Result } from "../kernel/refusal.ts";
import { conditions } from "./conditions.ts";
import { Params } from "../kernel/params.ts";
import { replicaOrPrimary, type Reading } from "./reading.ts";
import { accessAt, source } from "./source.ts";

const BOUND = 10_000;
export interface Count {
  readonly total: number;
  readonly more?: boolean;
}

/** How many rows a list has: exactly, up to 10,000 ("10,000+"), or as the planner guesses. One statement. */
export async function count(
  context: Context,
  object: CatalogObject,
  request: ListRequest,
  asOf: string | undefined,
): Promise<Result<Count>> {
  const params = new Params();
  params.rowOf("t", object.name);
  const reading: Reading = { context, params, ...(asOf === undefined ? {} : { asOf }) };
  const where = conditions(reading, object, "t", request);
  if (!where.ok) return where;
  const rows = `from ${source(reading, object)} t where ${where.value}`;
  // The planner knows of all rows: only those who see them all may hear it.
  const seesAll = accessAt({ ...reading, params: new Params() }, object, "read", "t") === "true";
  if (request.count === "estimate" && seesAll)
    return accept({ total: await estimated(context, `select 1 ${rows}`, params) });
  const counted =
    request.count === "exact"
      ? `select count(*) as n ${rows}`
      : `select count(*) as n from (select 1 ${rows} limit ${BOUND + 1}) t`;
  const [row] = await replicaOrPrimary(context).query<{ n: number }>(params.statement(counted));
  const total = row?.n ?? 0;
  return accept(request.count === "exact" || total <= BOUND ? { total } : { total: BOUND, more: true });
}

interface Plan {
  readonly Plan: { readonly "Plan Rows": number };
}
async function estimated(context: Context, text: string, params: Params): Promise<number> {
  const [row] = await replicaOrPrimary(context).query<{ "QUERY PLAN": readonly Plan[] }>(
    params.statement(`explain (format json) ${text}`),
  );
  return row?.["QUERY PLAN"][0]?.Plan["Plan Rows"] ?? 0;
}
