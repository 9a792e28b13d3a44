import { describe, expect, it } from "vitest";
import { eachMovement, figuresOf, sumOf } from "./movement-sums.ts";

const records = eachMovement((name) => ({ object: "opportunity", filter: name }));

const row = {
  start_n_a: "2",
  start_n_b: "3",
  start_a: "100.10",
  start_b: "720.5",
  won_n: 1,
  won_a: "40",
  won_b: "288",
};

describe("the figures of a movement", () => {
  it("in one currency are the exact ones, in several those of the company's", () => {
    const exact = sumOf([row, row], { field: "amount", currency: "EUR", mixed: false });
    expect(exact.start).toEqual({ count: 4, amount: { amount: "200.20", currency: "EUR" } });
    const basis = { field: "amount", currency: "CNY", mixed: true, rate_date: "2026-11-30" };
    expect(sumOf([row], basis).start).toEqual({
      count: 3,
      amount: { amount: "720.50", currency: "CNY", mixed: true, rate_date: "2026-11-30" },
    });
  });

  it("a count that no currency changes is taken from either side", () => {
    expect(sumOf([row], { field: "amount", currency: "CNY", mixed: true }).won.count).toBe(1);
  });

  it("without an amount that one may read there are counts alone", () => {
    const sums = sumOf([row], { field: null, currency: "CNY", mixed: false });
    expect([sums.start, sums.end]).toEqual([
      { count: 2, amount: null },
      { count: 0, amount: null },
    ]);
  });

  it("currencies without cents have none", () => {
    const sums = sumOf([{ start_n: 1, start_a: "500" }], { field: "amount", currency: "JPY", mixed: false });
    expect(sums.start.amount?.amount).toBe("500");
  });

  it("each leads to its own records", () => {
    const sums = sumOf([], { field: null, currency: "CNY", mixed: false });
    expect(figuresOf(sums, records).moved_out.records.filter).toBe("moved_out");
  });
});
