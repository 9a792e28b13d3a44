import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { addDays } from "../../../../shared/time/dates.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { idNo, objectInfo } from "../../../../testing/screens/world.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
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
