import { expect, test } from "vitest";
import { differing, usualScope } from "./role-summary.ts";

const work = (read: "own" | "all" | "none") => ({
  create: true,
  read,
  update: read,
  delete: "none" as const,
});
const objects = [
  { name: "account", area: "accounts" as const },
  { name: "deal", area: "deals" as const },
  { name: "boat", custom: true as const },
  { name: "deal_line" },
  { name: "role", area: "settings" as const },
];
const rights = {
  objects: {
    "*": work("none"),
    account: work("own"),
    deal: work("own"),
    boat: work("all"),
    role: work("all"),
  },
  fields: {},
  abilities: [],
};

test("the usual scope is that of most objects of work, the wider of two", () => {
  expect(usualScope(rights, objects, "read")).toBe("own");
  expect(usualScope(rights, objects.slice(1), "read")).toBe("all");
  expect(usualScope({ ...rights, objects: { "*": work("none") } }, objects, "update")).toBe("none");
});

test("only objects of work that are not like all others differ", () => {
  expect(differing(rights, objects)).toEqual(["account", "deal", "boat"]);
  expect(differing({ ...rights, objects: { ...rights.objects, boat: work("none") } }, objects)).toEqual([
    "account",
    "deal",
  ]);
});
