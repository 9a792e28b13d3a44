import { nextMonday } from "../../../../../shared/time/dates.ts";
import { expect, it } from "vitest";
import { planOf, taskItem, visitItem } from "./day-plan.ts";

const zone = "Asia/Shanghai";
const task = (id: string, due_date: string | null, priority = "normal") =>
  taskItem({ id, due_date, priority });
const visit = (id: string, occurred_at: string) => visitItem(zone, { id, occurred_at });

it("a day goes by the hour, then what has none, the urgent first", () => {
  const plan = planOf(
    [
      task("a", "2026-11-30"),
      task("b", "2026-11-30", "high"),
      visit("c", "2026-11-30T06:00:00Z"),
      visit("d", "2026-11-30T01:30:00Z"),
    ],
    "2026-11-30",
  );
  expect(plan.today.map(({ id, time }) => [id, time])).toEqual([
    ["d", "09:30"],
    ["c", "14:00"],
    ["b", ""],
    ["a", ""],
  ]);
});

it("an evening elsewhere is the company's next day; the days after tomorrow come together", () => {
  const plan = planOf(
    [visit("late", "2026-11-30T16:30:00Z"), task("week", "2026-12-04"), task("next", "2026-12-02")],
    "2026-11-30",
  );
  expect(plan.tomorrow.map(({ id, time }) => [id, time])).toEqual([["late", "00:30"]]);
  expect(plan.later.map(({ id }) => id)).toEqual(["next", "week"]);
  expect(plan.today).toEqual([]);
});

it("next Monday is never today", () => {
  expect(nextMonday("2026-11-30")).toBe("2026-12-07");
  expect(nextMonday("2026-12-06")).toBe("2026-12-07");
});
