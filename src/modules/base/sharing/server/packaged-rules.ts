import {
  type PackagePart,
  bringRecord,
  objectRights,
  pick,
  recordsOf,
  refuse,
} from "../../../../engine/public.ts";
import { fits } from "../../../../shared/wire/fits.ts";
import { anyValue, list, literal, object, text } from "../../../../shared/wire/schema.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { loadHolders } from "../../identity/public.ts";

const COLUMNS = ["object", "criteria", "below", "level", "active", "description"] as const;
/** A rule as a package says it: whom it shares with by name. */
interface Packaged {
  readonly name?: WireValue;
  readonly to?: WireValue;
}
/** As its row stands here. */
interface Kept {
  readonly name?: WireValue;
  readonly to?: WireValue;
  readonly to__object?: WireValue;
}
const NOBODY = label(
  "这里没有要共享给的成员、部门、团队或角色",
  "The people, department, team or role to share with do not exist here",
);

/**
 * Sharing rules, by name; whom they share with goes by code, path, login or name. A rule for somebody who is
 * not here is refused, and said.
 */
export const packagedRules: PackagePart = {
  name: "sharing_rules",
  label: label("共享规则", "Sharing rules"),
  title: ({ name }: Packaged) => String(name),
  collect: async (context) => {
    if (objectRights(context, { name: "sharing_rule" }).read !== "all") return [];
    const holders = await loadHolders(context);
    return (await recordsOf(context, "sharing_rule", [...COLUMNS, "to", "to__object"])).flatMap(
      ({ id: _id, to, to__object, ...item }): Values[] => {
        const spelled = holders.spell(String(to__object), String(to));
        return spelled ? [{ ...item, to: spelled }] : [];
      },
    );
  },
  apply: async (context, item, tries, file) => {
    const packaged: Packaged = item;
    const found = (await loadHolders(context)).find(packaged.to);
    const isToCome = "missing" in found && tries && isRoleOf(file, packaged.to);
    if ("missing" in found && !isToCome)
      return refuse({ status: 422, code: "missing_holder", text: NOBODY, reasons: [found.missing] });
    const row = (await recordsOf(context, "sharing_rule", [...COLUMNS, "to", "to__object"])).find(
      (one: Kept) => one.name === packaged.name,
    );
    const kept: Kept = row ?? {};
    const current = row && {
      ...pick(row, ["id", "name", ...COLUMNS]),
      to: { object: kept.to__object ?? null, id: kept.to ?? null },
    };
    const to: WireValue = "missing" in found ? null : { object: found.object, id: found.id };
    return bringRecord(context, "sharing_rule", current, { ...pick(item, ["name", ...COLUMNS]), to }, tries);
  },
};

/** As a package names a role, and what it holds of roles: items of another shape are passed over. */
const NamedRole = object({ object: literal("role"), name: text() });
const Items = list(anyValue());
const WithName = object({ name: text() });
/** A try writes nothing: a role of the same package is not there yet. */
const isRoleOf = ({ roles }: Readonly<Values>, to: WireValue | undefined): boolean =>
  fits(NamedRole, to) &&
  fits(Items, roles) &&
  roles.some((role) => fits(WithName, role) && role.name === to.name);
