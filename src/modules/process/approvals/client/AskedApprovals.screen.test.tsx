import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { showPage } from "../../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA } from "../../../../testing/screens/world.ts";
import { type ApprovalItem, listApprovals, withdrawRequest } from "../shared/approval.contract.ts";

const mine: ApprovalItem = {
  id: idNo(30),
  status: "waiting",
  what: { en: "Reopen" },
  to: "needs",
  reason: "The order was cancelled",
  subject: "Flow meters",
  regarding: null,
  requester: { id: LI_NA, name: "Li Na" },
  approver: { person: "Zhao Min" },
  asked_at: "2026-11-28T02:00:00Z",
  decided_at: null,
  decided_by: null,
  comment: null,
  reasons: [],
  may: { decide: false, withdraw: true },
};

it("what one has asked for stands in a box of its own, and is asked for only there", async () => {
  const asked = answers(listApprovals, ({ query }) => ({ data: query.box === "asked" ? [mine] : [] }));
  const user = showPage("/approvals");
  expect(await screen.findByText("Nothing is waiting for you")).toBeTruthy();
  await user.click(screen.getByRole("tab", { name: "My requests" }));
  expect(await screen.findByText("The order was cancelled")).toBeTruthy();
  expect(new Set(asked.map(({ query }) => query.box))).toEqual(new Set(["decide", "asked"]));
});

it("a request is taken back, once by a double click, and the box is read again", async () => {
  const withdrawn: ApprovalItem = { ...mine, status: "withdrawn", may: { decide: false, withdraw: false } };
  let isBack = false;
  answers(listApprovals, ({ query }) => ({ data: query.box === "asked" ? [isBack ? withdrawn : mine] : [] }));
  const sent = answers(withdrawRequest, () => {
    isBack = true;
    return { data: withdrawn };
  });
  const user = showPage("/approvals");
  await user.click(await screen.findByRole("tab", { name: "My requests" }));
  await user.dblClick(await screen.findByRole("button", { name: "Withdraw" }));
  await expect.poll(() => screen.queryByRole("button", { name: "Withdraw" })).toBeNull();
  expect(sent.map(({ params }) => params.id)).toEqual([mine.id]);
});

it("nothing asked yet is said; a list that cannot be read is told", async () => {
  answers(listApprovals, inTurn(refusal(500, "internal"), { data: [] }));
  const user = showPage("/approvals");
  await user.click(await screen.findByRole("button", { name: "Try again" }));
  await user.click(await screen.findByRole("tab", { name: "My requests" }));
  expect(await screen.findByText("You have not made any requests")).toBeTruthy();
});
