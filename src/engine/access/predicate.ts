import { ident } from "../../platform/db/database.ts";
import { type CatalogObject, type PersonalSharing } from "../../shared/metadata/object.ts";
import type { Params } from "../query/params.ts";
import type { Context } from "../context.ts";
import { tableOf } from "../schema/names.ts";
import { targetsOf } from "../catalog/build-catalog.ts";
import { hasAbility, objectRights, scopeOf } from "./rights-of.ts";
import type { Action, RecordScope } from "./rights.ts";

export { fieldRight, hasAbility, objectRights, readableFields } from "./rights-of.ts";

/** One way by which the caller reaches records, named so that it can be explained. `sql` is a condition on the row. */
export interface Grant {
  readonly why: "system" | "everyone" | "all" | "owner" | "department" | "parent" | "unattached" | "opened";
  readonly sql: string;
}
interface Asked {
  readonly context: Context;
  readonly action: Action;
  readonly params: Params;
  /** Parents passed on the way. */
  readonly depth: number;
}
const MAX_PARENTS = 3;

/**
 * SQL that is true for the rows `alias` the caller may do `action` to.
 * @example accessPredicate(context, opportunity, "read", "t", params) // `(t."owner" = $1::uuid or t."department" = any($2::uuid[]))`
 */
export function accessPredicate(context: Context, object: CatalogObject, action: Action, alias: string, params: Params): string {
  return anyOf(accessGrants(context, object, action, alias, params));
}

/** The grants that `accessPredicate` is made of. */
export function accessGrants(context: Context, object: CatalogObject, action: Action, alias: string, params: Params): readonly Grant[] {
  return grants({ context, action, params, depth: 0 }, object, alias);
}

function anyOf(all: readonly Grant[]): string {
  if (all.length === 0) return "false";
  if (all.some((grant) => grant.sql === "true")) return "true";
  const [only] = all;
  return all.length === 1 && only ? only.sql : `(${all.map((grant) => grant.sql).join(" or ")})`;
}

function grants(asked: Asked, object: CatalogObject, alias: string): readonly Grant[] {
  if (asked.context.principal.kind === "system") return [{ why: "system", sql: "true" }];
  const scope = scopeOf(objectRights(asked.context, object), asked.action);
  if (scope === "none") return [];
  if (object.sharing === "everyone") return [{ why: "everyone", sql: "true" }];
  if (object.sharing === "owner") return scopeGrants(asked, scope, alias);
  if ("personal" in object.sharing) return personalGrants(asked, object.sharing, alias);
  const through = parentGrants(asked, object, object.sharing.parent, scope, alias);
  return object.sharing.or_owner ? [...through, ...scopeGrants(asked, scope, alias)] : through;
}

function scopeGrants({ context, params }: Asked, scope: RecordScope, alias: string): readonly Grant[] {
  if (scope === "all") return [{ why: "all", sql: "true" }];
  const { id, departments, subtree } = context.principal;
  const own: Grant[] = id === null ? [] : [{ why: "owner", sql: `${alias}."owner" = ${params.add(id, "uuid")}` }];
  const reached = scope === "department" ? departments : scope === "subtree" ? subtree : [];
  return reached.length === 0 ? own : [...own, { why: "department", sql: `${alias}."department" = any(${params.add(reached, "uuid[]")})` }];
}

/** One's own, whatever roles grant; what its owner opened is read by all, and changed by those who keep the company's settings. */
function personalGrants({ context, params, action }: Asked, { opened }: PersonalSharing, alias: string): readonly Grant[] {
  const { id } = context.principal;
  const own: Grant[] = id === null ? [] : [{ why: "owner", sql: `${alias}."owner" = ${params.add(id, "uuid")}` }];
  if (!opened || (action !== "read" && !hasAbility(context, opened.ability))) return own;
  return [...own, { why: "opened", sql: `${alias}.${ident(opened.field)} = ${params.add(opened.value, "text")}` }];
}

/** A record that hangs on another is seen as that one; one that hangs on nothing, as its owner's. */
function parentGrants(asked: Asked, object: CatalogObject, link: string, scope: RecordScope, alias: string): readonly Grant[] {
  const field = object.byName[link];
  if (!field || asked.depth >= MAX_PARENTS) return [];
  const column = `${alias}.${ident(link)}`;
  const targets = targetsOf(field);
  const parents = targets.map((name) => onParent(asked, name, column));
  if (scope === "all" && parents.length > 0 && parents.every((parent) => parent === "true")) return [{ why: "all", sql: "true" }];
  const through = targets.flatMap((name, at): Grant[] => {
    const parent = parents[at];
    if (!parent || parent === "false") return [];
    const here = targets.length === 1 ? `${column} is not null` : `${alias}.${ident(`${link}__object`)} = ${asked.params.add(name, "text")}`;
    if (parent === "true") return [{ why: "parent", sql: here }];
    return [{ why: "parent", sql: targets.length === 1 ? parent : `(${here} and ${parent})` }];
  });
  const loose = scopeGrants(asked, scope, alias).map((grant): Grant => ({
    why: "unattached",
    sql: grant.sql === "true" ? `${column} is null` : `(${column} is null and ${grant.sql})`,
  }));
  return [...through, ...loose];
}

function onParent(asked: Asked, name: string, column: string): string {
  const { context, params, action, depth } = asked;
  const parent = context.catalog.object(name);
  if (!parent) return "false";
  const inner = params.alias();
  const sql = anyOf(grants({ context, params, action: action === "read" ? "read" : "update", depth: depth + 1 }, parent, inner));
  if (sql === "true" || sql === "false") return sql;
  return `exists (select 1 from ${tableOf(context.workspace, name)} ${inner} where ${inner}."id" = ${column} and ${sql})`;
}
