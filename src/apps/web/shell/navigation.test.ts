import { describe, expect, it } from "vitest";
import { label } from "../../../shared/i18n/label.ts";
import { objectInfo, objectsFor, personOf } from "../../../testing/screens/world.ts";
import type { ClientModule } from "../../../ui/client-module.ts";
import type { ObjectInfo, ObjectMap } from "../../../ui/data/objects.ts";
import { isAble } from "../../../ui/data/session.ts";
import { clientModules } from "../modules.ts";
import { SETTINGS_GROUPS, settingsOf } from "../settings/settings-entries.ts";
import { AREAS, navigationOf } from "./navigation.ts";

const mapOf = (role: string): ObjectMap =>
  new Map(objectsFor(role).map(({ name }) => [name, objectInfo(name, role)]));
const all = mapOf("administrator");
const me = personOf("administrator");
const words = label("船坞", "Dock");
const page = (name: string, group: string, order: number, more: object = {}) => ({
  path: name,
  label: words,
  icon: "search" as const,
  group,
  order,
  ...more,
});
const dock: ClientModule = {
  name: "dock",
  navigationAreas: [{ name: "dock", label: words, order: 150, objects: ["custom"] }],
  navigation: [
    page("late", "dock", 20),
    page("early", "dock", 10),
    page("hidden", "dock", 5, { applies: () => false }),
  ],
};
const keysOf = (objects: ObjectMap, modules: readonly ClientModule[] = []) =>
  navigationOf(objects, modules, me).map(({ key }) => key);
const pathsIn = (key: string, objects: ObjectMap, modules: readonly ClientModule[] = []) =>
  navigationOf(objects, modules, me)
    .find((group) => group.key === key)
    ?.items.map(({ to }) => to);
const boat: ObjectInfo = { ...objectInfo("contact"), name: "boat_c", custom: true };

describe("the left navigation", () => {
  it("begins with today and goes on in the order of selling", () => {
    expect(keysOf(all)).toEqual(["today", "sell", "work", "products"]);
    expect(pathsIn("sell", all)?.slice(0, 2)).toEqual(["/records/lead", "/records/account"]);
  });
  it("has no group without an entry", () => {
    expect(keysOf(new Map())).toEqual(["today"]);
    expect(keysOf(new Map([["lead", objectInfo("lead")]]))).toEqual(["today", "sell"]);
  });
  it("shows no object that may not be read, and none that has no place", () => {
    const blind = { ...objectInfo("lead"), rights: { ...objectInfo("lead").rights, read: "none" } };
    expect(
      pathsIn(
        "sell",
        new Map([
          ["lead", blind],
          ["account", objectInfo("account")],
        ]),
      ),
    ).toEqual(["/records/account"]);
    const { area: _, ...nowhere } = objectInfo("lead");
    expect(keysOf(new Map([["lead", nowhere]]))).toEqual(["today"]);
  });
  it("keeps what administrators made together, wherever it says that it belongs", () => {
    const objects = new Map([...all, ["boat_c", boat]]);
    expect(pathsIn("own", objects)).toEqual(["/records/boat_c"]);
    expect(pathsIn("sell", objects)).not.toContain("/records/boat_c");
  });
  it("takes areas and pages of modules, in their order, for whom they apply", () => {
    const objects = new Map([...all, ["boat_c", boat]]);
    expect(keysOf(objects, [dock])).toEqual(["today", "sell", "dock", "work", "products", "own"]);
    expect(pathsIn("dock", objects, [dock])).toEqual(["/records/boat_c", "/early", "/late"]);
  });
  it("leads nobody to the same page twice", () => {
    for (const role of ["administrator", "seller", "read_only"]) {
      const paths = navigationOf(mapOf(role), clientModules, personOf(role)).flatMap(({ items }) =>
        items.map(({ to }) => to),
      );
      expect(new Set(paths).size, role).toBe(paths.length);
    }
  });
  it("has an area for every page that a module brings", () => {
    const areas = [...AREAS, ...clientModules.flatMap(({ navigationAreas = [] }) => navigationAreas)];
    const names = areas.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const { navigation = [] } of clientModules)
      for (const { group, path } of navigation) expect(names, path).toContain(group);
  });
});

describe("the settings", () => {
  it("have each page once, in a group that is shown", () => {
    const entries = clientModules.flatMap(({ settings = [] }) => settings);
    expect(new Set(entries.map(({ path }) => path)).size).toBe(entries.length);
    const groups: readonly string[] = SETTINGS_GROUPS.map(({ key }) => key);
    for (const { group, path } of entries) expect(groups, path).toContain(group);
  });
  it("are what one may open, the least of it one's own", () => {
    const of = (role: string) => settingsOf(clientModules, personOf(role)).map(({ path }) => path);
    expect(of("administrator")).toEqual(expect.arrayContaining(["permissions", "objects", "roles"]));
    for (const role of ["seller", "read_only"]) {
      expect(of(role), role).not.toContain("roles");
      expect(of(role), role).not.toContain("permissions");
    }
  });
  it("stand in their order, whichever module brings them", () => {
    const first: ClientModule = {
      name: "a",
      settings: [{ ...settingsPage("b", 2) }, { ...settingsPage("a", 1) }],
    };
    const second: ClientModule = {
      name: "b",
      settings: [{ ...settingsPage("c", 0), applies: (who) => isAble(who, "nothing.of.the.kind") }],
    };
    expect(settingsOf([first, second], me).map(({ path }) => path)).toEqual(["c", "a", "b"]);
    expect(settingsOf([second], personOf("seller"))).toEqual([]);
  });
});
function settingsPage(path: string, order: number) {
  return {
    path,
    label: words,
    icon: "search" as const,
    group: "mine" as const,
    order,
    Component: () => null,
  };
}

it("who has no role is offered no page that would be empty", () => {
  const nobody = { ...me, roles: [] };
  const paths = navigationOf(new Map(), clientModules, nobody).flatMap(({ items }) =>
    items.map(({ to }) => to),
  );
  expect(paths).toEqual(["/"]);
});
