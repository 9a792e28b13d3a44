import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords, changeRecord } from "../../../../shared/wire/records.contract.ts";
import { keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { listApprovals } from "../../../process/approvals/shared/approval.contract.ts";

const task = { id: idNo(81), version: 1, subject: "Send the quote", status: "open", due_date: "2026-01-05" };
const abilities = { update: true, delete: true };

function open(showing: Showing = {}) {
  keeps("task", [task]);
  keeps("opportunity", []);
  answers(listApprovals, { data: [] });
  answers(aggregateRecords, { groups: [{ key: { stage: "discovery" }, values: [3, "450000"] }] });
  return showPage("/", showing);
}
const tick = () => screen.findByRole("button", { name: "Done: Send the quote" });

it("ticking a task is doing it", async () => {
  const sent = answers(changeRecord, { data: { ...task, status: "done" }, abilities });
  const user = open();
  await user.click(await tick());
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([{ status: "done", base: { status: "open" } }]);
  expect(screen.queryByText("Send the quote")).toBeNull();
});

it("a refused tick is told, and the task is back", async () => {
  answers(changeRecord, refusal(403, "forbidden", { detail: "It is not your task" }));
  const user = open();
  await user.click(await tick());
  expect(await screen.findByText("It is not your task")).toBeTruthy();
  expect(await tick()).toBeTruthy();
});

it("who only reads ticks nothing", async () => {
  open({ role: "read_only" });
  expect((await screen.findByRole<HTMLButtonElement>("button", { name: /Send the quote/ })).disabled).toBe(
    true,
  );
});

it("what is on the table leads to its records, by stage", async () => {
  open();
  const bar = await screen.findByRole("link", { name: /Discovery/ });
  expect(bar.textContent).toContain("3");
  expect(decodeURIComponent(bar.getAttribute("href") ?? "")).toContain('stage == "discovery"');
});

it("a part that failed leaves the rest of the page", async () => {
  open();
  answers(aggregateRecords, refusal(500, "internal"));
  expect(await screen.findByText("Send the quote")).toBeTruthy();
  expect(await screen.findByRole("button", { name: "Try again" })).toBeTruthy();
});
