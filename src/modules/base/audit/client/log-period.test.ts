import { expect, it } from "vitest";
import { daysOf, momentsOf } from "./log-period.ts";

it("days are those of the company, and come back as they were", () => {
  const moments = momentsOf("Asia/Shanghai", ["2026-11-28", "2026-11-30"]);
  expect(moments).toEqual({ from: "2026-11-27T16:00:00.000Z", to: "2026-11-30T16:00:00.000Z" });
  expect(daysOf("Asia/Shanghai", moments)).toEqual(["2026-11-28", "2026-11-30"]);
  expect(daysOf("Asia/Shanghai", momentsOf("Asia/Shanghai", null))).toBeNull();
});
