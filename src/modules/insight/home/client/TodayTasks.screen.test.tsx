import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { addDays } from "../../../../shared/time/dates.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { idNo, objectInfo } from "../../../../testing/screens/world.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import { ClosingDeals, StillDeals } from "./DealList.tsx";
import { TodayTasks } from "./TodayTasks.tsx";

const mine = { whose: "mine", filter: "owner == me()" } as const;
const task = (number: number, more: Values): Values => ({
  id: idNo(number),
  version: 1,
  subject: `Task ${number}`,
  status: "open",
  ...more,
});
const line = async (text: string) => (await screen.findByText(text)).closest("li")?.textContent;

it("a task says when it was due, today's that it is today's, one without a day nothing", async () => {
  const today = todayText();
  const asked = keeps("task", [
    task(1, { due_date: addDays(today, -1) }),
    task(2, { due_date: addDays(today, -8) }),
    task(3, { due_date: today }),
    task(4, { due_date: null }),
  ]);
  show(<TodayTasks object={objectInfo("task")} scope={mine} />);
  expect(await line("Task 1")).toContain("1 day overdue");
  expect(await line("Task 2")).toContain("8 days overdue");
  expect(await line("Task 3")).toContain("Today");
  expect(await line("Task 4")).toBe("Task 4");
  expect(asked[0]?.query.filter).toBe(
    `(owner == me()) && (status == "open" && (due_date == null || due_date <= today()))`,
  );
});

it("nothing due is good news, with the way to a new one", async () => {
  keeps("task", []);
  show(<TodayTasks object={objectInfo("task")} scope={mine} />);
  expect(await screen.findByText("Nothing due today")).toBeTruthy();
  expect(screen.getByRole("link", { name: "New task" })).toBeTruthy();
});

const deal = (number: number, more: Values): Values => ({
  id: idNo(number),
  name: `Deal ${number}`,
  stage: "needs",
  stage_entered_at: "2026-11-20T00:00:00Z",
  ...more,
});

it("a deal that should have closed by now is marked, one of this month is not", async () => {
  const asked = keeps("opportunity", [
    deal(1, { close_date: addDays(todayText(), -2) }),
    deal(2, { close_date: addDays(todayText(), 2) }),
  ]);
  show(<ClosingDeals object={objectInfo("opportunity")} scope={mine} />);
  const late = async (text: string) =>
    (await screen.findByText(text)).closest("li")?.querySelector(".due-late") !== null;
  expect([await late("Deal 1"), await late("Deal 2")]).toEqual([true, false]);
  expect(asked[0]?.query).toMatchObject({ sort: "close_date", limit: "6" });
  expect(asked[0]?.query.filter).toContain("close_date <= date(");
});

it("nothing to close is said", async () => {
  keeps("opportunity", []);
  show(<ClosingDeals object={objectInfo("opportunity")} scope={mine} />);
  expect(await screen.findByText("Nothing is due to close this month")).toBeTruthy();
});

it("what stands still is listed by how long, with the way to all of the same people", async () => {
  const asked = keeps("opportunity", [deal(1, {})]);
  show(<StillDeals object={objectInfo("opportunity")} scope={mine} />);
  expect(await screen.findByText("Deal 1")).toBeTruthy();
  const all = screen.getByRole("link", { name: "All stalled deals" }).getAttribute("href") ?? "";
  expect(decodeURIComponent(all)).toBe("/records/opportunity?scene=stalled&filter=owner == me()");
  expect(asked[0]?.query).toMatchObject({ sort: "stage_entered_at", limit: "8" });
});

it("of everybody the list needs no condition", async () => {
  keeps("opportunity", []);
  show(<StillDeals object={objectInfo("opportunity")} scope={{ whose: "all", filter: "" }} />);
  expect(await screen.findByText("Nothing stands still")).toBeTruthy();
  expect(screen.getByRole("link", { name: "All stalled deals" }).getAttribute("href")).toBe(
    "/records/opportunity?scene=stalled",
  );
});
