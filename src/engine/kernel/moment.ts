import type { Moment } from "../../shared/expression/types.ts";
import type { Context } from "./context.ts";

/** The world that expressions of this request are evaluated in. */
export const momentOf = (context: Context, now = context.now): Moment => ({
  now,
  zone: context.company.zone,
  actor: context.principal.id,
  departments: context.principal.departments,
  subtree: context.principal.subtree,
  calendar: context.company.calendar,
  clocks: context.catalog.clocks,
});
