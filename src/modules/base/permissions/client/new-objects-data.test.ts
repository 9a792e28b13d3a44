import { describe, expect, it } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import { NOTHING, type ObjectRights, type Rights } from "../../../../shared/rights/rights.ts";
import { answerOf, type AskedRole, firstUse, useOf, withUse } from "./new-objects-data.ts";

const role = (name: string, objects: Rights["objects"] = {}): AskedRole => ({
  name,
  label: label(name, name),
  rights: { objects, fields: {}, abilities: [] },
});
const own: ObjectRights = { create: true, read: "own", update: "own", delete: "none" };
const all: ObjectRights = { ...own, read: "all" };
const asked = {
  object: "boat_c",
  label: {},
  plural: {},
  custom: true,
  proposed: { seller: own, presales: all },
};

describe("what roles are granted at first", () => {
  it("is what they have already, else what is proposed, else nothing", () => {
    const roles = [role("seller", { boat_c: all }), role("presales"), role("boss")];
    expect(firstUse(asked, roles)).toEqual({ seller: all, presales: all });
    expect(useOf(firstUse(asked, roles), "boss")).toEqual(NOTHING);
  });
  it("says nothing of a role that is not asked about", () => {
    expect(firstUse(asked, [role("boss")])).toEqual({});
  });
});

describe("what is answered", () => {
  it("a change keeps all else of that role and of others", () => {
    const use = withUse({ seller: own }, "seller", { read: "all" });
    expect(use).toEqual({ seller: all });
    expect(withUse(use, "boss", { create: true })).toEqual({
      seller: all,
      boss: { ...NOTHING, create: true },
    });
  });
  it("has the roles that use the object, and those from which it is taken", () => {
    const use = { seller: NOTHING, presales: all, boss: { ...NOTHING, update: "all" as const } };
    expect(answerOf(use, "boat_c", [role("seller"), role("presales"), role("boss")])).toEqual({
      presales: all,
    });
    expect(answerOf(use, "boat_c", [role("seller", { boat_c: all })])).toEqual({ seller: NOTHING });
    expect(answerOf({ seller: { ...NOTHING, create: true } }, "boat_c", [role("seller")])).toHaveProperty(
      "seller",
    );
  });
});
