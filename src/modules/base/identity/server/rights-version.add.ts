import { label } from "../../../../shared/i18n/label.ts";
import { type Add, type Added, systemTable } from "../../../../engine/public.ts";
import { user } from "../../../../objects/system/user/user.object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";

const PEOPLE = [
  "user",
  "role",
  "user_role",
  "department",
  "user_department",
  "team",
  "team_member",
  "sharing_rule",
];
const COMPANY = ["company", "calendar_day", "working_calendar", "absence"];

/**
 * What a process may cache of rights and settings ends with the same commit that changes them; sessions of
 * people who may no longer sign in end with it.
 */
export const rightsVersion: Add = {
  word: "add",
  name: "identity.rights_version",
  label: label("权限变更立即生效", "Permission changes take effect immediately"),
  applies: (object) =>
    PEOPLE.includes(object.name) || COMPANY.includes(object.name) || object.name === "share",
  writes: [],
  run: async ({ context: { workspace }, object, changes }): Promise<Added> => {
    const versions = systemTable(workspace, "versions");
    if (COMPANY.includes(object.name))
      return { ledger: [{ text: `update ${versions} set definitions = definitions + 1`, values: [] }] };
    if (object.name === "share")
      return { ledger: [{ text: `update ${versions} set shares = shares + 1`, values: [] }] };
    const bump = { text: `update ${versions} set rights = rights + 1`, values: [] };
    const out =
      object.name === "user"
        ? changes.filter(({ before, after, deleting }) => {
            const { active, login } = partOf(user, after);
            return before !== null && (deleting || active === false || !login);
          })
        : [];
    if (out.length === 0) return { ledger: [bump] };
    const end = `update ${systemTable(workspace, "session")} set ended_at = now() where ended_at is null and user_id = any($1::uuid[])`;
    return { ledger: [bump, { text: end, values: [out.map(({ id }) => id)] }] };
  },
};
