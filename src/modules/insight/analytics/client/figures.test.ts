import { describe, expect, it } from "vitest";
import { countText, daysText, exactText, percentText, sumText } from "./figures.ts";

describe("figures in words", () => {
  it("a share is rounded to a tenth of a percent, from its decimals and not from a float", () => {
    expect(percentText("0.631500521532")).toBe("63.2%");
    expect(percentText("0.0005")).toBe("0.1%");
    expect(percentText("1")).toBe("100.0%");
    expect(percentText("0")).toBe("0.0%");
  });
  it("what is not known is a dash, nought is nought", () => {
    expect([percentText(null), daysText(null), sumText(null, "en"), exactText(null, "en")]).toEqual([
      "—",
      "—",
      "—",
      "—",
    ]);
    expect([daysText("0"), countText(0)]).toEqual(["0.0", "0"]);
  });
  it("large counts and days are grouped", () => {
    expect([countText(1234567), daysText("1234.56")]).toEqual(["1,234,567", "1,234.6"]);
  });
  it("an exact sum keeps its cents, however large it is", () => {
    expect(exactText({ amount: "9007199254740993.01", currency: "CNY" }, "en")).toContain(
      "9,007,199,254,740,993.01",
    );
  });
});
