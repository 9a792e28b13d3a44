import { describe, expect, it } from "vitest";
import { addUp, decimal, ratio, textOrNull, whole } from "./numbers.ts";

describe("a share", () => {
  it("is a fraction of twelve decimals, rounded half up", () => {
    expect(ratio(1, 3)).toBe("0.333333333333");
    expect(ratio(2, 3)).toBe("0.666666666667");
    expect(ratio("1", "8")).toBe("0.125");
    expect(ratio(5, 5)).toBe("1");
  });
  it("of nothing is none, nothing of something is nought", () => {
    expect(ratio(0, 0)).toBeNull();
    expect(ratio(3, "0.00")).toBeNull();
    expect(ratio(0, 7)).toBe("0");
  });
});

describe("what a row holds", () => {
  it("nought is a figure, null is none", () => {
    expect([decimal("1.500"), decimal(0), decimal(null), decimal(undefined)]).toEqual([
      "1.5",
      "0",
      null,
      null,
    ]);
    expect([whole("12"), whole(null), textOrNull(""), textOrNull(null)]).toEqual([12, 0, "", null]);
  });
});

describe("sums of groups that were read more finely", () => {
  const row = (sum: string, base: string, from: string | null, to = from) => ({
    _m0: sum,
    _m0_base: base,
    _m0_from: from,
    _m0_to: to,
  });
  it("add to the cent", () => {
    expect(addUp([row("0.1", "0.7", "CNY"), row("0.2", "1.4", "CNY")], "_m0")).toEqual({
      _m0: "0.3",
      _m0_base: "2.1",
      _m0_from: "CNY",
      _m0_to: "CNY",
    });
  });
  it("span the currencies of all of them, in whatever order they come", () => {
    const sum = addUp([row("1", "1", "EUR", "USD"), row("2", "2", "CNY"), row("0", "0", null)], "_m0");
    expect([sum["_m0_from"], sum["_m0_to"]]).toEqual(["CNY", "USD"]);
  });
  it("of no rows are nought, in no currency", () => {
    expect(addUp([], "x")).toEqual({ x: "0", x_base: "0", x_from: null, x_to: null });
  });
});
