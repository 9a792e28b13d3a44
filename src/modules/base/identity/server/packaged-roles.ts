import {
  type PackagePart,
  accept,
  bringRecord,
  objectRights,
  pick,
  recordsOf,
} from "../../../../engine/public.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { ADMINISTRATOR } from "../shared/preset-roles.ts";

const COLUMNS = ["label", "description", "rights"] as const;

/**
 * Roles with their rights, by code. Who has them is another company's; the administrators' role stays what it
 * is everywhere.
 */
export const packagedRoles: PackagePart = {
  name: "roles",
  label: label("角色", "Roles"),
  title: (item) => String(partOf(role, item).name),
  collect: async (context) => {
    if (objectRights(context, { name: "role" }).read !== "all") return [];
    return (await recordsOf(context, "role", COLUMNS))
      .filter((row) => partOf(role, row).name !== ADMINISTRATOR)
      .map(({ id: _id, ...item }) => item);
  },
  apply: async (context, item, tries) => {
    const name = String(partOf(role, item).name);
    if (name === ADMINISTRATOR) return accept("same");
    const current = (await recordsOf(context, "role", COLUMNS)).find(
      (row) => partOf(role, row).name === name,
    );
    return bringRecord(context, "role", current, pick(item, ["name", ...COLUMNS]), tries);
  },
};
