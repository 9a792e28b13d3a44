import type { Module } from "../../../engine/public.ts";
import { explainRoutes } from "./server/explain.routes.ts";
import { answeredByRole } from "./server/answered-by-role.add.ts";
import { newObjectRoutes } from "./server/new-objects.routes.ts";
import { objectUseMigrations } from "./server/object-use.migrations.ts";
import { settleFirstObjects } from "./server/new-objects.ts";
import { roleDiffRoutes } from "./server/role-diff.routes.ts";
import { viewAsRoutes } from "./server/view-as.routes.ts";

/**
 * Who sees what and why: proofs, looking as someone else, what a change of a role would mean, who
 * may use a new object. */
export const permissionsModule: Module = {
  name: "permissions",
  migrations: objectUseMigrations,
  hooks: [answeredByRole],
  routes: [...explainRoutes, ...viewAsRoutes, ...roleDiffRoutes, ...newObjectRoutes],
  seed: settleFirstObjects,
};
