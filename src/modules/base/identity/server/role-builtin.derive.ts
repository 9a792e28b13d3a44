import { role } from "../../../../objects/system/role/role.object.ts";
import type { Derive } from "../../../../shared/metadata/hooks.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";

/** Roles that the program brings are marked; nobody marks or unmarks one by hand. */
export const roleBuiltin: Derive = {
  word: "derive",
  name: "identity.role_builtin",
  object: "role",
  writes: ["builtin"],
  run: ({ before, road }) => ({
    builtin: before ? (partOf(role, before).builtin ?? false) : road === "setup",
  }),
};
