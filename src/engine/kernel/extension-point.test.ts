import { afterAll, beforeAll, expect, it, vi } from "vitest";

type Lists = typeof import("./extension-point.ts");
let extensionPoint: Lists["extensionPoint"];
let checkContributions: Lists["checkContributions"];
// What is defined here is nobody's business elsewhere, and what the program defines is none of its own.
beforeAll(async () => {
  vi.resetModules();
  ({ extensionPoint, checkContributions } = await import("./extension-point.ts"));
});
afterAll(() => vi.resetModules());

it("a list has what the modules contribute, in their order, and nothing of other lists", () => {
  const signs = extensionPoint<{ readonly sign: string }>("signs");
  const others = extensionPoint<{ readonly sign: string }>("others");
  const [plus, minus, other] = [
    signs.define("plus", { sign: "+" }),
    signs.define("minus", { sign: "-" }),
    others.define("plus", { sign: "?" }),
  ];
  const contributions = [minus, other, plus];
  expect([...signs.read({ contributions })]).toEqual([
    ["minus", { sign: "-" }],
    ["plus", { sign: "+" }],
  ]);
  expect([...others.read({ contributions }).values()]).toEqual([{ sign: "?" }]);
  expect(signs.read({}).size).toBe(0);
  expect(checkContributions(contributions)).toBe(contributions);
});

it("the program does not start with one that no module contributes, or with two of one name", () => {
  const colours = extensionPoint<{ readonly hex: string }>("colours");
  const red = colours.define("red", { hex: "#f00" });
  expect(() => checkContributions([])).toThrow("no module contributes");
  const again = colours.define("red", { hex: "#e00" });
  expect(() => checkContributions([red, again])).toThrow("two modules contribute to colours: red");
});
