import { type Guard, type HookInput, statement } from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { userRole } from "../../../../objects/system/user-role/user-role.object.ts";
import { sure, uuid } from "../../../../platform/db/columns.ts";
import { sql } from "../../../../platform/db/sql.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Reason } from "../../../../shared/metadata/reason.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { identityMessages } from "../shared/messages.ts";

export const collaboratorsAmong = statement(
  { id: uuid },
  ({ record }, ids: readonly string[]) =>
    sql`select id from ${record("user")} where id = any(${ids}::uuid[]) and kind = 'collaborator'`,
);
export const holdersAmong = statement(
  { id: sure(uuid) },
  ({ record }, ids: readonly string[]) =>
    sql`select distinct "user" as id from ${record("user_role")} where "user" = any(${ids}::uuid[]) and deleted_at is null`,
);

/** A collaborator has no roles: what waits for a role would wait for somebody who cannot see it. */
export const collaboratorRoles: Guard = {
  word: "guard",
  name: "identity.collaborator_roles",
  label: label("协作者没有角色", "Collaborators have no roles"),
  applies: ({ name }) => name === "user" || name === "user_role",
  run: (input) => (input.object.name === "user" ? whoHasRoles(input) : whoGetsOne(input)),
};

async function whoHasRoles({
  tx,
  context,
  changes,
}: HookInput): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const turned = changes.filter(
    ({ before, after, changed, deleting }) =>
      before !== null && !deleting && changed.has("kind") && partOf(user, after).kind === "collaborator",
  );
  if (turned.length === 0) return new Map();
  const ids = turned.map(({ id }) => id);
  const holders = await tx.query(holdersAmong(context.workspace, ids));
  const reason = { code: "collaborator_roles", field: "kind", text: identityMessages.collaborator_has_roles };
  return new Map(holders.map(({ id }) => [id, [reason]]));
}

async function whoGetsOne({
  tx,
  context,
  changes,
}: HookInput): Promise<ReadonlyMap<string, readonly Reason[]>> {
  const given = changes.filter(({ deleting }) => !deleting);
  const people = given.map(({ after }) => String(partOf(userRole, after).user));
  const found = await tx.query(collaboratorsAmong(context.workspace, people));
  const collaborators = new Set(found.map(({ id }) => id));
  const reason = { code: "collaborator_roles", field: "user", text: identityMessages.collaborator_no_roles };
  return new Map(
    given.flatMap(({ id, after }) =>
      collaborators.has(String(partOf(userRole, after).user)) ? [[id, [reason]] as const] : [],
    ),
  );
}
