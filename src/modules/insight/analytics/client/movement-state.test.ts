import { describe, expect, it } from "vitest";
import { readState } from "./movement-state.ts";
import { narrowTo } from "./narrow-to.ts";

const read = (address: string) => readState(new URLSearchParams(address), "2026-11-30");

describe("what a page compares, as its address says", () => {
  it("this quarter in amounts, unless told", () => {
    expect(read("")).toMatchObject({
      period: "quarter",
      from: "2026-10-01",
      to: "2026-12-31",
      by: "",
      measure: "amount",
    });
  });

  it("days of one's own hold only as a pair in their order", () => {
    expect(read("period=custom&from=2026-01-05&to=2026-02-10")).toMatchObject({
      period: "custom",
      from: "2026-01-05",
      to: "2026-02-10",
    });
    for (const wrong of ["from=2026-02-10&to=2026-01-05", "from=2026-01-05", "from=5.1.2026&to=10.2.2026"])
      expect(read(`period=custom&${wrong}`)).toMatchObject({ from: "2026-10-01", to: "2026-12-31" });
  });

  it("days beside a period that has its own are passed over", () => {
    expect(read("period=year&from=2020-01-01&to=2020-02-01")).toMatchObject({
      from: "2026-01-01",
      to: "2026-12-31",
    });
  });

  it("what nobody knows is as good as not told", () => {
    expect(read("period=decade&by=weather&measure=weight")).toMatchObject({
      period: "quarter",
      by: "",
      measure: "amount",
    });
  });
});

describe("one group alone", () => {
  it("is looked at along the next dimension", () => {
    expect(narrowTo("department", "d1")).toEqual({ by: "owner", department: "d1" });
    expect(narrowTo("owner", "u1")).toEqual({ by: "product", owner: "u1" });
  });

  it("those without one are a group, too", () => {
    expect(narrowTo("product", "")).toEqual({ by: "owner", product: "none" });
  });

  it("a month becomes its days", () => {
    expect(narrowTo("month", "2026-02-01")).toMatchObject({
      period: "custom",
      from: "2026-02-01",
      to: "2026-02-28",
    });
  });
});
