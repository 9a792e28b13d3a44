import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { cycleGroup, frame, winGroup } from "../../../../testing/screens/insight-answers.ts";
import { askCycle, type CycleGroup } from "../shared/durations.contract.ts";
import { askWinRate, listMetrics, type WinRateGroup } from "../shared/insight.contract.ts";
import { SummaryCards } from "./SummaryCards.tsx";

interface Found {
  readonly total?: WinRateGroup;
  readonly cycle?: CycleGroup;
  readonly mode?: "cohort" | "flow";
  readonly unit?: "calendar_days" | "working_days";
}
function open({
  total = winGroup(3, 1),
  cycle = cycleGroup("12.34", 5),
  mode = "flow",
  unit = "calendar_days",
}: Found) {
  answers(listMetrics, { data: [] });
  answers(askWinRate, { ...frame, total, groups: [] });
  const asked = answers(askCycle, { ...frame, unit, start: "first", outcomes: ["won"], groups: [cycle] });
  show(<SummaryCards query={{ object: "opportunity", pipeline: "p", mode }} unit={unit} />);
  return asked;
}
const value = async (name: string) => {
  const card = await screen.findByRole("region", { name });
  return card.querySelector("[data-part='insight-value']")?.textContent;
};

it("the share, the worth, the days and what is open", async () => {
  open({});
  await expect.poll(() => value("Win rate")).toBe("75.0%");
  expect(await value("Won value")).toBe("¥450K");
  await expect.poll(() => value("Sales cycle")).toBe("12.3 days");
  expect(await value("Open")).toBe("5");
});

it("nothing closed is no share and no worth, not nought", async () => {
  open({ total: winGroup(0, 0), cycle: cycleGroup(null, 0) });
  await expect.poll(() => screen.queryByText("0 deals")).toBeTruthy();
  expect([await value("Win rate"), await value("Won value"), await value("Sales cycle")]).toEqual([
    "—",
    "—",
    "—",
  ]);
  expect(screen.queryByRole("link", { name: "—" })).toBeNull();
});

it("days are of the unit that is chosen, and are asked for in it", async () => {
  const asked = open({ unit: "working_days" });
  await expect.poll(() => value("Sales cycle")).toBe("12.3 working days");
  expect(asked[0]?.body.unit).toBe("working_days");
});

it("of a cohort open records count in the median, once half are through", async () => {
  open({ mode: "cohort", cycle: cycleGroup("9", 2, { kaplan_meier_median: 21 }) });
  expect(await screen.findByText("Median including open deals: 21 days")).toBeTruthy();
});

it("before that it says so; of a flow there is none", async () => {
  open({ mode: "cohort" });
  expect(await screen.findByText("Median including open deals: not enough closed")).toBeTruthy();
});
