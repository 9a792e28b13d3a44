import { type CatalogObject, personalOf, type Values } from "../../shared/metadata/object.ts";
import { hasAbility, objectRights } from "../access/rights-of.ts";
import type { RecordScope } from "../access/rights.ts";
import type { Context } from "../context.ts";

export interface Abilities {
  readonly update: boolean;
  readonly delete: boolean;
}

/** What the caller may do with a record that he sees, for the screen to offer. The write path asks again. */
export function abilitiesOn(context: Context, object: CatalogObject, record: Values): Abilities {
  if (context.principal.kind === "system") return { update: true, delete: true };
  const rights = objectRights(context, object);
  return { update: reaches(context, object, record, rights.update), delete: reaches(context, object, record, rights.delete) };
}

function reaches(context: Context, object: CatalogObject, record: Values, scope: RecordScope): boolean {
  if (scope === "none") return false;
  const personal = personalOf(object.sharing);
  if (personal)
    return (
      record["owner"] === context.principal.id ||
      (personal.opened !== undefined && record[personal.opened.field] === personal.opened.value && hasAbility(context, personal.opened.ability))
    );
  if (scope === "all" || object.sharing !== "owner") return true;
  if (record["owner"] === context.principal.id) return true;
  const reached = scope === "department" ? context.principal.departments : scope === "subtree" ? context.principal.subtree : [];
  return reached.includes(String(record["department"]));
}
