export { logAccess } from "./access-log.ts";
export {
  authenticate,
  type Credentials,
  SESSION_COOKIE,
  type SignedIn,
  workspaceOfCredentials,
} from "./authenticate.ts";
export { companySettings, DEFAULT_COMPANY } from "./company-settings.ts";
export { identity } from "./identity.module.ts";
export { loadPerson, loadPrincipal, type LoadOptions, type Person } from "./load-principal.ts";
export { loadRolePrincipal, NO_PERSON, type RoleAsPerson } from "./role-principal.ts";
export { endSessions } from "./open-session.ts";
export { whyNotTheirs } from "./others-person.ts";
export { ownsUnseen } from "./unseen-owners.ts";
export { originOf } from "./session-cookie.ts";
export { loadViewed, mayViewAs, viewedPrincipal, type ViewAs } from "./viewing.ts";
export { attachment, fileMark } from "./file-mark.ts";
export { takeOut } from "./take-out.ts";
export { revokeKeys } from "./revoke-keys.ts";
export { seedCalendar } from "./seed-calendar.ts";
export { type DigestSettings, digestSettings, wantsNotice } from "./digest-settings.ts";
export { ABILITIES } from "../shared/abilities.ts";
export { ensureAdministrator, isSetupOpen, isUnnamedCompany } from "./set-up.ts";
export { type Holders, loadHolders } from "./named-holders.ts";
