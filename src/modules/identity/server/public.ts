export { logAccess } from "./access-log.ts";
export { asSystem, SYSTEM, withRightsOn } from "./acting.ts";
export { authenticate, type Credentials, SESSION_COOKIE, type SignedIn, workspaceOfCredentials } from "./authenticate.ts";
export { companySettings, DEFAULT_COMPANY } from "./company-settings.ts";
export { identity } from "./identity.module.ts";
export { loadPerson, loadPrincipal, type LoadOptions, type Person } from "./load-principal.ts";
export { loadRolePrincipal, NO_PERSON, type RoleAsPerson } from "./role-principal.ts";
export { ABILITIES } from "../shared/abilities.ts";
export { ensureAdministrator, isSetupOpen, isUnnamedCompany } from "./set-up.ts";
