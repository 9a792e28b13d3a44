import { describe, expect, it } from "vitest";
import { from, life, on } from "./past.fixture.ts";
import {
  FOREVER,
  heldAt,
  isAlike,
  micro,
  nextChange,
  nextOther,
  nextOtherIn,
  reachedAt,
} from "./versions.ts";

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

describe("until when it stays so", () => {
  it("to the next version, then for ever", () => {
    expect([nextChange(life, on(1)), nextChange(life, on(2)), nextChange(life, on(9))]).toEqual([
      on(2),
      on(4),
      FOREVER,
    ]);
  });
  it("to the end of one that nothing follows at once", () => {
    const gap = [from(2, 4, {}), from(6, null, {})];
    expect([nextChange(gap, on(3)), nextChange(gap, on(4))]).toEqual([on(4), on(6)]);
  });
  it("a change of other fields changes nothing", () => {
    expect(nextOtherIn(life, on(2), ["stage"])).toBe(on(9));
    expect(nextOtherIn(life, on(2), ["amount"])).toBe(on(4));
    expect(nextOtherIn(life, on(4), ["amount"])).toBe(FOREVER);
    expect(nextOtherIn(life, on(2), [])).toBe(FOREVER);
  });
  it("while it is deleted there is nothing else that it could be", () => {
    const deleted = [
      from(2, 4, { x: 1 }),
      from(4, 6, { x: 2 }, { isDeleted: true }),
      from(6, null, { x: 1 }),
    ];
    expect(nextOtherIn(deleted, on(3), ["x"])).toBe(FOREVER);
  });
  it("at a moment at which it was not there, to the moment at which it comes", () => {
    expect(nextOther(life, on(1), () => true)).toBe(on(2));
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
