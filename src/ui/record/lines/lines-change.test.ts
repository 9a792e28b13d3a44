import { describe, expect, it } from "vitest";
import type { WireValue } from "../../../shared/metadata/object.ts";
import {
  type LinesChange,
  linesAfter,
  readChange,
  withEdits,
  withoutLines,
  writeChange,
} from "./lines-change.ts";

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
  it("values of lines that are there go with the version that was seen, others of them stay", () => {
    const versionOf = (id: string) => kept.find((line) => line.id === id)?.version;
    const one = withEdits(NONE, [{ id: "1", values: { quantity: 5 } }], versionOf);
    expect(one.upsert).toEqual([{ id: "1", version: 4, quantity: 5 }]);
    const more = [
      { id: "1", values: { name: "Big pump" } },
      { id: "new", values: { name: "Seal" } },
    ];
    expect(withEdits(one, more, versionOf).upsert).toEqual([
      { id: "1", version: 4, quantity: 5, name: "Big pump" },
      { id: "new", name: "Seal" },
    ]);
  });
  it("lines that are taken away are deleted if they were there, and forgotten if they were new", () => {
    const change: LinesChange = {
      upsert: [
        { id: "1", quantity: 5 },
        { id: "new", name: "Seal" },
      ],
      delete: [],
    };
    const isKept = (id: string) => kept.some((line) => line.id === id);
    expect(withoutLines(change, new Set(["new"]), isKept)).toEqual({
      upsert: [{ id: "1", quantity: 5 }],
      delete: [],
    });
    expect(withoutLines(change, new Set(["1", "new"]), isKept)).toEqual({ upsert: [], delete: ["1"] });
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
