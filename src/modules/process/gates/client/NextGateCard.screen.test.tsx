import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, keeps, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, Otherwise, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { type ApprovalItem, withdrawRequest } from "../../approvals/shared/approval.contract.ts";
import { listTransitions, moveRecord, saveProgress, type Transition } from "../shared/moves.contract.ts";
import { NextGateCard } from "./NextGateCard.tsx";

const deal = { id: idNo(20), name: "Flow meters", stage: "discovery", pipeline: PIPELINE, next_step: null };
const moved = { data: { ...deal, stage: "needs" }, abilities: { update: true, delete: true } };
const needsNextStep = {
  code: "required",
  criterion: "next",
  kind: "fields",
  field: "next_step",
  message: "Next step is missing",
  fix: { action: "fill" as const, fields: ["next_step"] },
};
const gateTo = (unmet: Transition["unmet"], type: Transition["type"] = "open"): Transition => ({
  to: "needs",
  label: { "zh-CN": "需求确认", en: "Needs confirmed" },
  type,
  order: 2,
  allowed: unmet.length === 0,
  unmet,
  layers: [{ layer: "information", state: unmet.length > 0 ? "open" : "met", asked: 1, open: unmet.length }],
});

interface Given {
  readonly gate: Transition;
  readonly waitsFor?: string;
  readonly mine?: ApprovalItem;
  readonly isLocked?: boolean;
  readonly showing?: Showing;
}
function open({ gate, waitsFor = "", mine, isLocked = false, showing }: Given) {
  answers(listTransitions, { data: [gate] });
  keeps("form", []);
  keeps("role", []);
  keeps("task", []);
  const card = (
    <NextGateCard
      object={objectInfo("opportunity")}
      record={deal}
      next={gate}
      waitsFor={waitsFor}
      mine={mine}
      isLocked={isLocked}
    />
  );
  return show(card, showing);
}
const card = () => screen.findByRole("region", { name: "Next stage" });

it("what is missing is filled in on the card, and one button sends it with the move", async () => {
  const moves = answers(moveRecord, moved);
  const user = open({ gate: gateTo([needsNextStep]) });
  await fill(user, await screen.findByLabelText("Next step"), "Visit on Thursday");
  await user.dblClick(within(await card()).getByRole("button", { name: /to complete|Move to/ }));
  await expect.poll(() => moves.length).toBe(1);
  expect(moves[0]?.body).toMatchObject({ to: "needs", values: { next_step: "Visit on Thursday" } });
});

it("with nothing missing the button says where it goes, and does not go by itself", async () => {
  const moves = answers(moveRecord, moved);
  const user = open({ gate: gateTo([]) });
  const button = await screen.findByRole("button", { name: /Needs confirmed/ });
  expect(moves).toHaveLength(0);
  await user.click(button);
  await expect.poll(() => moves.length).toBe(1);
});

it("pressed too early it says what is open and leads there, and nothing typed is lost", async () => {
  answers(moveRecord, refusal(422, "gate_shut", { errors: [needsNextStep] }));
  const user = open({ gate: gateTo([needsNextStep]) });
  const input = await screen.findByLabelText<HTMLInputElement>("Next step");
  await user.click(within(await card()).getByRole("button", { name: "1 to complete" }));
  await expect.poll(() => document.activeElement).toBe(input);
});

it("while somebody’s consent is awaited it names them, asks for nothing and sends nothing", async () => {
  open({ gate: gateTo([needsNextStep]), waitsFor: "Cao Zhengyang" });
  const button = await screen.findByRole<HTMLButtonElement>("button", { name: /Cao Zhengyang/ });
  expect(button.disabled).toBe(true);
  expect(screen.queryByLabelText("Next step")).toBeNull();
});

it("whoever asked takes it back there, once", async () => {
  const mine: ApprovalItem = {
    id: idNo(30),
    status: "waiting",
    what: { en: "Sign off" },
    to: "needs",
    reason: null,
    subject: "Flow meters",
    regarding: { object: "opportunity", id: deal.id },
    requester: { id: idNo(1), name: "Wang Wei" },
    approver: { person: "Cao Zhengyang" },
    asked_at: "2026-11-28T02:00:00Z",
    decided_at: null,
    decided_by: null,
    comment: null,
    reasons: [],
    may: { decide: false, withdraw: true },
  };
  const sent = answers(withdrawRequest, { data: { ...mine, status: "withdrawn" } });
  const user = open({ gate: gateTo([]), waitsFor: "Cao Zhengyang", mine });
  await user.dblClick(await screen.findByRole("button", { name: "Waiting for Cao Zhengyang · Withdraw" }));
  expect(await screen.findByText("Withdrawn")).toBeTruthy();
  expect(sent.map(({ params }) => params.id)).toEqual([mine.id]);
});

it("a move that came to wait leaves the card as it was", async () => {
  const moves = answers(moveRecord, new Otherwise(202, { id: idNo(30), approvals: [idNo(30)] }));
  const user = open({ gate: gateTo([]) });
  await user.click(await screen.findByRole("button", { name: /Needs confirmed/ }));
  await expect.poll(() => moves.length).toBe(1);
  expect(await card()).toBeTruthy();
});

it("what is locked shows what is asked and offers nothing", async () => {
  answers(saveProgress, moved);
  open({ gate: gateTo([needsNextStep]), isLocked: true });
  expect(await within(await card()).findByText("1 to complete")).toBeTruthy();
  expect(within(await card()).queryAllByRole("button")).toEqual([]);
});

it("a win is closed on its sheet, not by one press", async () => {
  const moves = answers(moveRecord, moved);
  const user = open({ gate: gateTo([], "won") });
  await user.click(await screen.findByRole("button", { name: "Close as won" }));
  expect(await screen.findByRole("dialog")).toBeTruthy();
  expect(moves).toHaveLength(0);
});
