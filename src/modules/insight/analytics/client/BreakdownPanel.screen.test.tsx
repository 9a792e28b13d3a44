import { screen } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { show } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { LI_NA, objectInfo } from "../../../../testing/screens/world.ts";
import { askCycle } from "../shared/durations.contract.ts";
import { askWinRate, listMetrics } from "../shared/insight.contract.ts";
import { BreakdownPanel } from "./BreakdownPanel.tsx";
import { cycleGroup, frame, winGroup } from "../../../../testing/screens/insight-answers.ts";
import type { Grouping, InsightState } from "./insight-state.ts";

const STATE: InsightState = {
  pipeline: "p",
  period: "year",
  from: "2026-01-01",
  to: "2026-12-31",
  mode: "flow",
  department: "",
  owner: "",
  product: "",
  source: "",
  asOf: "",
  by: "owner",
  unit: "calendar_days",
};
const owner = { key: { owner: LI_NA }, titles: { owner: "Li Na" } };
const wins = {
  ...frame,
  total: winGroup(3, 1),
  groups: [winGroup(1, 1, owner), winGroup(2, 0, { key: { owner: null } })],
};
const timed = (groups = [cycleGroup("12.34", 5, owner)]) => ({
  ...frame,
  unit: "calendar_days" as const,
  start: "first",
  outcomes: ["won"],
  groups,
});
function open(by: Grouping = "owner") {
  answers(listMetrics, { data: [] });
  const change = vi.fn();
  const panel = (
    <BreakdownPanel
      object={objectInfo("opportunity")}
      query={{ object: "opportunity", pipeline: "p", mode: "flow" }}
      state={{ ...STATE, by }}
      change={change}
    />
  );
  return { user: show(panel), change };
}
const rows = async () =>
  (await screen.findAllByRole("row"))
    .slice(1)
    .map((row) => [...row.children].map((cell) => cell.textContent));

it("one line for each group, those without one too, and the whole below", async () => {
  answers(askWinRate, wins);
  answers(askCycle, ({ body }) => (body.group_by ? timed() : timed([cycleGroup("9", 8)])));
  open();
  const lines = await rows();
  expect(lines.map(([name, won, lost, rate]) => [name, won, lost, rate])).toEqual([
    ["Li Na", "1", "1", "50.0%"],
    ["(not set)", "2", "0", "100.0%"],
    ["Total", "3", "1", "75.0%"],
  ]);
  expect([lines[0]?.[5], lines[1]?.[5]]).toEqual(["12.3", "—"]);
});

it("a name narrows the page to it and looks along what comes next", async () => {
  answers(askWinRate, wins);
  answers(askCycle, timed());
  const { user, change } = open();
  await user.click(await screen.findByRole("button", { name: "Li Na" }));
  expect(change).toHaveBeenCalledWith({ by: "product", owner: LI_NA });
});

it("months are asked for as months, of when it was closed in a flow", async () => {
  const asked = answers(askWinRate, { ...wins, groups: [] });
  answers(askCycle, timed([]));
  open("month");
  expect(await screen.findByText("No records in this period")).toBeTruthy();
  expect(asked[0]?.body.group_by).toEqual([{ field: "stage_entered_at", bucket: "month" }]);
});

it("whichever of the figures failed, trying again asks for it", async () => {
  answers(askWinRate, wins);
  let failures = 1;
  answers(askCycle, ({ body }) => (body.group_by && failures-- > 0 ? refusal(500, "internal") : timed()));
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: "Li Na" })).toBeTruthy();
});

it("a failure of the shares is told, too", async () => {
  answers(askWinRate, inTurn(refusal(403, "hidden_stage"), wins));
  answers(askCycle, timed());
  const { user } = open();
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  expect(await screen.findByRole("button", { name: "Li Na" })).toBeTruthy();
});
