import { type Context, list } from "../../../../engine/public.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import type { PersonLine } from "../shared/people.contract.ts";

type Held = PersonLine["roles"];
const PAGE = 500;

/** The roles of these people, as far as the caller may read who has which. */
export async function rolesByPerson(
  context: Context,
  people: readonly string[],
): Promise<ReadonlyMap<string, Held>> {
  const held = new Map<string, Held>();
  if (people.length === 0) return held;
  const filter = `user in [${people.map((id) => JSON.stringify(id)).join(", ")}]`;
  let cursor: string | null = null;
  do {
    const found = await list(context, {
      object: userRole.name,
      filter,
      sort: "created_at",
      limit: PAGE,
      ...(cursor ? { cursor } : {}),
    });
    if (!found.ok) return held;
    for (const grant of found.value.data) {
      const { user, role } = partOf(userRole, grant);
      const person = String(user);
      held.set(person, [...(held.get(person) ?? []), String(role)]);
    }
    cursor = found.value.page.next;
  } while (cursor !== null);
  return held;
}
