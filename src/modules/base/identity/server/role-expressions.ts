import { type SavedExpressions } from "../../../../engine/public.ts";
import { role } from "../../../../objects/system/role/role.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { partOf } from "../../../../shared/metadata/record-of.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";

/** The conditions of a role’s rules by state, each about the object that its rule is about. */
export const roleExpressions: SavedExpressions = {
  object: "role",
  label: label("角色", "Role"),
  rewrite: (values, change): Values => {
    const { rights } = partOf(role, values);
    const parsed = parseRights(rights);
    if (!parsed.ok || !parsed.rights.states) return {};
    let isOther = false;
    const states = Object.fromEntries(
      Object.entries(parsed.rights.states).map(([name, rules]) => [
        name,
        rules.map((rule) => {
          const when = change(name, rule.when);
          isOther ||= when !== rule.when;
          return { ...rule, when };
        }),
      ]),
    );
    return isOther ? { rights: JSON.parse(JSON.stringify({ ...parsed.rights, states })) } : {};
  },
};
