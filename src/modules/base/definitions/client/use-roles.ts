import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { useRecords } from "../../../../ui/data/records.ts";
import { idOf } from "../../../../ui/data/values.ts";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";

export interface RoleChoice {
  readonly id: string;
  readonly name: string;
  readonly label: LabelMap;
}
/** The roles that a new object can be given to; administrators have everything anyway. */
export function useRoleChoices(): readonly RoleChoice[] {
  const { data } = useRecords("role", { sort: "name", limit: 100 });
  return (data?.data ?? [])
    .filter((role) => partOf(roleObject, role).name !== "administrator")
    .map((role) => ({ id: idOf(role), name: roleCode(role), label: roleLabel(role) }));
}
