import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import { listApprovals } from "../../../process/approvals/shared/approval.contract.ts";
import { readHomeDeals } from "../shared/home.contract.ts";
import { figure, homeDeals } from "../../../../testing/screens/home-deals.ts";
// Here already: what a page waits for is its answers, not its files.
import "../../../process/approvals/client/ApprovalsToday.tsx";
import "./DealList.tsx";
import "./DealsByStage.tsx";
import "./MoneyStrip.tsx";
import "./day/Day.tsx";

const today = dayIn("Asia/Shanghai", new Date().toISOString());
const task = { id: idNo(81), version: 1, subject: "Send the quote", status: "open", due_date: today };

function open(showing: Showing = {}) {
  keeps("task", [task]);
  keeps("opportunity", []);
  keeps("activity", []);
  answers(listApprovals, { data: [] });
  homeDeals({ stages: [{ pipeline: null, stage: "discovery", ...figure(3, "450000") }] });
  return showPage("/", showing);
}

it("is shown at once, when all of it is there", async () => {
  let answer: (value: { data: [] }) => void = () => undefined;
  keeps("task", [task]);
  keeps("opportunity", []);
  keeps("activity", []);
  homeDeals();
  answers(listApprovals, () => new Promise<{ data: [] }>((resolve) => (answer = resolve)));
  showPage("/", { me: { preferences: { home_scope: "mine" } } });
  expect(await screen.findByText(/^Good /)).toBeTruthy();
  const day = await screen.findByRole("region", { name: "Today" });
  // The tests see what is not displayed, too.
  const isSeen = () => day.closest('[style*="display: none"]') === null;
  expect([isSeen(), screen.getAllByRole("status", { name: "Loading…" }).length > 0]).toEqual([false, true]);
  answer({ data: [] });
  await expect.poll(isSeen).toBe(true);
  expect(screen.queryByRole("status", { name: "Loading…" })).toBeNull();
});

it("what is on the table leads to its records, by stage", async () => {
  open();
  const bar = await screen.findByRole("link", { name: /Discovery/ });
  expect(bar.textContent).toContain("3");
  expect(decodeURIComponent(bar.getAttribute("href") ?? "")).toContain('stage+==+"discovery"');
});

it("a part that failed leaves the rest of the page", async () => {
  open();
  answers(readHomeDeals, refusal(500, "internal"));
  expect((await screen.findAllByText("Send the quote")).length).toBeGreaterThan(0);
  expect((await screen.findAllByRole("button", { name: "Try again" })).length).toBeGreaterThan(0);
});
