import { ident } from "../../platform/db/database.ts";
import type { Field } from "../../shared/metadata/field.ts";
import type { CatalogObject } from "../../shared/metadata/object.ts";
import { type FieldRight, NOTHING, type ObjectRights } from "../../shared/rights/rights.ts";
import type { Context, Principal } from "../kernel/context.ts";
import type { Params } from "../kernel/params.ts";

/** What an outsider reaches, as a condition on the row; said in the same words as other ways. */
export interface OutsideGrant {
  readonly why: "handed";
  readonly sql: string;
}
/** Fields of every record without which no screen can show it. */
const BARE: ReadonlySet<string> = new Set(["id", "version", "created_at"]);

/**
 * Whether nothing is theirs but what an object says of them (`handed_over`): roles, departments, shares and
 * rules give them nothing. Closed by default: an object or a field that says nothing does not exist for them.
 */
export const isOutsider = ({ kind }: Principal): boolean => kind === "collaborator";

/** Outsiders read what is handed to them; whatever they change goes through an endpoint made for it. */
export function outsideRights({ catalog }: Context, { name }: Pick<CatalogObject, "name">): ObjectRights {
  return catalog.object(name)?.handed_over ? { ...NOTHING, read: "own" } : NOTHING;
}

export function outsideFieldRight({ handed_over: handed }: CatalogObject, field: Field): FieldRight {
  if (field.hidden || !handed) return "hidden";
  return BARE.has(field.name) || handed.shows.includes(field.name) ? "read" : "hidden";
}

/** The records that name the caller as whom they are handed to. */
export function outsideGrants(
  { principal }: Context,
  { handed_over: handed }: CatalogObject,
  action: string,
  alias: string,
  params: Params,
): readonly OutsideGrant[] {
  if (!handed || action !== "read" || principal.id === null) return [];
  return [{ why: "handed", sql: `${alias}.${ident(handed.to)} = ${params.add(principal.id, "uuid")}` }];
}
