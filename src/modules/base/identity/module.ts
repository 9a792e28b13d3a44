import { packagedRoles } from "./server/packaged-roles.ts";
import { roleExpressions } from "./server/role-expressions.ts";
import { type Context, type Module, accept, ensurePartitions, serve } from "../../../engine/public.ts";
import { readAbilities } from "./shared/abilities.contract.ts";
import { ABILITIES } from "./shared/abilities.ts";
import { accessLogRoutes } from "./server/access-log.routes.ts";
import { apiKeyRoutes } from "./server/api-keys.routes.ts";
import { collaboratorRoles } from "./server/collaborator.guard.ts";
import { companyGuard } from "./server/company.guard.ts";
import { companyRoutes } from "./server/company.routes.ts";
import { countMaskedSearch } from "./server/count-masked-search.ts";
import { credentialRoutes } from "./server/credentials.routes.ts";
import { invitePersonRoutes } from "./server/invite-person.routes.ts";
import { peopleRoutes } from "./server/people.routes.ts";
import { departmentTree } from "./server/department-tree.guard.ts";
import { grantRole } from "./server/grant-role.guard.ts";
import { soundMove } from "./server/department-move.guard.ts";
import { MOVE_PERSON, movePerson, watchMoves } from "./server/department-move.react.ts";
import { emergencyAdministrator } from "./server/emergency-administrator.guard.ts";
import { endAccessRoutes } from "./server/end-access.routes.ts";
import { endedSessions } from "./server/ended-sessions.retention.ts";
import { exportedFiles, exportedRows } from "./server/exported.ts";
import { exportUseMigrations } from "./server/export-use.migrations.ts";
import { exportUseRoutes } from "./server/exports.routes.ts";
import { eraseSignIn } from "./server/erase-sign-in.ts";
import { identityMigrations } from "./server/identity.migrations.ts";
import { lastAdministrator } from "./server/last-administrator.guard.ts";
import { maskedSearchMigrations } from "./server/masked-search.migrations.ts";
import { meRoutes } from "./server/me.routes.ts";
import { oidcBindingMigrations } from "./server/oidc-binding.migrations.ts";
import { personFields } from "./server/person-fields.guard.ts";
import { places } from "./server/places.guard.ts";
import { oidcBindingRoutes } from "./server/oidc-binding.routes.ts";
import { oidcRoutes } from "./server/oidc.routes.ts";
import { rightsVersion } from "./server/rights-version.add.ts";
import { roleBuiltin } from "./server/role-builtin.derive.ts";
import { roleRights } from "./server/role-rights.guard.ts";
import { seedCalendar } from "./server/seed-calendar.ts";
import { seedRoles } from "./server/seed-roles.ts";
import { secondFactorRoutes } from "./server/second-factor.routes.ts";
import { secondStepRoutes } from "./server/second-step.routes.ts";
import { securityMigrations } from "./server/security.migrations.ts";
import { securityRoutes } from "./server/security.routes.ts";
import { sessionRoutes } from "./server/session.routes.ts";
import { sessionWayMigrations } from "./server/session-way.migrations.ts";
import { setUpRoutes } from "./server/set-up.routes.ts";
import { sightWhileMigrations } from "./server/sight-while.migrations.ts";
import { viewAsMigrations } from "./server/view-as.migrations.ts";

const abilitiesRoute = serve(readAbilities, {}, async () =>
  accept({ data: ABILITIES, page: { next: null } }),
);

/** Who signs in, and what they may do. */
export const identityModule: Module = {
  name: "identity",
  packaged: [packagedRoles],
  saved: [roleExpressions],
  migrations: [
    ...identityMigrations,
    ...viewAsMigrations,
    ...securityMigrations,
    ...exportUseMigrations,
    ...oidcBindingMigrations,
    ...sessionWayMigrations,
    ...maskedSearchMigrations,
    ...sightWhileMigrations,
  ],
  forgets: eraseSignIn,
  countMaskedSearch,
  contributes: [exportedRows, exportedFiles],
  retentions: [endedSessions],
  hooks: [
    roleBuiltin,
    roleRights,
    grantRole,
    collaboratorRoles,
    personFields,
    places,
    departmentTree,
    lastAdministrator,
    emergencyAdministrator,
    companyGuard,
    rightsVersion,
    soundMove,
    watchMoves,
  ],
  jobs: { [MOVE_PERSON]: movePerson },
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
    ...invitePersonRoutes,
    ...peopleRoutes,
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
