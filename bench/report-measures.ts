import type { AggregateRequest } from "../src/engine/query/contract.ts";
import { prepareAggregate } from "../src/engine/query/aggregate.ts";
import type { ReadMeasure } from "./contenders.ts";
import { opportunityOf } from "./opportunity-of.ts";
import type { Caller } from "./world.ts";

const YEAR = 365 * 86_400_000;

/** Totals as a board shows them over its columns. */
export function boardMeasure(
  name: string,
  { context, headers }: Caller,
  asked: Omit<AggregateRequest, "object">,
): ReadMeasure {
  const prepared = prepareAggregate(context, opportunityOf(context), { object: "opportunity", ...asked });
  if (!prepared.ok) throw new Error(`${name}: ${prepared.refusal.code}`);
  const request = {
    method: "POST",
    path: "/api/v1/records/opportunity/aggregate",
    headers,
    body: JSON.stringify(asked),
  } as const;
  const { text, values = [] } = prepared.value.statement;
  return { name, text, variants: [{ request, values }] };
}

/** How many of those created in a year came into each stage. */
export function funnelMeasure({ headers }: Caller): ReadMeasure {
  const from = new Date(Date.now() - YEAR).toISOString().slice(0, 10);
  const to = new Date().toISOString().slice(0, 10);
  const body = JSON.stringify({ object: "opportunity", from, to, mode: "cohort" });
  const request = { method: "POST", path: "/api/v1/insight/funnel", headers, body } as const;
  const text = `select v.stage, count(distinct v.record) from w_main.stage_visit v join w_main.o_opportunity o on o.id = v.record
    where v.object = 'opportunity' and o.created_at >= $1 and o.created_at < $2 and o.deleted_at is null group by 1`;
  // Sixteen reports of a whole company at once only wait for each other.
  return { name: "funnel of a year", connections: [1], text, variants: [{ request, values: [from, to] }] };
}
