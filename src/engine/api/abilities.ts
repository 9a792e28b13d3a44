import { type CatalogObject, parentOf, personalOf, type Values } from "../../shared/metadata/object.ts";
import { anyRecord, partOf } from "../../shared/metadata/record-of.ts";
import type { Abilities } from "../../shared/wire/records.contract.ts";
import { fieldsByState } from "../access/field-by-state.ts";
import { accessPredicate } from "../access/predicate.ts";
import { lockedOn, locksOn } from "../access/field-locks.ts";
import { fieldRight, hasAbility, objectRights, scopeOf } from "../access/rights-of.ts";
import { hasStates } from "../access/scopes-by-state.ts";
import type { Action, FieldRight } from "../../shared/rights/rights.ts";
import { sharesOf } from "../access/shared-records.ts";
import { rightsInState } from "../changes/rights-in-state.ts";
import { standingOf } from "../query/record-standing.ts";
import type { Context } from "../kernel/context.ts";
import { Params } from "../kernel/params.ts";
import { tableOf } from "../schema/names.ts";

/**
 * What the caller may do with a record that he sees, for the screen to offer. The write path asks again. Told
 * from the record itself; where that does not tell (it hangs on another, a rule shares it), one statement
 * asks the database.
 */
export async function abilitiesOn(
  context: Context,
  object: CatalogObject,
  record: Values,
): Promise<Abilities> {
  const inState = await fieldsInState(context, object, record);
  const able = standingOf(record)?.able ?? (await doesTo(context, object, record));
  return inState ? { ...able, fields: inState } : able;
}

/** What the caller may do with fields of this record whose right follows from its state; undefined: none does. */
async function fieldsInState(
  context: Context,
  object: CatalogObject,
  record: Values,
): Promise<Readonly<Record<string, FieldRight>> | undefined> {
  const id = String(partOf(anyRecord, record).id);
  const locks = locksOn(context, object);
  if (fieldsByState(context, object).size === 0 && locks.length === 0) return undefined;
  const told = standingOf(record)?.fields;
  const [rights, locked] = await Promise.all([
    told && told.size > 0 ? undefined : rightsInState(context, [{ object: object.name, record: id }]),
    lockedOn(context, object, id),
  ]);
  const inState = new Map(told && told.size > 0 ? told : (rights?.get(id) ?? []));
  for (const { field } of locked)
    if ((inState.get(field) ?? fieldRight(context, object, field)) === "edit") inState.set(field, "read");
  return inState.size === 0 && locked.length === 0 ? undefined : Object.fromEntries(inState);
}

async function doesTo(context: Context, object: CatalogObject, record: Values): Promise<Abilities> {
  const [update, remove] = [told(context, object, record, "update"), told(context, object, record, "delete")];
  if (update !== undefined && remove !== undefined) return { update, delete: remove };
  const params = new Params();
  const may = (action: Action) => `(${accessPredicate(context, object, action, "t", params)})`;
  const text = `select ${may("update")} as "update", ${may("delete")} as "delete" from ${tableOf(context.workspace, object.name)} t where t.id = ${params.add(partOf(anyRecord, record).id, "uuid")}`;
  const [row] = await context.db.query<Abilities>(params.statement(text));
  return { update: update ?? row?.update === true, delete: remove ?? row?.delete === true };
}

/** Undefined: the record alone does not tell. */
function told(
  context: Context,
  object: CatalogObject,
  record: Values,
  action: "update" | "delete",
): boolean | undefined {
  const { principal } = context;
  const { id, owner, department } = partOf(anyRecord, record);
  if (principal.kind === "system") return true;
  if (hasStates(context, object, "read") || hasStates(context, object, action)) return undefined;
  if (principal.roles.some(({ places }) => places !== undefined)) return undefined;
  const scope = scopeOf(objectRights(context, object), action);
  if (scope === "none") return false;
  const personal = personalOf(object.sharing);
  if (personal) {
    const opened =
      personal.opened !== undefined &&
      record[personal.opened.field] === personal.opened.value &&
      hasAbility(context, personal.opened.ability);
    return owner === principal.id || opened;
  }
  if (object.sharing === "everyone") return true;
  const parent = parentOf(object.sharing);
  if (parent && !(parent.or_owner && owner === principal.id)) return undefined;
  if (scope === "all" || owner === principal.id) return true;
  if (owner === undefined || department === undefined) return undefined;
  const { reach } = principal;
  if (scope !== "own" && reach?.reports.includes(String(owner))) return true;
  const reached =
    scope === "department" ? principal.departments : scope === "subtree" ? principal.subtree : [];
  if (reached.includes(String(department))) return true;
  if (action === "delete") return false;
  if (sharesOf(context, object.name, "update").some((share) => share.record === id)) return true;
  return reach?.shares === "many" ||
    reach?.rules.some((rule) => rule.object === object.name && rule.level === "edit")
    ? undefined
    : false;
}
