import type { ObjectRights } from "../../../../engine/access/rights.ts";
import type { Context, Principal } from "../../../../engine/context.ts";

export const SYSTEM: Principal = {
  kind: "system",
  id: null,
  name: "system",
  roles: [],
  departments: [],
  subtree: [],
};

/**
 * The program itself acts: seeds, setup, boot. The caller's idempotency key is for one write of one record,
 * not for these.
 */
export const asSystem = ({ idempotency: _key, ...context }: Context): Context => ({
  ...context,
  principal: SYSTEM,
});

/**
 * Background work that a person has set off: the rights of the program, the person in the log. Nobody: the
 * program itself.
 */
export function onBehalfOf(context: Context, person: string | null, reason: string): Context {
  const system = asSystem(context);
  if (person === null) return system;
  return { ...system, principal: { ...SYSTEM, id: person, elevated: { from: "person", reason } } };
}

const WRITE: ObjectRights = { create: true, read: "all", update: "all", delete: "all" };

/**
 * The same person, for one endpoint that has checked by itself what they may do, also with rights on
 * `objects`. Stays in the log as that person; abilities and guards are as before.
 */
export function withRightsOn(
  { idempotency: _key, ...context }: Context,
  objects: readonly string[],
): Context {
  const role = {
    id: "endpoint",
    name: "endpoint",
    objects: Object.fromEntries(objects.map((object) => [object, WRITE])),
    fields: {},
    abilities: [],
  };
  return { ...context, principal: { ...context.principal, roles: [...context.principal.roles, role] } };
}
