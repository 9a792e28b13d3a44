import { tableOf } from "../schema/names.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { accessGrants, type Grant } from "../access/predicate.ts";
import { allOf, historySource, liveAt } from "./source.ts";
import type { Reading } from "./reading.ts";

/** One of the places where the rows of a question are found: a table and what holds of its row `alias`. */
export interface Branch {
  readonly from: string;
  readonly where: string;
}

/**
 * The places that together hold every row the caller may read, each a condition that one index can answer: one for each way of
 * access, and with `as_of` for living and superseded versions. A row may be in several places; today's rights decide (decision 9).
 */
export function branches(reading: Reading, object: CatalogObject, alias: string): readonly Branch[] {
  const { context, params, asOf } = reading;
  const live = tableOf(context.workspace, object.name);
  const here = ways(accessGrants(context, object, "read", alias, params));
  const now = here.map((where): Branch => ({ from: live, where: allOf([...liveAt(reading, alias), where]) }));
  if (asOf === undefined || object.ledger) return now;
  const today = params.alias(object.name);
  const past = ways(accessGrants(context, object, "read", today, params)).map((where): Branch => {
    const { from, held } = historySource(reading, object, alias);
    const mine = where === "true" ? [] : [`exists (select 1 from ${live} ${today} where ${today}."id" = ${alias}."id" and ${where})`];
    return { from, where: allOf([...held, ...mine]) };
  });
  return [...now, ...past];
}

/** Owners and departments have an index each; what else gives access is judged together. */
const INDEXED: readonly Grant["why"][] = ["owner", "reports", "department", "share"];

/** The grants as conditions that are looked up one by one; a single "true" when all may be seen. */
function ways(grants: readonly Grant[]): readonly string[] {
  if (grants.some((grant) => grant.sql === "true")) return ["true"];
  const apart = grants.filter((grant) => INDEXED.includes(grant.why)).map((grant) => grant.sql);
  const rest = grants.filter((grant) => !INDEXED.includes(grant.why)).map((grant) => grant.sql);
  const together = rest.length > 1 ? [`(${rest.join(" or ")})`] : rest;
  const all = [...apart, ...together];
  return all.length === 0 ? ["false"] : all;
}
