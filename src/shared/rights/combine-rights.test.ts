import { describe, expect, it } from "vitest";
import { EVERYTHING, type Rights } from "./rights.ts";
import { excess, intersectRights, mergeRights, onObject } from "./combine-rights.ts";

const seller: Rights = {
  objects: {
    lead: { create: true, read: "own", update: "own", delete: "none" },
    product: { create: false, read: "all", update: "none", delete: "none" },
  },
  fields: { product: { cost: "hidden" }, lead: { score: "read" } },
  abilities: ["record.export"],
};
const lookAll: Rights = {
  objects: { "*": { create: false, read: "all", update: "none", delete: "none" } },
  fields: { lead: { phone: "mask" } },
  abilities: [],
};
const all: Rights = { objects: { "*": EVERYTHING }, fields: {}, abilities: ["*"] };

describe("rights", () => {
  it("add up: widest scope, strongest field right, '*' also for objects that another role names", () => {
    const merged = mergeRights([seller, lookAll]);
    expect(onObject(merged, "lead")).toEqual({ create: true, read: "all", update: "own", delete: "none" });
    expect(onObject(merged, "contract")).toEqual({
      create: false,
      read: "all",
      update: "none",
      delete: "none",
    });
    // The other role edits these fields freely, so nothing of the restriction is left.
    expect(merged.fields).toEqual({});
  });

  it("a role that does not see an object cannot open its fields", () => {
    const blind: Rights = { objects: {}, fields: {}, abilities: ["pipeline.override"] };
    const merged = mergeRights([seller, blind]);
    expect(merged.fields).toEqual({ product: { cost: "hidden" }, lead: { score: "read" } });
    expect(merged.abilities).toEqual(["record.export", "pipeline.override"]);
  });

  it("nobody has nothing", () => {
    expect(onObject(mergeRights([]), "lead")).toEqual({
      create: false,
      read: "none",
      update: "none",
      delete: "none",
    });
  });

  it("narrow to what both grant, so a key never exceeds its person", () => {
    const key = intersectRights(seller, all);
    expect(excess(key, seller)).toEqual({ abilities: [], objects: [] });
    expect(key).toMatchObject({ abilities: ["record.export"], fields: { product: { cost: "hidden" } } });
    expect(onObject(key, "contract").read).toBe("none");
    const narrow = intersectRights(all, seller);
    expect(excess(narrow, seller)).toEqual({ abilities: [], objects: [] });
    expect(onObject(narrow, "lead").update).toBe("own");
  });

  it("name what exceeds: abilities, scopes, the star, and fields", () => {
    expect(excess(all, seller)).toEqual({ abilities: ["*"], objects: ["*", "lead", "product"] });
    expect(excess(seller, all)).toEqual({ abilities: [], objects: [] });
    const sees: Rights = {
      objects: { product: { create: false, read: "all", update: "none", delete: "none" } },
      fields: {},
      abilities: [],
    };
    expect(excess(sees, seller).objects).toEqual(["product"]);
  });
});
