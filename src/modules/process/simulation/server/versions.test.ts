import { describe, expect, it } from "vitest";
import { from, life, on } from "../../../../testing/gates/past.ts";
import { FOREVER, heldAt, isAlike, micro, reachedAt } from "./versions.ts";

describe("moments compare as text", () => {
  it("whatever their fractions", () => {
    expect(micro("2026-11-02T02:00:00Z")).toBe("2026-11-02T02:00:00.000000Z");
    expect(micro("2026-11-02T02:00:00.5Z")).toBe("2026-11-02T02:00:00.500000Z");
    expect(micro("2026-11-02T02:00:00.123456Z")).toBe("2026-11-02T02:00:00.123456Z");
    expect(micro("2026-11-02T02:00:00.123Z") < FOREVER).toBe(true);
  });
});

describe("what a record was at a moment", () => {
  it("a version holds from its first moment to before the next one's", () => {
    expect(heldAt(life, on(4))?.number).toBe(4);
    expect(heldAt(life, micro("2026-11-04T01:59:59.999999Z"))?.number).toBe(2);
    expect(heldAt(life, on(30))?.number).toBe(9);
  });
  it("nothing before it was there, and nothing while it was deleted", () => {
    expect(heldAt(life, on(1))).toBeUndefined();
    expect(heldAt(undefined, on(5))).toBeUndefined();
    const deleted = [from(2, 4, {}), from(4, 6, {}, { isDeleted: true }), from(6, null, {})];
    expect([3, 5, 7].map((day) => heldAt(deleted, on(day))?.number)).toEqual([2, undefined, 6]);
  });
  it("a link leads to what was there then, else to what came first", () => {
    expect(reachedAt(life, on(1))?.number).toBe(2);
    expect(reachedAt(life, on(5))?.number).toBe(4);
    expect(reachedAt([], on(5))).toBeUndefined();
  });
});

describe("the same value", () => {
  it("is the same text, or the same parts", () => {
    expect(isAlike("5", "5")).toBe(true);
    expect(isAlike({ amount: "5" }, { amount: "5" })).toBe(true);
    expect(isAlike(["a", "b"], ["b", "a"])).toBe(false);
    expect(isAlike(null, undefined)).toBe(false);
    expect(isAlike(null, { a: 1 })).toBe(false);
  });
});
