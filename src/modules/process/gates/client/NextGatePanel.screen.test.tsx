import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE, WANG_WEI } from "../../../../testing/screens/world.ts";
import { type ApprovalItem, listRecordApprovals } from "../../approvals/shared/approval.contract.ts";
import { listTransitions, type Transition } from "../shared/moves.contract.ts";
import { NextGatePanel } from "./NextGatePanel.tsx";
import { showDecision } from "./show-decision.ts";

const deal = { id: idNo(20), name: "Flow meters", stage: "needs", pipeline: PIPELINE };
const next: Transition = {
  to: "proposal",
  label: { "zh-CN": "报价", en: "Proposal" },
  type: "open",
  order: 4,
  allowed: true,
  unmet: [],
  layers: [],
};
const request: ApprovalItem = {
  id: idNo(30),
  status: "waiting",
  what: { en: "Move to Proposal" },
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
  may: { decide: true, withdraw: false },
  card: {
    record: deal,
    move: { from: "Needs", to: "Proposal", to_name: "proposal" },
    criteria: [{ id: "doc", kind: "document", title: "Terms are written", met: true, details: [] }],
    seen: "s",
  },
};
function open(requests: ApprovalItem[]) {
  answers(listRecordApprovals, { data: requests });
  answers(listTransitions, { data: [{ ...next, to: "needs", order: 3, current: true }, next] });
  for (const object of ["form", "role", "task"]) keeps(object, []);
  return show(
    <NextGatePanel object={objectInfo("opportunity")} record={deal} asOf={null} reload={() => undefined} />,
  );
}

it("who decides sees the card filled in the place of the one to be filled in", async () => {
  open([request]);
  expect(await screen.findByRole("button", { name: "Approve" })).toBeTruthy();
  expect(screen.getByText("Terms are written")).toBeTruthy();
  expect(screen.queryByRole("region", { name: "Next stage" })).toBeNull();
  expect(showDecision()).toBe(true);
  expect(document.activeElement?.getAttribute("aria-label")).toBe("Comment (required to reject)");
});

it("who asked sees whom it waits for", async () => {
  open([{ ...request, may: { decide: false, withdraw: true } }]);
  expect(await screen.findByRole("region", { name: "Next stage" })).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Approve" })).toBeNull();
  expect(showDecision()).toBe(false);
});
