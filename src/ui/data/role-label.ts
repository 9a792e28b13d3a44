import { role as roleObject } from "../../objects/system/role/role.object.ts";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import { isMap } from "../../shared/metadata/wire-value.ts";
import { textValue } from "./values.ts";

/** A role's name by language, as its record keeps it. */
export function roleLabel(role: Values): LabelMap {
  const { label } = partOf(roleObject, role);
  return isMap(label)
    ? Object.fromEntries(Object.entries(label).map(([language, text]) => [language, textValue(text)]))
    : {};
}
/** What programs call it. */
export const roleCode = (role: Values): string => textValue(partOf(roleObject, role).name);
