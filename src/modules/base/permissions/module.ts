import type { Module } from "../../../engine/public.ts";
import { explainRoutes } from "./server/explain.routes.ts";
import { roleDiffRoutes } from "./server/role-diff.routes.ts";
import { viewAsRoutes } from "./server/view-as.routes.ts";

/** Who sees what and why: proofs, looking as someone else, what a change of a role would mean. */
export const permissionsModule: Module = {
  name: "permissions",
  routes: [...explainRoutes, ...viewAsRoutes, ...roleDiffRoutes],
};
