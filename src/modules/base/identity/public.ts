export { logAccess } from "./server/access-log.ts";
export {
  authenticate,
  type Credentials,
  SESSION_COOKIE,
  type SignedIn,
  workspaceOfCredentials,
} from "./server/authenticate.ts";
export { companySettings, DEFAULT_COMPANY } from "./server/company-settings.ts";
export { loadPerson, loadPrincipal, type LoadOptions, type Person } from "./server/load-principal.ts";
export { loadRolePrincipal, NO_PERSON, type RoleAsPerson } from "./server/role-principal.ts";
export { endSessions } from "./server/open-session.ts";
export { whyNotTheirs } from "./server/others-person.ts";
export { ownsUnseen } from "./server/unseen-owners.ts";
export { originOf } from "./server/session-cookie.ts";
export { loadViewed, mayViewAs, viewedPrincipal, type ViewAs } from "./server/viewing.ts";
export { attachment, fileMark } from "./server/file-mark.ts";
export { jobHasTaken, takeOut } from "./server/take-out.ts";
export { revokeKeys } from "./server/revoke-keys.ts";
export { type PresetRights, presetRights } from "./server/preset-rights.ts";
export { chosenBy } from "./server/chosen-departments.ts";
export { keepSight } from "./server/sight-while.add.ts";
export { seedCalendar } from "./server/seed-calendar.ts";
export { type DigestSettings, digestSettings, wantsNotice } from "./server/digest-settings.ts";
export { ABILITIES } from "./shared/abilities.ts";
export { ensureAdministrator, isSetupOpen, isUnnamedCompany, unnamedCompany } from "./server/set-up.ts";
export { writeAll } from "./server/write.ts";
export { type Holders, loadHolders } from "./server/named-holders.ts";
export { readSecurity } from "./server/security-settings.ts";
export { openText, sealText } from "./server/seal-text.ts";
export { hashToken, newToken, workspaceOfToken } from "./server/tokens.ts";
export { isNetworkAllowed } from "./server/enter.ts";
