import { accessGrants, type Grant } from "../../../engine/access/predicate.ts";
import type { Action } from "../../../engine/access/rights.ts";
import { targetsOf } from "../../../engine/catalog/build-catalog.ts";
import type { Context } from "../../../engine/context.ts";
import { Params } from "../../../engine/query/params.ts";
import { tableOf } from "../../../engine/schema/names.ts";
import { ident } from "../../../platform/db/database.ts";
import { type CatalogObject, parentOf } from "../../../shared/metadata/object.ts";

/** What decides about a record by whose it is alone: it is decided alike for all records of one owner in one department. */
const BY_HOME: readonly Grant["why"][] = ["all", "everyone", "owner", "reports", "department", "unattached"];

/**
 * SELECT of the living records, one for each class of records that the same people see, with how many it stands for (`_records`). Where sight
 * follows owner and department, of the record and of the one that it hangs on, hundreds of conditions are asked of some thousand
 * records instead of a million. Where shares or rules single records out, each stands for itself.
 */
export function livingClasses(context: Context, object: CatalogObject, action: Action, seenBy: readonly Context[]): string {
  const table = tableOf(context.workspace, object.name);
  const classes = isByHome(object, action, seenBy) ? classesOf(context, object) : undefined;
  if (!classes) return `select r.*, 1 as "_records" from ${table} r where r."deleted_at" is null`;
  const counted = `select (array_agg(r."id"))[1] as "id", count(*) as "_records" from ${table} r${classes.joins} where r."deleted_at" is null group by ${classes.columns.join(", ")}`;
  return `select r.*, c."_records" from (${counted}) c join ${table} r on r."id" = c."id"`;
}

/** Reading decides along: who logged something may change it while he sees what it hangs on. */
function isByHome(object: CatalogObject, action: Action, seenBy: readonly Context[]): boolean {
  const follows = ({ why, because }: Grant): boolean =>
    BY_HOME.includes(why) || (why === "parent" && because?.parent?.grants.every((grant) => BY_HOME.includes(grant.why)) === true);
  const actions = action === "read" ? [action] : [action, "read" as const];
  return seenBy.every((who) => actions.every((one) => accessGrants(who, object, one, "t", new Params()).every(follows)));
}

interface Classes {
  /** The records that `r` hangs on, as `p0`, `p1`, … */
  readonly joins: string;
  readonly columns: readonly string[];
}
function classesOf({ catalog, workspace }: Context, object: CatalogObject): Classes | undefined {
  const home = (alias: string): string[] => [`${alias}."owner"`, `${alias}."department"`];
  if (object.sharing === "owner") return { joins: "", columns: home("r") };
  const parent = parentOf(object.sharing);
  const link = parent && object.byName[parent.parent];
  if (!link) return undefined;
  const targets = targetsOf(link).flatMap((name) => catalog.object(name) ?? []);
  // What hangs on something that hangs on a third stands for itself.
  if (targets.some(({ sharing }) => sharing !== "owner" && sharing !== "everyone")) return undefined;
  const id = `r.${ident(link.name)}`;
  const kind = targetsOf(link).length > 1 ? [`r.${ident(`${link.name}__object`)}`] : [];
  const joins = targets.map(({ name }, at) => ` left join ${tableOf(workspace, name)} p${at} on p${at}."id" = ${id}`);
  return { joins: joins.join(""), columns: [...home("r"), `${id} is null`, ...kind, ...targets.flatMap((_, at) => home(`p${at}`))] };
}
