import { describe, expect, it } from "vitest";
import { from, life, on } from "../../../../testing/gates/past.ts";
import { FOREVER, nextChange, nextOther, nextOtherIn } from "./versions.ts";

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
