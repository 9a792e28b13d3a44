import type { WireValue } from "../../../shared/metadata/object.ts";
import { isMap } from "../../../shared/metadata/wire-value.ts";
import {
  FIELD_RIGHTS,
  type FieldRight,
  NOTHING,
  type ObjectRights,
  type Rights,
  type Scope,
  SCOPES,
} from "../../../modules/base/identity/shared/rights.ts";
import { isList, textValue } from "../../../ui/data/values.ts";

const scopeOf = (value: WireValue | undefined): Scope => SCOPES.find((scope) => scope === value) ?? "none";
const objectOf = (value: WireValue): ObjectRights =>
  isMap(value)
    ? {
        create: value["create"] === true,
        read: scopeOf(value["read"]),
        update: scopeOf(value["update"]),
        delete: scopeOf(value["delete"]),
      }
    : NOTHING;

function fieldsOf(value: WireValue): Readonly<Record<string, FieldRight>> {
  if (!isMap(value)) return {};
  return Object.fromEntries(
    Object.entries(value).flatMap(([field, right]) =>
      FIELD_RIGHTS.filter((one) => one === right).map((one) => [field, one]),
    ),
  );
}

/** The rights of a role's record in the shape the editor works on. */
export function readRights(value: WireValue | undefined): Rights {
  const rights = isMap(value) ? value : {};
  const objects = isMap(rights["objects"]) ? rights["objects"] : {};
  const fields = isMap(rights["fields"]) ? rights["fields"] : {};
  return {
    objects: Object.fromEntries(Object.entries(objects).map(([name, one]) => [name, objectOf(one)])),
    fields: Object.fromEntries(Object.entries(fields).map(([name, one]) => [name, fieldsOf(one)])),
    abilities: isList(rights["abilities"]) ? rights["abilities"].map(textValue) : [],
  };
}
