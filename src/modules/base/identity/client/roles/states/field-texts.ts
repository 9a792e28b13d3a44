import type { Label } from "../../../../../../shared/i18n/label.ts";
import type { FieldRight } from "../../../../../../shared/rights/rights.ts";
import { settingsMessages } from "../../settings.messages.ts";

/** What may be done with a field, in words. */
export const FIELD_TEXTS: Readonly<Record<FieldRight, Label>> = {
  hidden: settingsMessages.fieldHidden,
  mask: settingsMessages.fieldMask,
  read: settingsMessages.fieldRead,
  edit: settingsMessages.fieldEdit,
};
