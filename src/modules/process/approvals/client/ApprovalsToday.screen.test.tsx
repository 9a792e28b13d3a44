import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { type ApprovalItem, listApprovals } from "../shared/approval.contract.ts";
import { ApprovalsButton } from "./ApprovalsButton.tsx";
import { ApprovalsToday } from "./ApprovalsToday.tsx";

const waiting = (number: number): ApprovalItem => ({
  id: idNo(number),
  status: "waiting",
  what: { en: `Request ID ${number}` },
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
  expect(await screen.findByText("Request ID 33")).toBeTruthy();
  expect(screen.queryByText("Request ID 34")).toBeNull();
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
