import { describe, expect, it } from "vitest";
import { partsOfSeen, seenOf } from "./seen.ts";

describe("the state that a card showed", () => {
  it("is given back as it was, criterion by criterion", () => {
    const seen = seenOf({ all: "a1", criteria: ["b2", "c3"], version: 7 });
    expect(seen).toBe("a1.b2.c3~7");
    expect(partsOfSeen(seen)).toEqual({ shown: "a1.b2.c3", criteria: ["b2", "c3"], version: 7 });
  });
  it("of a record without a version, or of a move that asks nothing", () => {
    expect(partsOfSeen(seenOf({ all: "a1", criteria: [], version: null }))).toEqual({
      shown: "a1",
      criteria: [],
      version: null,
    });
  });
  it("what rises without anything to be seen is no part of what must be the same", () => {
    const at = (version: number) => partsOfSeen(seenOf({ all: "a", criteria: ["b"], version })).shown;
    expect(at(3)).toBe(at(4));
  });
  it.each(["a~x", "a~-1", "a~1e9", "a~1234567890", "a~ 7", "a"])("%s tells no version", (seen) => {
    expect(partsOfSeen(seen).version).toBeNull();
  });
  it("nothing was seen where nothing is given", () => {
    expect(partsOfSeen("")).toEqual({ shown: "", criteria: [], version: null });
  });
});
