import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { roleCode } from "../role-label.ts";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";

export interface RoleChoice {
  readonly id: string;
  readonly name: string;
  readonly label: Readonly<Record<string, string>>;
}
const labelOf = (role: Values): Readonly<Record<string, string>> => {
  const { label } = partOf(roleObject, role);
  return isMap(label)
    ? Object.fromEntries(Object.entries(label).map(([tag, text]) => [tag, String(text)]))
    : {};
};
/** The roles that a new object can be given to; administrators have everything anyway. */
export function useRoleChoices(): readonly RoleChoice[] {
  const { data } = useRecords("role", { sort: "name", limit: 100 });
  return (data?.data ?? [])
    .filter((role) => partOf(roleObject, role).name !== "administrator")
    .map((role) => ({ id: idOf(role), name: roleCode(role), label: labelOf(role) }));
}
