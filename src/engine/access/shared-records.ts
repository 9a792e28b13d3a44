import { type CatalogObject } from "../../shared/metadata/object.ts";
import type { Context, Principal } from "../kernel/context.ts";
import type { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";
import type { Grant } from "./grant.ts";
import type { Grantee, Share, ShareLevel } from "../kernel/visibility.ts";
import type { Action } from "../../shared/rights/rights.ts";

const levelsFor = (action: Action): readonly ShareLevel[] =>
  action === "read" ? ["read", "edit"] : ["edit"];

/**
 * The records of `object` that are shared with the caller and whose shares have not ended, and those that
 * something shows them for a while: one grant for each of these.
 */
export function shareGrants(
  context: Context,
  object: CatalogObject,
  action: Action,
  alias: string,
  params: Params,
): readonly Grant[] {
  const { reach } = context.principal;
  if (!reach) return [];
  if (reach.shares === "many")
    return [
      { why: "share", sql: lookedUp(context, object, action, alias, params), because: { shares: "many" } },
    ];
  const all = sharesOf(context, object.name, action);
  const sources = [...new Set(all.map(({ source }) => source))];
  return sources.map((source): Grant => {
    const held = all.filter((share) => share.source === source);
    const ids = [...new Set(held.map((share) => share.record))];
    const sql = `${alias}."id" = any(${params.add(ids, "uuid[]")})`;
    return source === undefined
      ? { why: "share", sql, because: { shares: held } }
      : { why: "while", sql, because: { source, shares: held } };
  });
}

/** The caller's shares of an object that hold now; none when there are too many to carry. */
export function sharesOf(context: Context, object: string, action: Action): readonly Share[] {
  const shares = context.principal.reach?.shares;
  if (shares === undefined || shares === "many") return [];
  const levels = levelsFor(action);
  return (shares.get(object) ?? []).filter(
    (share) => levels.includes(share.level) && (share.until === null || share.until > context.now),
  );
}

/** What sharing rules open to the caller: one grant for each rule. */
export function ruleGrants(
  context: Context,
  object: CatalogObject,
  action: Action,
  alias: string,
  params: Params,
): readonly Grant[] {
  const levels = levelsFor(action);
  const rules = (context.principal.reach?.rules ?? []).filter(
    (rule) => rule.object === object.name && levels.includes(rule.level),
  );
  return rules.flatMap(({ condition, ...rule }): Grant[] => {
    const sql = condition(context, params, alias);
    return sql === "false" ? [] : [{ why: "rule", sql, because: { rule } }];
  });
}

function lookedUp(
  context: Context,
  object: CatalogObject,
  action: Action,
  alias: string,
  params: Params,
): string {
  const share = params.alias();
  const conditions = [
    `${share}."regarding__object" = ${params.add(object.name, "text")}`,
    `${share}."deleted_at" is null`,
    `(${share}."expires_at" is null or ${share}."expires_at" > ${params.add(context.now, "timestamptz")})`,
    ...(action === "read" ? [] : [`${share}."level" = 'edit'`]),
    sharedWithSql(context.principal, share, params),
  ];
  return `${alias}."id" in (select ${share}."regarding" from ${tableOf(context.workspace, "share")} ${share} where ${conditions.join(" and ")})`;
}

/** The same for one grantee in memory. */
export function isFor(
  { id, departments, reach }: Pick<Principal, "id" | "departments" | "reach">,
  to: Grantee,
  below: boolean,
): boolean {
  if (to.object === "user") return to.id === id;
  if (to.object === "team") return reach?.teams.includes(to.id) ?? false;
  if (to.object === "role") return reach?.roles.includes(to.id) ?? false;
  return departments.includes(to.id) || (below && (reach?.above.includes(to.id) ?? false));
}

/**
 * SQL on a row of `share` or `sharing_rule`: it is for this person. With `below`, a department stands for all
 * below it too.
 */
export function sharedWithSql({ id, departments, reach }: Principal, alias: string, params: Params): string {
  const to = (object: Grantee["object"], ids: readonly string[], more = "") =>
    ids.length === 0
      ? []
      : [
          `(${alias}."to__object" = '${object}' and ${alias}."to" = any(${params.add(ids, "uuid[]")})${more})`,
        ];
  const arms = [
    ...to("user", id === null ? [] : [id]),
    ...to("department", departments),
    ...to("department", reach?.above ?? [], ` and ${alias}."below" is true`),
    ...to("team", reach?.teams ?? []),
    ...to("role", reach?.roles ?? []),
  ];
  return arms.length === 0 ? "false" : `(${arms.join(" or ")})`;
}
