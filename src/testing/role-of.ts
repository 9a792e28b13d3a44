import type { RoleRights } from "../shared/rights/rights.ts";

/** A role that grants one scope on every object, with field rights where told. */
export const roleOf = (
  scope: RoleRights["objects"][string]["read"],
  fields: RoleRights["fields"] = {},
): RoleRights => ({
  id: "role",
  name: "role",
  objects: { "*": { create: true, read: scope, update: scope, delete: scope } },
  fields,
  abilities: [],
});
