import type { Derive } from "../../../shared/metadata/hooks.ts";

/** Roles that the program brings are marked; nobody marks or unmarks one by hand. */
export const roleBuiltin: Derive = {
  word: "derive",
  name: "identity.role_builtin",
  object: "role",
  writes: ["builtin"],
  run: ({ before, road }) => ({ builtin: before ? (before["builtin"] ?? false) : road === "setup" }),
};
