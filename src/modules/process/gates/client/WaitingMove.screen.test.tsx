import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { address, keeps, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE, WANG_WEI } from "../../../../testing/screens/world.ts";
import {
  type ApprovalItem,
  listRecordApprovals,
  withdrawRequest,
} from "../../approvals/shared/approval.contract.ts";
import { listTransitions } from "../shared/moves.contract.ts";
import { WaitingMove } from "./WaitingMove.tsx";

const deal = {
  id: idNo(20),
  name: "Flow meters",
  stage: "needs",
  pipeline: PIPELINE,
  stage_entered_at: "2026-11-20T00:00:00Z",
};
const request = (more: Partial<ApprovalItem> = {}): ApprovalItem => ({
  id: idNo(30),
  status: "waiting",
  what: { en: "Sign off" },
  to: "proposal",
  reason: null,
  subject: "Flow meters",
  regarding: { object: "opportunity", id: deal.id },
  requester: { id: WANG_WEI, name: "Wang Wei" },
  approver: { role: "finance", label: { en: "Finance", "zh-CN": "财务" } },
  asked_at: "2026-11-28T02:00:00Z",
  decided_at: null,
  decided_by: null,
  comment: null,
  reasons: [],
  may: { decide: false, withdraw: false },
  ...more,
});
const decided = (more: Partial<ApprovalItem>): ApprovalItem =>
  request({
    status: "refused",
    decided_at: "2026-11-29T02:00:00Z",
    decided_by: "Li Na",
    comment: "Too cheap",
    ...more,
  });

const OTHER = idNo(21);
/** The panel of the deal, and one of another deal below it, for which a move always waits. */
function open(requests: readonly ApprovalItem[], showing: Showing = {}, role = "administrator") {
  answers(listRecordApprovals, { data: [...requests] }, { id: deal.id });
  answers(
    listRecordApprovals,
    { data: [request({ id: idNo(39), approver: { person: "Other" } })] },
    { id: OTHER },
  );
  const panel = (record: typeof deal) => (
    <WaitingMove
      object={objectInfo("opportunity", role)}
      record={record}
      asOf={null}
      reload={() => undefined}
    />
  );
  const both = (
    <>
      {panel(deal)}
      {panel({ ...deal, id: OTHER })}
    </>
  );
  return show(both, { role, ...showing });
}
/** The other deal's panel is there: what the first one has to say is said. */
const settled = () => screen.findByText("In approval · waiting for Other");

it("says once for whom it waits, however many requests there are", async () => {
  open([request(), request({ id: idNo(31) }), request({ id: idNo(32), approver: { person: "Zhao Min" } })]);
  expect(await screen.findByText("In approval · waiting for Finance, Zhao Min")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Withdraw" })).toBeNull();
});

it("who asked takes it back, once by a double click", async () => {
  const mine = request({ may: { decide: false, withdraw: true } });
  const sent = answers(withdrawRequest, { data: { ...mine, status: "withdrawn" } });
  const user = open([mine]);
  await user.dblClick(await screen.findByRole("button", { name: "Withdraw" }));
  expect(await screen.findByText("Withdrawn")).toBeTruthy();
  expect(sent).toHaveLength(1);
});

it("a withdrawal that comes too late says so", async () => {
  answers(withdrawRequest, refusal(409, "closed", { detail: "It was decided already" }));
  const user = open([request({ may: { decide: false, withdraw: true } })]);
  await user.click(await screen.findByRole("button", { name: "Withdraw" }));
  expect(await screen.findByText("It was decided already")).toBeTruthy();
});

it("who is asked is told by whom and why; away from the card it leads to all approvals", async () => {
  const user = open([request({ may: { decide: true, withdraw: false }, reason: "Signs on Friday" })]);
  expect(await screen.findByText("Wang Wei asks for your approval: Sign off")).toBeTruthy();
  expect(screen.getByText("Signs on Friday")).toBeTruthy();
  await settled();
  expect(screen.getAllByText(/In approval/)).toHaveLength(1);
  await user.click(screen.getByRole("button", { name: "Review and decide" }));
  await expect.poll(address).toBe("/approvals");
});

it("what was sent back says by whom and why, and can be submitted again", async () => {
  for (const object of ["role", "form", "task"]) keeps(object, []);
  answers(listTransitions, {
    data: [
      {
        to: "proposal",
        label: { en: "Proposal" },
        type: "open",
        order: 4,
        allowed: false,
        unmet: [
          {
            code: "approval_required",
            message: "Needs finance",
            criterion: "k",
            fix: { action: "ask_approval" },
          },
        ],
        layers: [],
      },
    ],
  });
  const user = open([decided({})]);
  expect(await screen.findByText("Li Na rejected this: Too cheap")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Submit again" }));
  expect(await screen.findByRole("dialog")).toBeTruthy();
});

it("what was consented to and could not be done says why", async () => {
  const reasons = [
    { code: "a", message: "Amount is missing" },
    { code: "b", message: "Contract is missing" },
  ];
  open([decided({ status: "returned", comment: null, reasons })]);
  expect(await screen.findByText(/Amount is missing; Contract is missing/)).toBeTruthy();
});

it("who only reads is not offered to submit it again", async () => {
  open([decided({})], {}, "read_only");
  expect(await screen.findByText(/rejected this/)).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Submit again" })).toBeNull();
});

it("what was decided before the record entered its stage is over, and so is what one took back oneself", async () => {
  open([request({ status: "withdrawn" }), decided({ decided_at: "2026-11-19T02:00:00Z" })]);
  await settled();
  expect(screen.queryByText(/rejected this|Finance/)).toBeNull();
});

it("of several only the newest answer counts", async () => {
  open([decided({ status: "approved", comment: null }), decided({ id: idNo(31) })]);
  await settled();
  expect(screen.queryByText(/rejected this/)).toBeNull();
});

it("who looks as someone else takes nothing back", async () => {
  const viewing = {
    kind: "user",
    by: { id: idNo(5), name: "Admin" },
    since: "2026-11-30T01:00:00Z",
  } as const;
  open([request({ may: { decide: false, withdraw: true } })], { me: { viewing } });
  expect(await screen.findByText("In approval · waiting for Finance")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Withdraw" })).toBeNull();
});
