import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { keeps, show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE, salesPipeline, WANG_WEI } from "../../../../testing/screens/world.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { type ApprovalItem, listRecordApprovals } from "../../approvals/shared/approval.contract.ts";
import { listVisits, type Visit } from "../../pipeline/shared/visits.contract.ts";
import {
  listRecordExceptions,
  listTransitions,
  type RunningException,
  type Transition,
} from "../shared/moves.contract.ts";
import { Advance } from "./Advance.tsx";
import { nextOf } from "./next-stage.ts";
import { StageBar } from "./StageBar.tsx";

const deal = { id: idNo(20), name: "Flow meters", stage: "needs", pipeline: PIPELINE };
const gates: readonly Transition[] = salesPipeline.stages.map(({ name, label, type, order }) => ({
  to: name,
  label,
  type,
  order,
  allowed: name !== "proposal",
  unmet: name === "proposal" ? [{ code: "required", message: "Fill in “Amount”", criterion: "k" }] : [],
  layers: [],
  ...(name === "needs" ? { current: true } : {}),
}));
const visit = (stage: string, more: Partial<Visit> = {}): Visit => ({
  pipeline: PIPELINE,
  pipeline_version: 1,
  stage,
  stage_type: "open",
  entered_at: "2026-11-02T00:00:00Z",
  left_at: "2026-11-09T00:00:00Z",
  entered_by: null,
  left_by: null,
  road: "form",
  imported: false,
  previous_stage: null,
  next_stage: null,
  reason: null,
  override: null,
  skipped: null,
  calendar_seconds: 7 * 86_400,
  working_days: 5,
  ...more,
});
interface Around {
  readonly visits?: Visit[];
  readonly exceptions?: RunningException[];
  readonly waiting?: ApprovalItem[];
  readonly asOf?: string;
  readonly record?: Values;
  readonly transitions?: readonly Transition[];
}
/** The way of the deal, and the button onwards above it, as the record page has them. */
function open({
  visits = [],
  exceptions = [],
  waiting = [],
  asOf,
  record = {},
  transitions = gates,
}: Around = {}) {
  for (const object of ["role", "form", "task"]) keeps(object, []);
  const asked = answers(listTransitions, { data: [...transitions] });
  answers(listVisits, { data: visits });
  answers(listRecordExceptions, { data: exceptions });
  answers(listRecordApprovals, { data: waiting });
  const panel = {
    object: objectInfo("opportunity"),
    record: { ...deal, ...record },
    asOf: asOf ?? null,
    reload: () => undefined,
  };
  const both = (
    <>
      <Advance {...panel} />
      <StageBar {...panel} />
    </>
  );
  return { user: show(both), asked };
}
const step = async (name: string) =>
  within(await screen.findByRole("list", { name: "Stages" })).getByRole<HTMLButtonElement>("button", {
    name: new RegExp(name),
  });

it("says where the record stands, what lies behind it and what is shut, and why", async () => {
  open();
  const [needs, discovery, proposal] = [await step("Needs"), await step("Discovery"), await step("Proposal")];
  expect(needs.getAttribute("aria-current")).toBe("step");
  expect(needs.disabled).toBe(true);
  expect([discovery.dataset["state"], proposal.dataset["state"]]).toEqual(["passed", "ahead"]);
  await expect.poll(() => proposal.getAttribute("aria-description")).toBe("Fill in “Amount”");
});

it("every stage it stood in says for how long; several stays are added", async () => {
  open({
    visits: [
      visit("discovery"),
      visit("needs", { working_days: 2 }),
      visit("discovery", { working_days: 1 }),
    ],
  });
  const discovery = await step("Discovery");
  await expect.poll(() => discovery.textContent).toContain("6 working days");
  expect(discovery.getAttribute("aria-description")).toContain(
    "2 visits, 6 working days in total (14 calendar days)",
  );
});

it("the present stay warns when it is unusual, an earlier one does not", async () => {
  const long = { working_days: 40, calendar_seconds: 56 * 86_400 };
  open({ visits: [visit("discovery", long), visit("needs", { ...long, left_at: null })] });
  const level = async (name: string) =>
    (await step(name)).querySelector<HTMLElement>("[data-level]")?.dataset["level"];
  await expect.poll(() => level("Needs")).toBe("red");
  expect(await level("Discovery")).toBe("fine");
});

it("one button leads onwards, to the next open stage", async () => {
  open();
  expect(await screen.findByRole("button", { name: /Move to “Solution/ })).toBeTruthy();
  expect(screen.queryByText(/to go before/)).toBeNull();
  expect(screen.getAllByRole("button", { name: /^Move to/ })).toHaveLength(1);
});

it("beside the button stands how much is missing for it, each criterion counted once", async () => {
  const one = { code: "required", message: "Fill in it", criterion: "k" };
  const unmet = [one, { ...one, field: "amount" }, { ...one, criterion: "m" }];
  const shut = gates.map((gate) =>
    gate.to === nextOf(gates)?.to ? { ...gate, unmet, allowed: false } : gate,
  );
  open({ transitions: shut });
  expect(await screen.findByText(/^2 to go before Solution/)).toBeTruthy();
});

it("the way ends with winning and losing, each by its gate", async () => {
  const { user } = open();
  await step("Needs");
  expect(screen.getByRole("button", { name: "Lost" })).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Won" }));
  expect(await screen.findByRole("dialog")).toBeTruthy();
});

it("what is closed says how and since when, and is not closed again", async () => {
  open({ record: { stage: "won", stage_entered_at: "2026-11-20T02:00:00Z" } });
  await step("Needs");
  const end = document.querySelector<HTMLElement>('[data-type][aria-current="step"]');
  expect(end?.textContent).toBe("Won2026-11-20");
  expect(screen.queryByRole("button", { name: /^(Won|Lost)$/ })).toBeNull();
});

it("in the past nothing is moved, and no gate is asked", async () => {
  const { asked } = open({ asOf: "2026-11-10" });
  expect((await step("Discovery")).disabled).toBe(true);
  expect(screen.queryByRole("button", { name: /^(Move to|Won$|Lost$)/ })).toBeNull();
  expect(screen.queryByRole("button", { name: "Change pipeline" })).toBeNull();
  expect(asked).toHaveLength(0);
});

it("while a move waits for a consent its stage is marked, and no other way is offered", async () => {
  const request: ApprovalItem = {
    id: idNo(30),
    status: "waiting",
    what: { en: "Sign off" },
    to: "proposal",
    reason: null,
    subject: "Flow meters",
    regarding: { object: "opportunity", id: deal.id },
    requester: { id: WANG_WEI, name: "Wang Wei" },
    approver: { role: "finance" },
    asked_at: "2026-11-28T02:00:00Z",
    decided_at: null,
    decided_by: null,
    comment: null,
    reasons: [],
    may: { decide: false, withdraw: false },
  };
  open({ waiting: [request] });
  const proposal = await step("Proposal");
  await expect.poll(() => proposal.dataset["waiting"]).toBe("true");
  expect(await screen.findByText("Waiting for finance")).toBeTruthy();
  expect(screen.queryByRole("button", { name: /^(Move to|Won$|Lost$)/ })).toBeNull();
});

it("what it was let past for a time says what is to be supplied, and by when", async () => {
  const one = (criterion: string, is_over: boolean): RunningException => ({
    criterion,
    missing: ["Amount", "Contract"],
    until: "2026-12-04",
    reason: "In a hurry",
    by: "Li Na",
    is_over,
  });
  open({ exceptions: [one("a", false), one("b", true)] });
  const list = within(await screen.findByRole("list", { name: "Exceptions to complete" }));
  expect(list.getAllByRole("listitem").map(({ textContent }) => textContent)).toEqual([
    "Exception until 2026-12-04Amount; Contract",
    "Exception ended 2026-12-04; please complete itAmount; Contract",
  ]);
  expect(list.getAllByTitle("Exception by Li Na: In a hurry")).toHaveLength(2);
});

it("what comes next is an open stage, else winning; out of a closed one nothing", () => {
  const at = (name: string) => gates.map((one) => ({ ...one, current: one.to === name }));
  expect([nextOf(at("discovery"))?.to, nextOf(at("negotiation"))?.to, nextOf(at("won"))?.to]).toEqual([
    "needs",
    "won",
    undefined,
  ]);
  const early = at("negotiation").map((one) => (one.to === "won" ? { ...one, order: 0 } : one));
  expect(nextOf(early)?.to).toBe("won");
});
