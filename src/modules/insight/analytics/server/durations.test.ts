import { expect, it } from "vitest";
import { durationsOf } from "./durations.ts";

it("a duration is answered in both units, the one that was asked for in front", () => {
  const row = { cal_mean: "3.50", cal_total: "7", work_mean: "2", work_total: null };
  const asked = durationsOf(row, "working_days");
  expect(asked).toMatchObject({
    mean: "2",
    median: null,
    total: "0",
    calendar_days: { mean: "3.5", total: "7" },
  });
  expect(durationsOf(row, "calendar_days")).toMatchObject({ mean: "3.5", working_days: { mean: "2" } });
});
