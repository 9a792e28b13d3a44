import { describe, expect, it } from "vitest";
import { shippedObjects } from "../../../../objects/registry.ts";
import { ABILITIES } from "./abilities.ts";
import { parseRights } from "../../../../shared/rights/parse-rights.ts";
import { ADMINISTRATOR, PRESET_ROLES } from "./preset-roles.ts";
import { excess, onObject } from "../../../../shared/rights/combine-rights.ts";

const ordinary = PRESET_ROLES.filter((role) => role.name !== ADMINISTRATOR);
const named = (name: string) =>
  PRESET_ROLES.find((role) => role.name === name)?.rights ?? { objects: {}, fields: {}, abilities: [] };

describe("preset roles", () => {
  it("are well-formed and name only known abilities and fields", () => {
    const abilities = new Set(ABILITIES.map((ability) => ability.name));
    const fields = new Map(shippedObjects.map((object) => [object.name, Object.keys(object.fields)]));
    for (const role of PRESET_ROLES) {
      expect(parseRights(role.rights)).toEqual({ ok: true, rights: role.rights });
      for (const ability of role.rights.abilities)
        expect(ability === "*" || abilities.has(ability), `${role.name}: ${ability}`).toBe(true);
      for (const [object, own] of Object.entries(role.rights.fields))
        expect(fields.get(object), `${role.name}: ${object}`).toEqual(
          expect.arrayContaining(Object.keys(own)),
        );
    }
  });

  it("deny by default: only the administrator reaches people's rights and objects made later", () => {
    for (const role of ordinary) {
      for (const object of ["made_later_c", "role", "user_role"])
        expect(onObject(role.rights, object), `${role.name}: ${object}`).toMatchObject({
          create: false,
          update: "none",
          delete: "none",
        });
      expect(onObject(role.rights, "user").update, role.name).toBe("none");
      expect(role.rights.abilities.some((ability) => ability.endsWith(".manage"))).toBe(false);
    }
  });

  it("nest: seller within manager within director within administrator", () => {
    const scopes = ["seller", "sales_manager", "sales_director", ADMINISTRATOR].map(named);
    for (const [index, narrow] of scopes.slice(0, -1).entries()) {
      expect(excess(narrow, scopes[index + 1] ?? narrow), String(index)).toEqual({
        abilities: [],
        objects: [],
      });
    }
    expect(["opportunity", "account"].map((object) => onObject(named("seller"), object).read)).toEqual([
      "own",
      "own",
    ]);
    expect(onObject(named("read_only"), "opportunity")).toEqual({
      create: false,
      read: "all",
      update: "none",
      delete: "none",
    });
  });

  it("show every shipped business object to the read-only role", () => {
    const hidden = shippedObjects
      .filter((object) => !object.internal && onObject(named("read_only"), object.name).read === "none")
      .map((object) => object.name);
    // Shares are seen with the record that they are of, without a grant; who reaches what by rule is the
    // administrator's.
    expect(hidden).toEqual(["role", "user_role", "share", "sharing_rule"]);
  });
});
