import type { Module } from "../../../../engine/module.ts";
import { explainRoutes } from "./explain.routes.ts";
import { roleDiffRoutes } from "./role-diff.routes.ts";
import { viewAsRoutes } from "./view-as.routes.ts";

/** Who sees what and why: proofs, looking as someone else, what a change of a role would mean. */
export const permissionsModule: Module = {
  name: "permissions",
  routes: [...explainRoutes, ...viewAsRoutes, ...roleDiffRoutes],
};
