import type { CatalogObject } from "../../shared/metadata/object.ts";
import { stateCondition } from "../catalog/state-condition.ts";
import type { Context } from "../kernel/context.ts";
import type { Params } from "../kernel/params.ts";

/** A row that is asked about. */
export interface RowAt {
  readonly context: Context;
  readonly params: Params;
  readonly alias: string;
}
/** What holds of every record, of none, or of those of which the SQL is true. */
export type RowCondition = boolean | ((at: RowAt) => string);

/** SQL of it on a row. */
export const conditionSql = (condition: RowCondition, at: RowAt): string =>
  typeof condition === "boolean" ? String(condition) : condition(at);

export function either(all: readonly RowCondition[]): RowCondition {
  if (all.includes(true)) return true;
  const asked = all.filter((one) => typeof one === "function");
  const [only] = asked;
  if (!only) return false;
  return asked.length === 1 ? only : (at) => `(${asked.map((one) => one(at)).join(" or ")})`;
}

export function both(all: readonly RowCondition[]): RowCondition {
  if (all.includes(false)) return false;
  const asked = all.filter((one) => typeof one === "function");
  const [only] = asked;
  if (!only) return true;
  return asked.length === 1 ? only : (at) => `(${asked.map((one) => one(at)).join(" and ")})`;
}

/** What one of several rules says, the first that holds; `other` where none does. */
export function firstOf(
  rules: readonly { readonly when: RowCondition; readonly says: boolean }[],
  other: boolean,
): RowCondition {
  if (rules.every(({ says }) => says === other)) return other;
  return (at) =>
    `case ${rules.map(({ when, says }) => `when ${conditionSql(when, at)} then ${says}`).join(" ")} else ${other} end`;
}

/**
 * A record is in the state that a rule names, judged with full facts. Undefined where the rule cannot be
 * judged: its condition no longer holds against the catalog.
 */
export function inState(
  { catalog, hooks }: Context,
  object: Pick<CatalogObject, "name">,
  when: string,
): RowCondition | undefined {
  const condition = stateCondition(catalog, object.name, when).ok
    ? hooks.conditionSql?.(object.name, when)
    : undefined;
  return condition && (({ context, params, alias }) => condition(context, params, alias));
}
