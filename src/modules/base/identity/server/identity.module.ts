import { packagedRoles } from "./packaged-roles.ts";
import type { Context } from "../../../../engine/context.ts";
import type { Module } from "../../../../engine/module.ts";
import { ensurePartitions } from "../../../../engine/schema/ensure-partitions.ts";
import { accept } from "../../../../engine/refusal.ts";
import { serve } from "../../../../engine/api/serve.ts";
import { readAbilities } from "../shared/abilities.contract.ts";
import { ABILITIES } from "../shared/abilities.ts";
import { accessLogRoutes } from "./access-log.routes.ts";
import { apiKeyRoutes } from "./api-keys.routes.ts";
import { companyGuard } from "./company.guard.ts";
import { companyRoutes } from "./company.routes.ts";
import { countMaskedSearch } from "./count-masked-search.ts";
import { credentialRoutes } from "./credentials.routes.ts";
import { departmentTree } from "./department-tree.guard.ts";
import { grantRole } from "./grant-role.guard.ts";
import { emergencyAdministrator } from "./emergency-administrator.guard.ts";
import { endAccessRoutes } from "./end-access.routes.ts";
import { endedSessions } from "./ended-sessions.retention.ts";
import { exportUseMigrations } from "./export-use.migrations.ts";
import { exportUseRoutes } from "./exports.routes.ts";
import { forgetSignIn } from "./forget-sign-in.ts";
import { identityMigrations } from "./identity.migrations.ts";
import { lastAdministrator } from "./last-administrator.guard.ts";
import { maskedSearchMigrations } from "./masked-search.migrations.ts";
import { meRoutes } from "./me.routes.ts";
import { oidcBindingMigrations } from "./oidc-binding.migrations.ts";
import { personFields } from "./person-fields.guard.ts";
import { places } from "./places.guard.ts";
import { oidcBindingRoutes } from "./oidc-binding.routes.ts";
import { oidcRoutes } from "./oidc.routes.ts";
import { rightsVersion } from "./rights-version.add.ts";
import { roleBuiltin } from "./role-builtin.derive.ts";
import { roleRights } from "./role-rights.guard.ts";
import { seedCalendar } from "./seed-calendar.ts";
import { seedRoles } from "./seed-roles.ts";
import { secondFactorRoutes } from "./second-factor.routes.ts";
import { secondStepRoutes } from "./second-step.routes.ts";
import { securityMigrations } from "./security.migrations.ts";
import { securityRoutes } from "./security.routes.ts";
import { sessionRoutes } from "./session.routes.ts";
import { sessionWayMigrations } from "./session-way.migrations.ts";
import { setUpRoutes } from "./set-up.routes.ts";
import { viewAsMigrations } from "./view-as.migrations.ts";

const abilitiesRoute = serve(readAbilities, {}, async () =>
  accept({ data: ABILITIES, page: { next: null } }),
);

/** Who signs in, and what they may do. */
export const identity: Module = {
  name: "identity",
  packaged: [packagedRoles],
  migrations: [
    ...identityMigrations,
    ...viewAsMigrations,
    ...securityMigrations,
    ...exportUseMigrations,
    ...oidcBindingMigrations,
    ...sessionWayMigrations,
    ...maskedSearchMigrations,
  ],
  forgets: forgetSignIn,
  countMaskedSearch,
  retentions: [endedSessions],
  hooks: [
    roleBuiltin,
    roleRights,
    grantRole,
    personFields,
    places,
    departmentTree,
    lastAdministrator,
    emergencyAdministrator,
    companyGuard,
    rightsVersion,
  ],
  routes: [
    ...setUpRoutes,
    ...sessionRoutes,
    ...secondStepRoutes,
    ...secondFactorRoutes,
    ...securityRoutes,
    ...oidcRoutes,
    ...oidcBindingRoutes,
    ...meRoutes,
    ...apiKeyRoutes,
    ...endAccessRoutes,
    ...credentialRoutes,
    ...companyRoutes,
    ...accessLogRoutes,
    ...exportUseRoutes,
    abilitiesRoute,
  ],
  seed: async (context: Context) => {
    await ensurePartitions(context.db, context.workspace, "access_log", "at", context.now);
    await seedRoles(context);
    await seedCalendar(context);
  },
};
