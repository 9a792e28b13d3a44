import { type Context, objectRights, statement } from "../../../../engine/public.ts";
import { sure, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { loadPrincipal } from "../../identity/public.ts";

const MOST = 100;

export const sharesWithPeople = statement(
  { id: uuid, person: sure(uuid) },
  ({ record }, object: string, id: string) =>
    sql`select id, "to" as person from ${record("share")} where regarding = ${id} and regarding__object = ${object} and to__object = 'user' and deleted_at is null limit ${MOST}`,
);

/**
 * Shares of a record with people none of whose roles opens its object: a share adds records to what a role
 * opens, and nothing where it opens none.
 */
export async function powerlessShares(
  context: Context,
  object: CatalogObject,
  id: string,
): Promise<readonly string[]> {
  const { db, workspace } = context;
  const shares = await db.query(sharesWithPeople(workspace, object.name, id));
  const powerless = new Set<string>();
  for (const person of new Set(shares.map((share) => share.person))) {
    const principal = await loadPrincipal(db, workspace, person);
    if (!principal || objectRights({ ...context, principal }, object).read === "none") powerless.add(person);
  }
  return shares.filter(({ person }) => powerless.has(person)).map((share) => share.id);
}
