import { describe, expect, it } from "vitest";
import { extensionPoints } from "./extension-points.ts";

interface Tile {
  readonly order: number;
}

describe("a list that modules add to", () => {
  it("holds what the modules of a program have added, in their order, and nothing of other lists", () => {
    const { extensionPoint } = extensionPoints();
    const tiles = extensionPoint<Tile>("tiles");
    const others = extensionPoint<Tile>("others");
    const [one, two, other] = [
      tiles.define("one", { order: 1 }),
      tiles.define("two", { order: 2 }),
      others.define("one", { order: 9 }),
    ];
    expect([...tiles.read({ contributions: [two, other, one] })]).toEqual([
      ["two", { order: 2 }],
      ["one", { order: 1 }],
    ]);
    expect([...others.read({ contributions: [two, other, one] }).values()]).toEqual([{ order: 9 }]);
    expect(tiles.read({}).size).toBe(0);
  });

  it("takes nothing that somebody else has made for it", () => {
    const { extensionPoint } = extensionPoints();
    const tiles = extensionPoint<Tile>("tiles");
    const forged = { point: "tiles", name: "forged", value: { order: 0 } };
    expect(tiles.read({ contributions: [forged] }).size).toBe(0);
  });

  it("is read once for a program", () => {
    const tiles = extensionPoints().extensionPoint<Tile>("tiles");
    const contributions = [tiles.define("one", { order: 1 })];
    expect(tiles.read({ contributions })).toBe(tiles.read({ contributions }));
    expect(tiles.read({ contributions: [...contributions] })).not.toBe(tiles.read({ contributions }));
  });
});

describe("at the start", () => {
  it("what is defined but contributed by no module is told", () => {
    const { extensionPoint, checkContributions } = extensionPoints();
    const tiles = extensionPoint<Tile>("tiles");
    const one = tiles.define("one", { order: 1 });
    tiles.define("lost", { order: 2 });
    expect(() => checkContributions([one])).toThrow("no module contributes tiles: lost");
  });

  it("two of one name in one list are told, of two lists they are not", () => {
    const { extensionPoint, checkContributions } = extensionPoints();
    const [tiles, others] = [extensionPoint<Tile>("tiles"), extensionPoint<Tile>("others")];
    const all = [tiles.define("one", { order: 1 }), others.define("one", { order: 2 })];
    expect(checkContributions(all)).toBe(all);
    const again = tiles.define("one", { order: 3 });
    expect(() => checkContributions([...all, again])).toThrow("two modules contribute to tiles: one");
  });

  it("the lists of one side know nothing of those of the other", () => {
    const [server, screens] = [extensionPoints(), extensionPoints()];
    server.extensionPoint<Tile>("tiles").define("one", { order: 1 });
    expect(screens.checkContributions([])).toEqual([]);
    expect(() => server.checkContributions([])).toThrow("tiles: one");
  });
});
