import type { LabelMap } from "../../../shared/i18n/label.ts";
import type { Values } from "../../../shared/metadata/object.ts";
import { isMap, textValue } from "../../../ui/data/values.ts";

/** A role's name by language, as its record keeps it. */
export const roleLabel = (role: Values): LabelMap =>
  isMap(role["label"])
    ? Object.fromEntries(Object.entries(role["label"]).map(([language, text]) => [language, textValue(text)]))
    : {};
