import { describe, expect, it } from "vitest";
import type { WireValue } from "../../../shared/metadata/object.ts";
import {
  type LinesChange,
  linesAfter,
  readChange,
  without,
  withValue,
  writeChange,
} from "./children-change.ts";

const NONE: LinesChange = { upsert: [], delete: [] };
const kept = [
  { id: "1", version: 4, name: "Pump", quantity: 1 },
  { id: "2", version: 1, name: "Valve", quantity: 2 },
];

describe("what is to happen to lines", () => {
  it("is read from what a form keeps, without what is no line", () => {
    expect(readChange({ upsert: [{ id: "1" }, "x", null], delete: ["2", 3] })).toEqual({
      upsert: [{ id: "1" }],
      delete: ["2"],
    });
    const none: readonly (WireValue | undefined)[] = [
      null,
      undefined,
      [],
      "x",
      {},
      { upsert: "x", delete: {} },
    ];
    for (const nothing of none) expect(readChange(nothing), JSON.stringify(nothing)).toEqual(NONE);
  });
  it("is nothing at all where nothing is to happen", () => {
    expect(writeChange(NONE)).toBeNull();
    const change = { upsert: [{ id: "9" }], delete: ["1"] };
    expect(readChange(writeChange(change) ?? undefined)).toEqual(change);
    expect(writeChange({ upsert: [], delete: ["1"] })).toEqual({ upsert: [], delete: ["1"] });
  });
  it("a value of a line that is there goes with the version that was seen, others of it stay", () => {
    const one = withValue(NONE, "1", "quantity", 5, 4);
    expect(one.upsert).toEqual([{ id: "1", version: 4, quantity: 5 }]);
    expect(withValue(one, "1", "name", "Big pump", 4).upsert).toEqual([
      { id: "1", version: 4, quantity: 5, name: "Big pump" },
    ]);
    expect(withValue(NONE, "new", "name", "Seal").upsert).toEqual([{ id: "new", name: "Seal" }]);
  });
  it("a line that is taken away is deleted if it was there, and forgotten if it was new", () => {
    const change = withValue(withValue(NONE, "1", "quantity", 5, 4), "new", "name", "Seal");
    expect(without(change, "new", false)).toEqual({
      upsert: [{ id: "1", version: 4, quantity: 5 }],
      delete: [],
    });
    expect(without(change, "1", true)).toEqual({ upsert: [{ id: "new", name: "Seal" }], delete: ["1"] });
  });
});

describe("the lines as they will be", () => {
  it("are those there as changed, without those deleted, then the new ones", () => {
    const change: LinesChange = {
      upsert: [
        { id: "new", name: "Seal" },
        { id: "1", quantity: 5 },
      ],
      delete: ["2"],
    };
    expect(linesAfter(kept, change)).toEqual([
      { id: "1", version: 4, name: "Pump", quantity: 5 },
      { id: "new", name: "Seal" },
    ]);
    expect(linesAfter(kept, NONE)).toEqual(kept);
    expect(linesAfter([], change).map(({ id }) => id)).toEqual(["new", "1"]);
  });
});
