import { useQueryClient } from "@tanstack/react-query";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import type { LabelMap } from "../../../../shared/i18n/label.ts";
import { onObject } from "../../../../shared/rights/combine-rights.ts";
import { readRights } from "../../../../shared/rights/parse-rights.ts";
import { NOTHING, type ObjectRights, type Rights } from "../../../../shared/rights/rights.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { OBJECTS } from "../../../../ui/data/objects.ts";
import { useRecords, useRefresh } from "../../../../ui/data/records.ts";
import { roleCode, roleLabel } from "../../../../ui/data/role-label.ts";
import type { NewObject } from "../shared/new-objects.contract.ts";
import { NEW_OBJECTS } from "./use-new-objects.ts";

/** Reads again what an answer changes: the question, the roles, and what one may do oneself. */
export function useAnswered(): () => void {
  const client = useQueryClient();
  const refresh = useRefresh();
  return () => {
    refresh(roleObject.name);
    void client.invalidateQueries({ queryKey: NEW_OBJECTS });
    void client.invalidateQueries({ queryKey: OBJECTS });
  };
}

export interface AskedRole {
  readonly name: string;
  readonly label: LabelMap;
  readonly rights: Rights;
}
/** The roles that have to be asked: one that grants what it does not name has the object anyway. */
export function useAskedRoles(): readonly AskedRole[] {
  const { data } = useRecords(roleObject.name, { sort: "created_at", limit: 100 });
  return (data?.data ?? [])
    .map((one) => ({
      name: roleCode(one),
      label: roleLabel(one),
      rights: readRights(partOf(roleObject, one).rights),
    }))
    .filter(({ rights }) => onObject(rights, "*").read === "none");
}

/** What each role is to be granted. */
export type Use = Readonly<Record<string, ObjectRights>>;
export const useOf = (use: Use, role: string): ObjectRights => use[role] ?? NOTHING;
export const withUse = (use: Use, role: string, change: Partial<ObjectRights>): Use => ({
  ...use,
  [role]: { ...useOf(use, role), ...change },
});
/** What the roles grant already, some of the preset ones ahead of the object, else what is proposed. */
export const firstUse = ({ object, proposed }: NewObject, roles: readonly AskedRole[]): Use =>
  Object.fromEntries(
    roles.flatMap(({ name, rights }) => {
      const first = rights.objects[object] ?? proposed[name];
      return first ? [[name, first] as const] : [];
    }),
  );
/** Of these the roles that use the object now or are to use it. */
export const answerOf = (use: Use, object: string, roles: readonly AskedRole[]): Use =>
  Object.fromEntries(
    roles.flatMap(({ name, rights }) => {
      const own = useOf(use, name);
      return own.create || own.read !== "none" || rights.objects[object] ? [[name, own] as const] : [];
    }),
  );
