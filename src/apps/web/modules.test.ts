import { expect, it } from "vitest";
import { clientModules } from "./modules.ts";
import { SETTINGS_GROUPS } from "./settings/settings-entries.ts";
import { AREAS } from "./shell/navigation.ts";

it("every page of the left navigation stands in an area that there is", () => {
  const areas = [...AREAS, ...clientModules.flatMap((module) => module.navigationAreas ?? [])].map(
    ({ name }) => name,
  );
  expect(new Set(areas).size).toBe(areas.length);
  const groups = clientModules.flatMap((module) => module.navigation ?? []).map(({ group }) => group);
  expect(groups.filter((group) => !areas.includes(group))).toEqual([]);
});

it("every page of the settings has an address of its own, and every group of them a page", () => {
  const entries = clientModules.flatMap((module) => module.settings ?? []);
  expect(new Set(entries.map(({ path }) => path)).size).toBe(entries.length);
  const groups = new Set<string>(entries.map(({ group }) => group));
  expect(SETTINGS_GROUPS.filter(({ key }) => !groups.has(key))).toEqual([]);
});

it("what modules offer for a record or for selected rows has a name of its own", () => {
  const twice = (names: readonly string[]) => names.filter((name, at) => names.indexOf(name) !== at);
  const named = (
    list: "recordActions" | "batchActions" | "listActions" | "recordPanels" | "cardMarks" | "homeTiles",
  ) => twice(clientModules.flatMap((module) => (module[list] ?? []).map(({ name }) => name)));
  expect([named("recordActions"), named("batchActions"), named("listActions")]).toEqual([[], [], []]);
  expect([named("recordPanels"), named("cardMarks"), named("homeTiles")]).toEqual([[], [], []]);
  const open = clientModules.flatMap((module) => (module.publicRoutes ?? []).map(({ path }) => path));
  expect([twice(open), open.includes("invite/:token")]).toEqual([[], true]);
});
