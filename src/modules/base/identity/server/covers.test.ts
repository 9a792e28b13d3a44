import { describe, expect, it } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import type { Principal } from "../../../../engine/kernel/context.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import type { RecordScope, Rights } from "../../../../shared/rights/rights.ts";
import {
  coversObjects,
  coversPeople,
  coversPerson,
  coversPlaces,
  followsReports,
  isAdministrator,
  owned,
  placesOf,
} from "./covers.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const rights = (read: RecordScope, more: Partial<Rights> = {}): Rights => ({
  objects: { account: { create: false, read, update: "none", delete: "none" } },
  fields: {},
  abilities: [],
  ...more,
});
/** Somebody in the department "north", below which "city" is; two people report to them. */
const somebody = (read: RecordScope, more: Partial<Principal> = {}): Principal => ({
  kind: "person",
  id: "me",
  name: "me",
  roles: [{ id: "r", name: "r", ...rights(read) }],
  departments: ["north"],
  subtree: ["north", "city"],
  reach: {
    reports: ["anna", "bert"],
    teams: [],
    roles: [],
    above: [],
    rules: [],
    shares: new Map(),
  },
  ...more,
});
const sits = (...departments: readonly string[]) => ({ departments, subtree: departments });
const administrator = somebody("none", {
  roles: [{ id: "a", name: "a", ...rights("none"), abilities: ["*"] }],
});

describe("who has everything", () => {
  it("is the program, and whoever may do all; a long list of abilities is not everything", () => {
    expect(isAdministrator(administrator)).toBe(true);
    expect(isAdministrator(somebody("none", { kind: "system", roles: [] }))).toBe(true);
    const busy = { id: "b", name: "b", ...rights("all"), abilities: ["people.manage", "roles.manage"] };
    expect(isAdministrator(somebody("all", { roles: [busy] }))).toBe(false);
    expect(isAdministrator(somebody("all", { roles: [] }))).toBe(false);
  });

  it("is asked about records with owners only: what everyone sees has no places", () => {
    expect(owned(catalog)).toEqual(expect.arrayContaining(["account", "opportunity"]));
    expect(owned(catalog)).not.toEqual(expect.arrayContaining(["product"]));
    expect(owned(catalog)).not.toContain("department");
  });
});

describe("the places that a scope shows", () => {
  it.for<[RecordScope, readonly string[]]>([
    ["none", []],
    ["own", []],
    ["reports", []],
    ["department", ["north"]],
    ["subtree", ["north", "city"]],
    ["all", []],
  ])("%s", ([scope, places]) => {
    expect(placesOf(somebody(scope), scope)).toEqual(places);
  });

  it.for<[string, RecordScope, RecordScope, readonly string[], boolean]>([
    ["a department below, as a department", "subtree", "department", ["city"], true],
    ["one's own department, as a department", "department", "department", ["north"], true],
    ["a department below, by somebody who sees their own only", "department", "department", ["city"], false],
    ["a department beside", "subtree", "department", ["south"], false],
    ["one below and one beside", "subtree", "department", ["city", "south"], false],
    [
      "one's own with all below, by somebody who sees their own only",
      "department",
      "subtree",
      ["north"],
      false,
    ],
    ["anything, by somebody who sees all", "all", "subtree", ["south"], true],
    ["a place that shows only what its people own", "own", "own", ["south"], true],
    ["a place of somebody who sees all from anywhere", "own", "all", ["south"], true],
    ["nobody's place", "own", "subtree", [], true],
  ])("are covered or not: %s", ([, has, wanted, departments, isCovered]) => {
    expect(coversPlaces(catalog, somebody(has), rights(wanted), sits(...departments))).toBe(isCovered);
  });

  it("are all covered for who has everything", () => {
    expect(coversPlaces(catalog, administrator, rights("subtree"), sits("south"))).toBe(true);
  });
});

describe("the people that a scope shows", () => {
  const at = (id: string, department: string | null = null) => ({ id, department });

  it.for<[string, RecordScope, RecordScope, ReturnType<typeof at>[], boolean]>([
    ["who reports to oneself, too", "reports", "reports", [at("anna"), at("bert")], true],
    ["oneself", "reports", "reports", [at("me")], true],
    ["one who does and one who does not", "reports", "reports", [at("anna"), at("carl")], false],
    ["who sits in a department one sees", "subtree", "reports", [at("carl", "city")], true],
    ["who sits below a department one sees alone", "department", "reports", [at("carl", "city")], false],
    ["who sits nowhere", "subtree", "reports", [at("carl")], false],
    ["anybody, as long as the role follows nobody", "own", "own", [at("carl")], true],
    ["who reports to oneself, with a scope that does not follow them", "own", "reports", [at("anna")], false],
    ["anybody, for who sees all", "all", "all", [at("carl")], true],
    ["nobody", "own", "all", [], true],
  ])("are covered or not: %s", ([, has, wanted, people, isCovered]) => {
    expect(coversPeople(catalog, somebody(has), rights(wanted), people)).toBe(isCovered);
  });

  it("are all covered for who has everything", () => {
    expect(coversPeople(catalog, administrator, rights("all"), [at("carl")])).toBe(true);
  });

  it("are not the caller's by reports of nobody known", () => {
    const { reach: _reach, ...alone } = somebody("reports");
    expect(coversPeople(catalog, alone, rights("reports"), [at("anna")])).toBe(false);
  });

  it.for<[RecordScope, RecordScope, boolean]>([
    ["own", "own", false],
    ["own", "reports", true],
    ["own", "department", true],
    ["subtree", "reports", true],
    ["all", "all", false],
  ])("matter where one sees %s and the role shows %s: %s", ([has, wanted, does]) => {
    expect(followsReports(catalog, somebody(has), rights(wanted))).toBe(does);
  });
});

describe("objects that something is shared of", () => {
  it.for<[RecordScope, RecordScope, boolean]>([
    ["all", "own", true],
    ["subtree", "own", false],
    ["own", "none", true],
  ])("with %s, and rights that show %s: %s", ([has, wanted, isCovered]) => {
    expect(coversObjects(somebody(has), rights(wanted), ["account"])).toBe(isCovered);
  });

  it("are covered each, or not at all", () => {
    const wide = rights("all").objects["account"] ?? expect.fail("no rights");
    const both = { ...rights("own"), objects: { account: wide, contact: wide } };
    expect(coversObjects(somebody("all"), both, ["account"])).toBe(true);
    expect(coversObjects(somebody("all"), both, ["account", "contact"])).toBe(false);
    expect(coversObjects(administrator, both, ["account", "contact"])).toBe(true);
  });
});

describe("a person as a whole", () => {
  const person = (read: RecordScope, more: Partial<Principal> = {}) => ({
    ...somebody(read, { id: "anna", departments: ["city"], subtree: ["city"] }),
    team: [],
    ...more,
  });

  it("is covered by rights and by places", () => {
    expect(coversPerson(catalog, somebody("subtree"), person("department"))).toBe(true);
    expect(coversPerson(catalog, somebody("department"), person("department"))).toBe(false);
    expect(coversPerson(catalog, somebody("own"), person("department"))).toBe(false);
  });

  it("is not covered where they have one ability more", () => {
    const able = person("own", {
      roles: [{ id: "x", name: "x", ...rights("own"), abilities: ["audit.read"] }],
    });
    expect(coversPerson(catalog, somebody("own"), able)).toBe(false);
    expect(coversPerson(catalog, administrator, able)).toBe(true);
  });

  it("is not covered where people report to them whom one does not see", () => {
    const lead = {
      ...person("reports", { departments: [], subtree: [] }),
      team: [{ id: "carl", department: null }],
    };
    expect(coversPerson(catalog, somebody("reports"), lead)).toBe(false);
    expect(
      coversPerson(catalog, somebody("reports"), { ...lead, team: [{ id: "bert", department: null }] }),
    ).toBe(true);
  });

  it("oneself is covered wherever one sits, but not by a key that is narrowed to less", () => {
    const me = {
      ...person("department", { id: "me", departments: ["south"], subtree: ["south"] }),
      team: [],
    };
    expect(coversPerson(catalog, somebody("department"), me)).toBe(true);
    expect(coversPerson(catalog, somebody("own"), me)).toBe(false);
  });
});
