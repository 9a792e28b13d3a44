import fc from "fast-check";
import { expect, it } from "vitest";
import { boundsOf, isWithin, printCells, readCells, spread } from "./cell-block.ts";

it("cells that are copied come back as they were, whatever stands in them", () => {
  const cell = fc.string({ unit: fc.constantFrom("a", "泵", '"', "\t", "\n", ",", " "), maxLength: 6 });
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
      (rows) => {
        // A last row of one empty cell is the same as the break that ends the row before.
        fc.pre(rows.length === 1 || rows.at(-1)?.join("") !== "" || (rows.at(-1)?.length ?? 0) > 1);
        expect(readCells(printCells(rows))).toEqual(rows);
      },
    ),
  );
  expect(readCells("a\tb\r\nc\td\r\n")).toEqual([
    ["a", "b"],
    ["c", "d"],
  ]);
  expect(readCells('say "hi"\tx')).toEqual([['say "hi"', "x"]]);
});

it("a block has its bounds whichever way it was drawn; what is pasted fills a multiple of itself", () => {
  const bounds = boundsOf({ from: { row: 4, column: 1 }, to: { row: 2, column: 3 } });
  expect(bounds).toEqual({ top: 2, left: 1, bottom: 4, right: 3 });
  expect([isWithin({ row: 3, column: 2 }, bounds), isWithin({ row: 5, column: 2 }, bounds)]).toEqual([
    true,
    false,
  ]);
  expect(spread([["a"]], bounds)).toEqual([1, 2, 3].map(() => ["a", "a", "a"]));
  expect(spread([["a", "b"]], bounds)).toEqual([["a", "b"]]);
});
