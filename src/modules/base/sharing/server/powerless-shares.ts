import { type Context, objectRights, tableOf } from "../../../../engine/public.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { loadPrincipal } from "../../identity/public.ts";

const MOST = 100;

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
  const shares = await db.query<{ id: string; person: string }>({
    text: `select id, "to" as person from ${tableOf(workspace, "share")} where regarding = $1 and regarding__object = $2 and to__object = 'user' and deleted_at is null limit ${MOST}`,
    values: [id, object.name],
  });
  const powerless = new Set<string>();
  for (const person of new Set(shares.map((share) => share.person))) {
    const principal = await loadPrincipal(db, workspace, person);
    if (!principal || objectRights({ ...context, principal }, object).read === "none") powerless.add(person);
  }
  return shares.filter(({ person }) => powerless.has(person)).map((share) => share.id);
}
