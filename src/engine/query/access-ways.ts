import type { Grant } from "../access/grant.ts";

/** Owners and departments have an index each; what else gives access is judged together. */
const INDEXED: readonly Grant["why"][] = ["owner", "reports", "department", "share", "while"];

/** The grants as conditions that are looked up one by one; a single "true" when all may be seen. */
export function accessWays(grants: readonly Grant[]): readonly string[] {
  if (grants.some((grant) => grant.sql === "true")) return ["true"];
  const apart = grants.filter((grant) => INDEXED.includes(grant.why)).map((grant) => grant.sql);
  const rest = grants.filter((grant) => !INDEXED.includes(grant.why)).map((grant) => grant.sql);
  const together = rest.length > 1 ? [`(${rest.join(" or ")})`] : rest;
  const all = [...apart, ...together];
  return all.length === 0 ? ["false"] : all;
}
