import {
  type CallOf,
  type Context,
  type Result,
  type Route,
  accept,
  creating,
  newId,
  roadIn,
  serve,
} from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import type { AnswerOf } from "../../../../shared/wire/contract.ts";
import { invitePerson } from "../shared/invite-person.contract.ts";
import { logAccess } from "./access-log.ts";
import { waysToReach } from "./contact.ts";
import { makeInvitation } from "./invite.ts";
import { originOf } from "./session-cookie.ts";
import { writeAll } from "./write.ts";

type Invited = AnswerOf<typeof invitePerson>;

/**
 * A person, their roles and their link, or none of it. The caller writes with their own rights. Roles come
 * after the person: whether the caller may give one depends on where the person sits by then.
 */
async function invite(
  context: Context,
  { body, request }: CallOf<typeof invitePerson>,
): Promise<Result<Invited>> {
  const { db, workspace, principal } = context;
  const { login, ...reached } = waysToReach(body.contact);
  const id = newId();
  const values = {
    name: body.name.trim(),
    login,
    ...reached,
    ...(body.kind ? { kind: body.kind } : {}),
    ...(body.department ? { department: body.department } : {}),
  };
  const roles = [...new Set(body.roles ?? [])];
  return db.transaction(async (tx): Promise<Result<Invited>> => {
    const road = roadIn(context);
    const made = await writeAll(context, road, [creating(user, values, { id })], tx);
    if (!made.ok) return made;
    const grants = roles.map((role) => creating(userRole, { user: id, role }));
    const granted = await writeAll(context, road, grants, tx);
    if (!granted.ok) return granted;
    const invitation = await makeInvitation(tx, context, id);
    await logAccess(tx, workspace, {
      kind: "invited",
      user: id,
      login,
      ...originOf(request),
      detail: { by: principal.id, password: false },
    });
    return accept({ data: { id, login, invitation } });
  });
}

export const invitePersonRoutes: readonly Route[] = [
  serve(invitePerson, { ability: "people.manage" }, invite),
];
