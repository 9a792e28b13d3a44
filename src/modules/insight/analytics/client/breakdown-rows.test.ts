import { describe, expect, it } from "vitest";
import type { CycleGroup } from "../shared/durations.contract.ts";
import type { WinRateGroup } from "../shared/insight.contract.ts";
import { rowsOf } from "./breakdown-rows.ts";

const records = { object: "opportunity", filter: "" };
const wins = (key: Record<string, string | null>, n: number): WinRateGroup => ({
  key,
  n,
  won: n,
  lost: 0,
  rate: "1",
  won_amount: null,
  lost_amount: null,
  records,
  won_records: records,
  lost_records: records,
});
const days = { mean: null, median: null, p90: null, total: "0" };
const cycle = (key: Record<string, string | null>): CycleGroup => ({
  key,
  ...days,
  calendar_days: days,
  working_days: days,
  n: 0,
  open: 3,
  records,
  open_records: records,
  kaplan_meier_median: null,
});
const keysOf = (rows: ReturnType<typeof rowsOf>, field: string) => rows.map(({ head }) => head?.key[field]);

describe("one row for each group", () => {
  it("brings together what was won and how long it took, by the whole key", () => {
    const [row, ...more] = rowsOf([wins({ owner: "u1" }, 2)], [cycle({ owner: "u1" })], null);
    expect(more).toEqual([]);
    expect([row?.wins?.n, row?.cycle?.open]).toEqual([2, 3]);
  });

  it("the largest stand first, and one with open records alone last", () => {
    const rows = rowsOf([wins({ owner: "a" }, 1), wins({ owner: "b" }, 5)], [cycle({ owner: "c" })], null);
    expect(keysOf(rows, "owner")).toEqual(["b", "a", "c"]);
    expect(rows.at(-1)?.wins).toBeUndefined();
  });

  it("months stand in their order, whatever was won in them", () => {
    const months = ["2026-03-01", "2026-01-01", "2026-02-01"];
    const rows = rowsOf(
      months.map((month, at) => wins({ close_date: month }, at)),
      [],
      "close_date",
    );
    expect(keysOf(rows, "close_date")).toEqual(["2026-01-01", "2026-02-01", "2026-03-01"]);
  });

  it("those without a value are a group; the answer about nothing at all is none", () => {
    expect(keysOf(rowsOf([wins({ owner: null }, 1)], [], null), "owner")).toEqual([null]);
    expect(rowsOf([], [cycle({})], null)).toEqual([]);
  });
});
