import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import {
  type ApprovalItem,
  approveRequest,
  listApprovals,
  refuseRequest,
} from "../shared/approval.contract.ts";

const request: ApprovalItem = {
  id: idNo(30),
  status: "waiting",
  what: { "zh-CN": "特批进入", en: "Move anyway…" },
  to: "won",
  reason: "The customer signs on Friday",
  subject: "Flow meters",
  regarding: { object: "opportunity", id: idNo(20) },
  requester: { id: WANG_WEI, name: "Wang Wei" },
  approver: { role: "sales_director" },
  asked_at: "2026-11-28T02:00:00Z",
  decided_at: null,
  decided_by: null,
  comment: null,
  reasons: [],
  may: { decide: true, withdraw: false },
  card: {
    record: { id: idNo(20), name: "Flow meters", amount: { amount: "120000", currency: "CNY" } },
    move: { from: "Negotiation", to: "Won", to_name: "won" },
    criteria: [
      { id: "contract", kind: "document", title: "Contract uploaded", met: true, details: [] },
      { id: "legal", kind: "approval", title: "Signed off by legal", met: false, details: [] },
    ],
    seen: "state-7",
  },
};
const reject = () => screen.findByRole<HTMLButtonElement>("button", { name: "Reject" });
const comment = () => screen.getByLabelText("Comment (required to reject)");

it("shows what is signed: the move, each criterion and whether it is met", async () => {
  answers(listApprovals, { data: [request] });
  showPage("/approvals");
  expect(await screen.findByText("The customer signs on Friday")).toBeTruthy();
  const items = screen.getAllByRole("listitem").map((item) => item.textContent);
  expect(items).toContain("Contract uploaded");
  expect(screen.getByLabelText("Not met").closest("li")?.textContent).toBe("Signed off by legal");
});

it("a consent says which state was seen, and is sent once by a double click", async () => {
  answers(listApprovals, { data: [request] });
  const given = answers(approveRequest, { data: { ...request, status: "approved" } });
  const user = showPage("/approvals");
  await user.dblClick(await screen.findByRole("button", { name: "Approve" }));
  expect(await screen.findByText("Approved")).toBeTruthy();
  expect(given.map(({ body }) => body)).toEqual([{ seen: "state-7" }]);
});

it("nobody is rejected without a word", async () => {
  answers(listApprovals, { data: [request] });
  const given = answers(refuseRequest, { data: { ...request, status: "refused" } });
  const user = showPage("/approvals");
  expect((await reject()).disabled).toBe(true);
  await fill(user, comment(), "   ");
  expect((await reject()).disabled).toBe(true);
  await fill(user, comment(), "Price is too low");
  await user.click(await reject());
  expect(await screen.findByText("Rejected")).toBeTruthy();
  expect(given[0]?.body.comment).toBe("Price is too low");
});

it("what has changed since is shown, nothing is signed, and the comment stays", async () => {
  answers(listApprovals, { data: [request] });
  const errors = [{ code: "changed", message: "Wang Wei changed the amount" }];
  answers(approveRequest, refusal(409, "changed_since", { errors }));
  const user = showPage("/approvals");
  await screen.findByRole("button", { name: "Approve" });
  await fill(user, comment(), "Fine with me");
  await user.click(screen.getByRole("button", { name: "Approve" }));
  expect((await screen.findByRole("alert")).textContent).toContain("Wang Wei changed the amount");
  expect(screen.getByDisplayValue("Fine with me")).toBeTruthy();
});

it("who may not decide reads whom it waits for and has no buttons", async () => {
  answers(listApprovals, {
    data: [{ ...request, may: { decide: false, withdraw: false }, approver: { person: "Zhao Min" } }],
  });
  showPage("/approvals", { role: "seller" });
  expect(await screen.findByText("waiting for Zhao Min")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
});

it("who looks as someone else decides nothing", async () => {
  answers(listApprovals, { data: [request] });
  const viewing = {
    kind: "user",
    by: { id: idNo(5), name: "Admin" },
    since: "2026-11-30T01:00:00Z",
  } as const;
  showPage("/approvals", { me: { viewing } });
  await screen.findByText("The customer signs on Friday");
  expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
});

it("an empty inbox says so in both languages", async () => {
  answers(listApprovals, { data: [] });
  showPage("/approvals", { language: "zh-CN" });
  expect(await screen.findByText("没有待审批的申请")).toBeTruthy();
});
