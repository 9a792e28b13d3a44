import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import {
  type ApprovalCardData,
  type ApprovalItem,
  approveRequest,
  type CardCriterion,
  readApproval,
} from "../shared/approval.contract.ts";
import { ApprovalCard } from "./ApprovalCard.tsx";

const card = (...criteria: CardCriterion[]): ApprovalCardData => ({
  record: {
    id: idNo(20),
    name: "Flow meters",
    next_step: "Call",
    amount: { amount: "120000", currency: "CNY" },
  },
  move: { from: { en: "Negotiation", "zh-CN": "商务谈判" }, to: "Won", to_name: "won" },
  criteria,
  seen: "state-7",
});
const request = (more: Partial<ApprovalItem> = {}): ApprovalItem => ({
  id: idNo(30),
  status: "waiting",
  what: { en: "Move anyway…" },
  to: "won",
  reason: null,
  subject: "Flow meters",
  regarding: { object: "opportunity", id: idNo(20) },
  requester: { id: WANG_WEI, name: "Wang Wei" },
  approver: { role: "finance" },
  asked_at: "2026-11-28T02:00:00Z",
  decided_at: null,
  decided_by: null,
  comment: null,
  reasons: [],
  may: { decide: true, withdraw: false },
  ...more,
});
const open = (item: ApprovalItem, showing: Showing = {}) => show(<ApprovalCard item={item} />, showing);

it("each piece of evidence is shown as what it is, and none can be changed", async () => {
  const details: CardCriterion["details"] = [
    { type: "item", label: { en: "Budget" }, done: true },
    { type: "item", label: "Decision maker", done: false },
    { type: "answer", label: { en: "Who decides?" }, value: "The board" },
    { type: "file", id: idNo(40), name: "proposal.pdf" },
    { type: "field", field: "next_step" },
    { type: "field", field: "no_such_field" },
    { type: "signed", by: "Li Na", at: "2026-11-27T02:00:00Z" },
  ];
  open(
    request({
      card: card({ id: "k", kind: "checklist", title: { en: "All permissions" }, met: false, details }),
    }),
  );
  const list = within((await screen.findByText("All permissions")).closest("li") ?? document.body);
  const lines = within(list.getAllByRole("list")[0] ?? document.body).getAllByRole("listitem");
  expect(lines.map(({ textContent }) => textContent?.trim())).toEqual([
    "Budget",
    "Decision maker",
    "Who decides?The board",
    "proposal.pdf",
    expect.stringMatching(/^Signed off by Li Na · /),
  ]);
  expect(list.getByRole("link", { name: "proposal.pdf" }).getAttribute("href")).toContain(idNo(40));
  expect(list.queryByRole("checkbox")).toBeNull();
});

it("the consent that is asked for is no item of the card; what else is missing is counted in amber", async () => {
  const criteria: CardCriterion[] = [
    { id: "mine", kind: "approval", title: "Signed off by finance", met: false, details: [] },
    { id: "legal", kind: "approval", title: "Signed off by legal", met: false, details: [] },
    { id: "doc", kind: "document", title: "Proposal", met: true, details: [] },
  ];
  open(request({ need: "mine", card: card(...criteria) }));
  expect(await screen.findByText("Signed off by legal")).toBeTruthy();
  expect(screen.queryByText("Signed off by finance")).toBeNull();
  expect(screen.getByRole("img", { name: "1 of 2 met" })).toBeTruthy();
  expect(screen.getByText("1 still missing")).toBeTruthy();
});

it("a figure that stands above is not said again below", async () => {
  const details: CardCriterion["details"] = [
    { type: "field", field: "amount" },
    { type: "field", field: "requirement" },
  ];
  const filled = card({ id: "k", kind: "fields", title: "What we know", met: true, details });
  open(request({ card: { ...filled, record: { ...filled.record, requirement: "Two lines" } } }));
  expect(await screen.findByText("Two lines")).toBeTruthy();
  expect(screen.getAllByText(/120,000/)).toHaveLength(1);
});

it("what its reader may not see is said to be so", async () => {
  open(
    request({
      card: card({ id: "k", kind: "fields", title: "Margin", met: true, hidden: true, details: [] }),
    }),
  );
  expect(await screen.findByText("Content you don’t have access to")).toBeTruthy();
});

it("money stands first among the figures", async () => {
  open(request({ card: card() }));
  await screen.findByText("Negotiation");
  const [first] = [...document.querySelectorAll("dl > div")];
  expect(first?.textContent).toContain("120,000");
});

it("a card that a long list left out is read before anything is decided", async () => {
  answers(readApproval, { data: request({ card: card() }) });
  const given = answers(approveRequest, { data: request({ status: "approved" }) });
  const user = open(request());
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  await expect.poll(() => given.map(({ body }) => body)).toEqual([{ seen: "state-7" }]);
});

it("of a record out of sight one decides by its title, which leads nowhere", async () => {
  answers(readApproval, { data: request() });
  const given = answers(approveRequest, { data: request({ status: "approved" }) });
  const user = open(request());
  expect(await screen.findByText(/You can only see the title of this record/)).toBeTruthy();
  expect(screen.queryByRole("link", { name: "Flow meters" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Approve" }));
  await expect.poll(() => given.map(({ body }) => body)).toEqual([{ seen: "" }]);
});

it.each([
  [{ status: "approved", decided_by: "Li Na" }, "decided by Li Na"],
  [{ status: "refused", decided_by: "Li Na", comment: "No" }, "decided by Li Na: No"],
] as const)("what was decided says by whom: %o", async (more, words) => {
  open(request({ ...more, may: { decide: false, withdraw: false } }));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.queryByRole("button")).toBeNull();
});

it("what could not be carried out says each reason", async () => {
  const reasons = ["Amount is missing", "Contract is missing"].map((message) => ({ code: message, message }));
  open(request({ status: "returned", reasons, may: { decide: false, withdraw: false } }));
  expect(await screen.findByText("Amount is missing")).toBeTruthy();
  expect(screen.getByText("Contract is missing")).toBeTruthy();
});

it("a consent with which nothing could be done warns at once", async () => {
  const returned = request({ status: "returned", reasons: [{ code: "x", message: "Amount is missing" }] });
  answers(approveRequest, { data: returned });
  const user = open(request({ card: card() }));
  await user.click(await screen.findByRole("button", { name: "Approve" }));
  expect(await screen.findByText(/it was not carried out: Amount is missing/)).toBeTruthy();
});

it("waits for somebody else, who is called as people call the role", async () => {
  const approver = { role: "finance", label: { en: "Finance", "zh-CN": "财务" } };
  open(request({ approver, may: { decide: false, withdraw: false } }), { language: "zh-CN" });
  expect(await screen.findByText("等待 财务 审批")).toBeTruthy();
});
