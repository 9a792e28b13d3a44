import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { type ApprovalItem, listApprovals } from "../shared/approval.contract.ts";
import { ApprovalEventLine } from "./ApprovalEventLine.tsx";
import { ApprovalsButton } from "./ApprovalsButton.tsx";
import { ApprovalsToday } from "./ApprovalsToday.tsx";

const event = {
  event: "asked",
  request: idNo(30),
  what: { en: "Sign off" },
  to: "won",
  approver: { role: "finance", label: { en: "Finance" } },
  requester: "Wang Wei",
  reason: "The customer waits",
  comment: null,
  carried_out: false,
  supplied: null,
};
const entry = { at: "2026-11-28T02:00:00Z", actor: { id: WANG_WEI, name: "Wang Wei" }, event };
const line = async () => (await screen.findByRole("listitem")).textContent;

it("a request says by whom, for whom and why", async () => {
  show(<ApprovalEventLine entry={entry} />);
  expect(await line()).toMatch(/^Wang Wei\s*requested: Sign off · waiting for Finance.*The customer waits$/);
});

it.each([
  ["approved", "approved: Sign off"],
  ["refused", "rejected: Sign off"],
  ["withdrawn", "withdrew the request: Sign off"],
  ["returned", "approved, but it could not be done: Sign off"],
  ["void", "The request is void, the record has moved on: Sign off"],
])("%s: %s", async (name, words) => {
  show(<ApprovalEventLine entry={{ ...entry, event: { ...event, event: name, comment: "Because" } }} />);
  expect(await line()).toContain(words);
  expect(screen.getByText("Because")).toBeTruthy();
});

it("a consent with which the move was made stands in the line of the move; what is no event is none", async () => {
  show(
    <>
      <ApprovalEventLine entry={{ ...entry, event: { ...event, event: "approved", carried_out: true } }} />
      <ApprovalEventLine entry={{ ...entry, event: { ...event, event: "sneezed" } }} />
      <p>end</p>
    </>,
  );
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByRole("listitem")).toBeNull();
});

it("what nobody did, the program did", async () => {
  show(<ApprovalEventLine entry={{ ...entry, actor: null, event: { ...event, event: "void" } }} />);
  expect(await line()).not.toMatch(/^Wang Wei/);
});

const waiting = (number: number): ApprovalItem => ({
  id: idNo(number),
  status: "waiting",
  what: { en: `Request ${number}` },
  to: null,
  reason: null,
  subject: "Flow meters",
  regarding: null,
  requester: null,
  approver: { person: "Li Na" },
  asked_at: "2026-11-28T02:00:00Z",
  decided_at: null,
  decided_by: null,
  comment: null,
  reasons: [],
  may: { decide: false, withdraw: false },
});

it("the bar says how many wait, and is silent where none do", async () => {
  keeps("task", []);
  answers(listApprovals, { data: [waiting(31), waiting(32)] });
  show(<ApprovalsButton />);
  expect(await screen.findByRole("link", { name: "Waiting for me 2" })).toBeTruthy();
});

it("the home page shows three of them, and the way to all", async () => {
  answers(listApprovals, { data: [31, 32, 33, 34].map(waiting) });
  show(<ApprovalsToday />);
  expect(await screen.findByText("Request 33")).toBeTruthy();
  expect(screen.queryByText("Request 34")).toBeNull();
  expect(screen.getByRole("link", { name: "All approvals" }).getAttribute("href")).toBe("/approvals");
});

it("nothing waits: neither of them is there", async () => {
  answers(listApprovals, { data: [] });
  show(
    <>
      <ApprovalsButton />
      <ApprovalsToday />
      <p>end</p>
    </>,
  );
  expect(await screen.findByText("end")).toBeTruthy();
  expect(screen.queryByRole("link")).toBeNull();
  expect(screen.queryByText("Waiting for me")).toBeNull();
});
