import { ident } from "../../platform/db/database.ts";
import { furtherOf } from "../../shared/metadata/further-links.ts";
import {
  type CatalogObject,
  parentOf,
  personalOf,
  type PersonalSharing,
} from "../../shared/metadata/object.ts";
import type { Params } from "../kernel/params.ts";
import type { Context } from "../kernel/context.ts";
import { tableOf } from "../schema/names.ts";
import { targetsOf } from "../../shared/expression/value-types.ts";
import { isOutsider, outsideGrants } from "./outsiders.ts";
import { isPartOf } from "./part-of.ts";
import { hasAbility, objectRights, readsStage, type RoleScope, rolesBehind, scopeOf } from "./rights-of.ts";
import type { Because, Grant } from "./grant.ts";
import { hasStates, scopesByState, widestOf } from "./scopes-by-state.ts";
import { ruleGrants, shareGrants } from "./shared-records.ts";
import type { Action, RecordScope } from "../../shared/rights/rights.ts";

interface Asked {
  readonly context: Context;
  readonly action: Action;
  readonly params: Params;
  /** Parents passed on the way. */
  readonly depth: number;
}
/** As far sight follows what a record hangs on. */
export const MAX_PARENTS = 3;

/**
 * SQL that is true for the rows `alias` the caller may do `action` to.
 * @example accessPredicate(context, opportunity, "read", "t", params) // `(t."owner" = $1::uuid or t."department" = any($2::uuid[]))`
 */
export function accessPredicate(
  context: Context,
  object: CatalogObject,
  action: Action,
  alias: string,
  params: Params,
): string {
  return anyOf(accessGrants(context, object, action, alias, params));
}

/** The grants that `accessPredicate` is made of. */
export function accessGrants(
  context: Context,
  object: CatalogObject,
  action: Action,
  alias: string,
  params: Params,
): readonly Grant[] {
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
  if (isOutsider(asked.context.principal))
    return outsideGrants(asked.context, object, asked.action, alias, asked.params);
  const scope = scopeOf(objectRights(asked.context, object), asked.action);
  if (scope === "none") return [];
  if (hasStates(asked.context, object, "read") || hasStates(asked.context, object, asked.action))
    if (!personalOf(object.sharing)) return stateGrants(asked, object, alias);
  if (object.sharing === "everyone") return [{ why: "everyone", sql: "true" }];
  if (object.sharing === "owner") return ownedGrants(asked, object, scope, alias);
  if ("personal" in object.sharing) return personalGrants(asked, object, object.sharing, alias);
  const through = parentGrants(asked, object, object.sharing.parent, scope, alias);
  return object.sharing.or_owner ? [...through, ...scopeGrants(asked, object, scope, alias)] : through;
}

/**
 * Roles give by owner and department; shares and rules add single records, for reading and changing, never
 * for deleting.
 */
function ownedGrants(
  asked: Asked,
  object: CatalogObject,
  scope: RecordScope,
  alias: string,
): readonly Grant[] {
  const own = scopeGrants(asked, object, scope, alias);
  if (scope === "all" || asked.action === "delete") return own;
  const { context, params, action } = asked;
  return [
    ...own,
    ...shareGrants(context, object, action, alias, params),
    ...ruleGrants(context, object, action, alias, params),
  ];
}

function scopeGrants(
  { context, params, action }: Asked,
  object: CatalogObject,
  scope: RecordScope,
  alias: string,
  roles: readonly RoleScope[] = rolesBehind(context, object, action),
): readonly Grant[] {
  if (scope === "none") return [];
  if (scope === "all") return [{ why: "all", sql: "true", because: { roles } }];
  const { id, departments, subtree, reach } = context.principal;
  const all: Grant[] = [];
  if (id !== null)
    all.push({
      why: "owner",
      sql: `${alias}."owner" = ${params.add(id, "uuid")}`,
      because: { roles, people: [id] },
    });
  const reports = scope === "own" ? [] : (reach?.reports ?? []);
  if (reports.length > 0)
    all.push({
      why: "reports",
      sql: `${alias}."owner" = any(${params.add(reports, "uuid[]")})`,
      because: { roles, people: reports },
    });
  const reached = scope === "department" ? departments : scope === "subtree" ? subtree : [];
  if (reached.length > 0)
    all.push({
      why: "department",
      sql: `${alias}."department" = any(${params.add(reached, "uuid[]")})`,
      because: { roles, departments: reached },
    });
  const chosen = [...new Set(roles.flatMap(({ places = [] }) => places))];
  if (chosen.length > 0)
    all.push({
      why: "department",
      sql: `${alias}."department" = any(${params.add(chosen, "uuid[]")})`,
      because: { roles: roles.filter(({ places }) => places !== undefined), departments: chosen },
    });
  return all;
}

/**
 * One's own, whatever roles grant, and what others share of theirs; what its owner opened is read by all, and
 * changed by those who keep the company's settings.
 */
function personalGrants(
  { context, params, action }: Asked,
  object: CatalogObject,
  { opened, shared }: PersonalSharing,
  alias: string,
): readonly Grant[] {
  const { id, viewedBy } = context.principal;
  // What is somebody's alone stays so when another looks as them.
  const mine: Grant[] =
    id === null || viewedBy ? [] : [{ why: "owner", sql: `${alias}."owner" = ${params.add(id, "uuid")}` }];
  const given = shared && action === "read" ? shareGrants(context, object, action, alias, params) : [];
  const own = [...mine, ...given];
  if (!opened || (action !== "read" && !hasAbility(context, opened.ability))) return own;
  return [
    ...own,
    { why: "opened", sql: `${alias}.${ident(opened.field)} = ${params.add(opened.value, "text")}` },
  ];
}

/**
 * Roles that have rules by state: each state with what it gives. What is shared or hangs on another record is
 * reached where some role opens the object in that state, and nobody changes what no role shows them in it.
 */
function stateGrants(asked: Asked, object: CatalogObject, alias: string): readonly Grant[] {
  const { own, opens } = ownInState(asked, object, alias);
  const seen = asked.action === "read" ? undefined : ownInState({ ...asked, action: "read" }, object, alias);
  const isOwned = object.sharing === "owner" || parentOf(object.sharing)?.or_owner === true;
  const mine = seen ? own.map((grant) => narrowed(grant, anyOf(seen.own))) : own;
  const beyond = grantsBeyond(asked, object, alias, mine).map((grant) =>
    narrowed(grant, opens, seen?.opens ?? "true"),
  );
  return [...(isOwned ? mine : []), ...beyond].filter(({ sql }) => sql !== "false");
}

/** By owner and department, role by role and state by state; and where any role opens the object at all. */
function ownInState(
  asked: Asked,
  object: CatalogObject,
  alias: string,
): { readonly own: readonly Grant[]; readonly opens: string } {
  const { context, action, params } = asked;
  const { always, states, opens } = scopesByState(context, object, action);
  const at = { context, params, alias };
  const own = [
    ...scopeGrants(asked, object, widestOf(always), alias, always),
    ...states.flatMap(({ role, rule, where }) =>
      scopeGrants(asked, object, role.scope, alias, [role]).map((grant): Grant => ({
        why: rule === undefined ? grant.why : "state",
        sql: joined(grant.sql, where(at)),
        because: { ...grant.because, ...(rule === undefined ? {} : { state: { role, when: rule } }) },
      })),
    ),
  ];
  return { own, opens: opens(at) };
}

const narrowed = (grant: Grant, ...conditions: readonly string[]): Grant => ({
  ...grant,
  sql: joined(grant.sql, ...conditions),
});

/** What is reached by other ways than owner and department, in whichever state. */
function grantsBeyond(
  asked: Asked,
  object: CatalogObject,
  alias: string,
  own: readonly Grant[],
): readonly Grant[] {
  const { context, params, action } = asked;
  const { sharing } = object;
  if (sharing === "everyone") return [{ why: "everyone", sql: "true" }];
  const parent = parentOf(sharing);
  if (parent) return parentGrants(asked, object, parent.parent, "subtree", alias, own);
  if (action === "delete") return [];
  return [
    ...shareGrants(context, object, action, alias, params),
    ...ruleGrants(context, object, action, alias, params),
  ];
}

function joined(...conditions: readonly string[]): string {
  if (conditions.includes("false")) return "false";
  const telling = conditions.filter((condition) => condition !== "true");
  return telling.length === 0 ? "true" : telling.length === 1 ? telling.join() : `(${telling.join(" and ")})`;
}

/** A record that hangs on another is seen as that one; one that hangs on nothing, as its owner's. */
function parentGrants(
  asked: Asked,
  object: CatalogObject,
  link: string,
  scope: RecordScope,
  alias: string,
  own: readonly Grant[] = scopeGrants(asked, object, scope, alias),
): readonly Grant[] {
  const field = object.byName[link];
  if (!field || asked.depth >= MAX_PARENTS) return [];
  const column = `${alias}.${ident(link)}`;
  const targets = targetsOf(field);
  const parents = targets.map((name) =>
    isStageHidden(asked.context, object, name) ? UNSEEN : onParent(asked, name, column),
  );
  if (scope === "all" && parents.length > 0 && parents.every(({ sql }) => sql === "true"))
    return [{ why: "all", sql: "true" }];
  const further = furtherOf(object, link);
  const through = targets.flatMap((name, at): Grant[] => {
    const { sql = "false", grants: behind = [] } = parents[at] ?? {};
    if (sql === "false") return [];
    const because: Because = { parent: { object: name, link, grants: behind } };
    const here =
      targets.length === 1
        ? `${column} is not null`
        : `${alias}.${ident(`${link}__object`)} = ${asked.params.add(name, "text")}`;
    const first = sql === "true" ? here : targets.length === 1 ? sql : `(${here} and ${sql})`;
    const more = further
      ? ` or ${onFurther(asked, name, `${alias}.${ident(further.name)}`, `${alias}.${ident(`${further.name}__object`)}`)}`
      : "";
    return [{ why: "parent", sql: more === "" ? first : `(${first}${more})`, because }];
  });
  const loose = own.map((grant): Grant => ({
    ...grant,
    why: "unattached",
    sql: grant.sql === "true" ? `${column} is null` : `(${column} is null and ${grant.sql})`,
  }));
  return [...through, ...loose, ...authorGrants(asked, object, link, scope, alias)];
}

const UNSEEN = { sql: "false", grants: [] };
/** Rows that tell the stages of their record are not for those from whom roles hide the stage. */
function isStageHidden(context: Context, { sharing }: CatalogObject, name: string): boolean {
  const parent = context.catalog.object(name);
  return parentOf(sharing)?.tells_stage === true && parent !== undefined && !readsStage(context, parent);
}

/**
 * Who logged something on a record that they may only read may correct it while they see it. Not so for lines
 * and tags: those are part of the record.
 */
function authorGrants(
  asked: Asked,
  object: CatalogObject,
  link: string,
  scope: RecordScope,
  alias: string,
): readonly Grant[] {
  const { context, action, params } = asked;
  const { id } = context.principal;
  if (action === "read" || id === null || asked.depth > 0 || isPartOf(context.catalog, object, link))
    return [];
  const seen = anyOf(
    parentGrants(
      { ...asked, action: "read" },
      object,
      link,
      scopeOf(objectRights(context, object), "read"),
      alias,
    ),
  );
  if (seen === "false") return [];
  const mine = `${alias}."owner" = ${params.add(id, "uuid")}`;
  const because: Because = { roles: rolesBehind(context, object, action), people: [id] };
  return scope === "none"
    ? []
    : [{ why: "owner", sql: seen === "true" ? mine : `(${mine} and ${seen})`, because }];
}

/**
 * One of the further records that it is about is of this object and reached. An id alone does not say of
 * which object it is.
 */
function onFurther(asked: Asked, name: string, ids: string, objects: string): string {
  const one = asked.params.alias();
  const { sql } = onParent(asked, name, `${one}."id"`);
  const place = asked.params.add(name, "text");
  // Most records are about one: what follows is asked of the others alone.
  const any = `${ids} is not null and ${place} = any(${objects})`;
  if (sql === "true") return `(${any})`;
  return `(${any} and exists (select 1 from unnest(${ids}, ${objects}) ${one}("id", "object") where ${one}."object" = ${place} and ${sql}))`;
}

function onParent(
  asked: Asked,
  name: string,
  column: string,
): { readonly sql: string; readonly grants: readonly Grant[] } {
  const { context, params, action, depth } = asked;
  const parent = context.catalog.object(name);
  if (!parent) return { sql: "false", grants: [] };
  const inner = params.alias();
  const behind = grants(
    { context, params, action: action === "read" ? "read" : "update", depth: depth + 1 },
    parent,
    inner,
  );
  const sql = anyOf(behind);
  if (sql === "true" || sql === "false") return { sql, grants: behind };
  return {
    sql: `exists (select 1 from ${tableOf(context.workspace, name)} ${inner} where ${inner}."id" = ${column} and ${sql})`,
    grants: behind,
  };
}
