import type { Context } from "../../../engine/context.ts";
import { isUuid } from "../../../engine/record/read-field.ts";
import { accept, refuse, type Result } from "../../../engine/refusal.ts";
import { identityMessages } from "../shared/messages.ts";
import { loadPerson } from "./load-principal.ts";
import { whyExceeds } from "./may-grant.ts";
import { deny } from "./refusals.ts";

/** Somebody whose way in one may change: whoever opens it could come in by it, so as with passwords only people with no more rights than oneself. */
export async function othersPerson({ db, workspace, principal }: Context, id: string | undefined): Promise<Result<{ id: string; login: string | null }>> {
  const person = isUuid(id) ? await loadPerson(db, workspace, id) : null;
  if (!person || !isUuid(id)) return deny(404, "not_found");
  const beyond = whyExceeds(principal, person.principal.roles, "id");
  return beyond.length > 0
    ? refuse({ status: 403, code: "forbidden", text: identityMessages.forbidden, reasons: beyond })
    : accept({ id, login: person.login });
}
