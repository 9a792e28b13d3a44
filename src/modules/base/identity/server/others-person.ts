import { type Context, type Result, accept, isUuid, refuse } from "../../../../engine/public.ts";
import { identityMessages } from "../shared/messages.ts";
import { coversPerson } from "./covers.ts";
import { loadPerson } from "./load-principal.ts";
import { whyExceeds } from "./may-grant.ts";
import { deny } from "./refusals.ts";
import { readStandings, type Standing } from "./standings.ts";

/**
 * Somebody whose way in one may change: whoever opens it could come in by it, so as with passwords only
 * people with no more rights than oneself.
 */
export async function othersPerson(
  context: Context,
  id: string | undefined,
): Promise<Result<{ id: string; login: string | null }>> {
  const person = isUuid(id) ? await loadPerson(context.db, context.workspace, id) : null;
  if (!person || !isUuid(id)) return deny(404, "not_found");
  const refused = await whyNotTheirs(context, id);
  return refused ?? accept({ id, login: person.login });
}

/**
 * A refusal where the person has more than the caller: rights, or places that these show. Sessions and keys
 * of theirs are not the caller's to end. One's own are, except by a key that is narrowed to less.
 */
export async function whyNotTheirs(context: Context, id: string): Promise<ReturnType<typeof refuse> | null> {
  const standing: Standing | undefined = (await readStandings(context.db, context, [id])).get(id);
  if (!standing) return deny(404, "not_found");
  const beyond = whyExceeds(context.principal, standing.roles, "id");
  if (beyond.length > 0)
    return refuse({ status: 403, code: "forbidden", text: identityMessages.forbidden, reasons: beyond });
  if (coversPerson(context.catalog, context.principal, standing)) return null;
  const reasons = [{ code: "exceeds_person", field: "id", text: identityMessages.exceeds_person }];
  return refuse({ status: 403, code: "forbidden", text: identityMessages.exceeds_person, reasons });
}
