import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { excess, intersectRights, mergeRights, onObject } from "./combine-rights.ts";
import { parseRights, readRights } from "./parse-rights.ts";
import {
  FIELD_RIGHTS,
  grantsAbility,
  NOTHING,
  type Rights,
  SCOPES,
  strongestOf,
  weakestOf,
} from "./rights.ts";

const scope = fc.constantFrom(...SCOPES);
const objectRights = fc.record({ create: fc.boolean(), read: scope, update: scope, delete: scope });
const names = fc.constantFrom("lead", "account", "contract");
const rights: fc.Arbitrary<Rights> = fc.record({
  objects: fc.dictionary(fc.constantFrom("*", "lead", "account", "contract"), objectRights, {
    noNullPrototype: true,
  }),
  fields: fc.dictionary(
    names,
    fc.dictionary(fc.constantFrom("name", "phone"), fc.constantFrom(...FIELD_RIGHTS), {
      noNullPrototype: true,
    }),
    { noNullPrototype: true },
  ),
  abilities: fc.uniqueArray(fc.constantFrom("*", "record.export", "people.manage")),
});
const OBJECTS = ["lead", "account", "contract", "other"];
const rank = (name: (typeof SCOPES)[number]): number => SCOPES.indexOf(name);
/** What somebody with the rights gets: the rest is how it is written. */
const meant = (all: Rights) => ({
  objects: OBJECTS.map((name) => onObject(all, name)),
  fields: OBJECTS.flatMap((object) =>
    ["name", "phone"].map((field) => {
      const { create, read } = onObject(all, object);
      return create || read !== "none" ? (all.fields[object]?.[field] ?? "edit") : "hidden";
    }),
  ),
  abilities: ["record.export", "people.manage", "anything"].map((ability) => grantsAbility(all, ability)),
});

describe("several roles together", () => {
  it("come to the same in any order, and one role twice adds nothing", () => {
    fc.assert(
      fc.property(rights, rights, rights, (a, b, c) => {
        expect(meant(mergeRights([a, b]))).toEqual(meant(mergeRights([b, a])));
        expect(meant(mergeRights([a, mergeRights([b, c])]))).toEqual(
          meant(mergeRights([mergeRights([a, b]), c])),
        );
        expect(meant(mergeRights([a, a]))).toEqual(meant(a));
      }),
    );
  });
  it("grant all that each of them grants", () => {
    fc.assert(
      fc.property(rights, rights, (a, b) => {
        const merged = mergeRights([a, b]);
        expect([excess(a, merged), excess(b, merged)]).toEqual([
          { abilities: [], objects: [] },
          { abilities: [], objects: [] },
        ]);
      }),
    );
  });
  it("grant on an object the widest that one of them grants, and no more", () => {
    fc.assert(
      fc.property(rights, rights, fc.constantFrom(...OBJECTS), (a, b, object) => {
        const merged = onObject(mergeRights([a, b]), object);
        const [one, other] = [onObject(a, object), onObject(b, object)];
        expect(rank(merged.read)).toBe(Math.max(rank(one.read), rank(other.read)));
        expect(rank(merged.delete)).toBe(Math.max(rank(one.delete), rank(other.delete)));
        expect(merged.create).toBe(one.create || other.create);
      }),
    );
  });
});

describe("what two grant together", () => {
  it("is never more than either of them", () => {
    fc.assert(
      fc.property(rights, rights, (a, b) => {
        const both = intersectRights(a, b);
        expect([excess(both, a), excess(both, b)]).toEqual([
          { abilities: [], objects: [] },
          { abilities: [], objects: [] },
        ]);
      }),
    );
  });
  it("is the same in either order, and all of oneself", () => {
    fc.assert(
      fc.property(rights, rights, (a, b) => {
        expect(meant(intersectRights(a, b))).toEqual(meant(intersectRights(b, a)));
        expect(meant(intersectRights(a, a))).toEqual(meant(a));
      }),
    );
  });
});

describe("what exceeds", () => {
  it("is nothing exactly where adding it changes nothing", () => {
    fc.assert(
      fc.property(rights, rights, (wanted, held) => {
        const beyond = excess(wanted, held);
        const same = JSON.stringify(meant(mergeRights([held, wanted]))) === JSON.stringify(meant(held));
        // An object that no name of theirs stands for is told as "*".
        expect(beyond.objects.length === 0 && beyond.abilities.length === 0).toBe(same);
      }),
    );
  });
});

describe("the order of rights", () => {
  it("finds the strongest and the weakest, the weakest there is among none", () => {
    expect([strongestOf(SCOPES, ["own", "all", "none"]), weakestOf(SCOPES, ["own", "all"])]).toEqual([
      "all",
      "own",
    ]);
    expect([strongestOf(SCOPES, []), weakestOf(FIELD_RIGHTS, [])]).toEqual(["none", "hidden"]);
  });
  it("every ability is granted by the star, and a longer name by none but its own", () => {
    expect(grantsAbility({ abilities: ["*"] }, "record.export")).toBe(true);
    expect(grantsAbility({ abilities: ["record"] }, "record.export")).toBe(false);
  });
});

describe("rights as they are kept", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(rights, (given) => {
        expect(parseRights(given)).toEqual({ ok: true, rights: given });
      }),
    );
  });
  it("of another shape grant nothing", () => {
    for (const kept of ["all", [1], { objects: { lead: "all" } }, { fields: { lead: { name: 1 } } }, 7])
      expect(readRights(kept), JSON.stringify(kept)).toEqual({ objects: {}, fields: {}, abilities: [] });
    expect(readRights(null)).toEqual({ objects: {}, fields: {}, abilities: [] });
    expect(readRights({ objects: { lead: {} } }).objects["lead"]).toEqual(NOTHING);
  });
  it("are refused with at most twenty reasons, each in both languages and with its place", () => {
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, n) => [`object_${n}`, { read: "some" }]));
    const parsed = parseRights({ objects: many });
    const reasons = parsed.ok ? [] : parsed.reasons;
    expect(reasons).toHaveLength(20);
    expect(reasons[0]).toMatchObject({
      code: "bad_rights",
      field: "rights",
      params: { place: "objects.object_0.read" },
    });
    expect(reasons[0]?.text["zh-CN"]).toMatch(/^角色权限格式不对：“\{place\}”.*。$/);
    expect(reasons[0]?.text["en"]).toMatch(/^The permissions of the role are malformed: “\{place\}” .*\.$/);
  });
  it("name the place of an ability in a list, and the whole where it is no map", () => {
    const placesOf = (given: unknown) => {
      const parsed = parseRights(given);
      return parsed.ok ? [] : parsed.reasons.map(({ params }) => params?.["place"]);
    };
    expect(placesOf({ abilities: ["record.export", "Not An Ability"] })).toEqual(["abilities[1]"]);
    expect(placesOf("all")).toEqual(["rights"]);
    expect(placesOf({ abilities: ["a..b"] })).toEqual(["abilities[0]"]);
  });
});
