import type { Label } from "../../../../../shared/i18n/label.ts";
import type { RecordScope } from "../../../../../shared/rights/rights.ts";
import { settingsMessages } from "../settings.messages.ts";

/** Whose records, in words. */
export const SCOPE_TEXTS: Readonly<Record<RecordScope, Label>> = {
  none: settingsMessages.scopeNone,
  own: settingsMessages.scopeOwn,
  reports: settingsMessages.scopeReports,
  department: settingsMessages.scopeDepartment,
  subtree: settingsMessages.scopeSubtree,
  all: settingsMessages.scopeAll,
};
