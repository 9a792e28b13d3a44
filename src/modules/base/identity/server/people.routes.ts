import { type Context, type Result, type Route, accept, list, serve } from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { anyRecord, partOf } from "../../../../shared/metadata/record-of.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { listPeople, type PersonLine, type WayIn } from "../shared/people.contract.ts";
import { rolesByPerson } from "./roles-by-person.ts";
import { peopleInState, waysIn } from "./ways-in.ts";

const PAGE = 100;

interface Asked {
  readonly search?: string;
  readonly state?: WayIn;
  readonly cursor?: string;
}
/** The people the caller may read, as their list shows them, with how each of them comes in. */
async function readPeople(
  context: Context,
  { state, ...asked }: Asked,
): Promise<Result<AnswerOf<typeof listPeople>>> {
  const { db, workspace } = context;
  const inState = state ? await db.query(peopleInState(workspace, state)) : null;
  const found = await list(context, {
    object: user.name,
    sort: "name",
    limit: PAGE,
    titles: true,
    ...asked,
    ...(inState ? { ids: inState.map(({ id }) => id) } : {}),
  });
  if (!found.ok) return found;
  const { data, page } = found.value;
  const ids = data.map((person) => String(partOf(anyRecord, person).id));
  const [ways, roles] = await Promise.all([db.query(waysIn(workspace, ids)), rolesByPerson(context, ids)]);
  const wayOf = new Map(ways.map((way) => [way.id, way]));
  const lines = data.map((person, index): PersonLine => {
    const id = ids[index] ?? "";
    const way = wayOf.get(id);
    return {
      person,
      state: way?.state ?? "none",
      invited_until: way?.invited_until ?? null,
      seen_at: way?.seen_at ?? null,
      roles: roles.get(id) ?? [],
    };
  });
  return accept({ data: lines, page });
}

const peopleRoute = serve(listPeople, { ability: "people.manage" }, (context, { query }) =>
  readPeople(context, query),
);

export const peopleRoutes: readonly Route[] = [peopleRoute];
