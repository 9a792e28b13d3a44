import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords, changeRecord } from "../../../shared/wire/records.contract.ts";
import { keeps, show, showPage } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { RecordListPage } from "./RecordListPage.tsx";

const task = { id: idNo(60), version: 1, subject: "Call Li Na", status: "open", due_date: "2026-11-01" };
const groups = { groups: [{ key: { due_date: "overdue" }, values: [1] }] };
const done = { data: { ...task, status: "done" }, abilities: { update: true, delete: true } };

function world(record = task) {
  keeps("view", []);
  keeps("task", [record]);
  answers(aggregateRecords, groups);
  return answers(changeRecord, done);
}

it("a task is done by one press in its row, and open again by another", async () => {
  const sent = world();
  const user = showPage("/records/task");
  await user.click(await screen.findByRole("button", { name: "Done: Call Li Na" }));
  await user.click(await screen.findByRole("button", { name: "Undo" }));
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([
      { status: "done", base: { status: "open" } },
      { status: "open", base: { status: "done" } },
    ]);
});

it("on a phone the press does not open the card", async () => {
  const sent = world();
  const user = show(<RecordListPage object={objectInfo("task")} />, { width: 390, path: "/records/task" });
  await user.click(await screen.findByRole("button", { name: "Done: Call Li Na" }));
  await expect.poll(() => sent.length).toBe(1);
});

it("what is done, and what is past, has nothing to press", async () => {
  world({ ...task, status: "done" });
  showPage("/records/task");
  await screen.findByText("Call Li Na");
  expect(screen.queryByRole("button", { name: "Done: Call Li Na" })).toBeNull();
});
