import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fill, keeps, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, NO_NETWORK, Otherwise, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { listTransitions, moveRecord, type Transition } from "../shared/moves.contract.ts";
import { GateDialog } from "./GateDialog.tsx";

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
const gateTo = (unmet: Transition["unmet"]): Transition => ({
  to: "needs",
  label: { "zh-CN": "需求确认", en: "Needs confirmed" },
  type: "open",
  order: 2,
  allowed: unmet.length === 0,
  unmet,
  layers: [],
});

function open(unmet: Transition["unmet"], showing?: Showing) {
  answers(listTransitions, { data: [gateTo(unmet)] });
  keeps("form", []);
  keeps("role", []);
  const onDone = vi.fn();
  const dialog = <GateDialog object={objectInfo("opportunity")} record={deal} to="needs" onDone={onDone} />;
  return { user: show(dialog, showing), onDone };
}

it("an open gate is passed at once, with the stage that was seen", async () => {
  const moves = answers(moveRecord, moved);
  const { onDone } = open([]);
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("moved"));
  expect(moves.map(({ body }) => body)).toEqual([{ to: "needs", from: "discovery" }]);
  expect(screen.queryByRole("dialog")).toBeNull();
});

it("what is missing is asked for and sent along with the move", async () => {
  const moves = answers(moveRecord, moved);
  const { user, onDone } = open([needsNextStep]);
  await fill(user, await screen.findByLabelText("Next step"), "Visit on Thursday");
  await user.click(screen.getByRole("button", { name: "Complete and move" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("moved"));
  expect(moves[0]?.body.values).toEqual({ next_step: "Visit on Thursday" });
});

it("a double click moves once", async () => {
  const moves = answers(moveRecord, moved);
  const { user, onDone } = open([needsNextStep]);
  await user.dblClick(await screen.findByRole("button", { name: "Complete and move" }));
  await waitFor(() => expect(onDone).toHaveBeenCalled());
  expect(moves).toHaveLength(1);
});

it("a refused move keeps what was typed, says what is open, and puts the cursor there", async () => {
  answers(
    moveRecord,
    refusal(422, "gate_shut", { errors: [{ ...needsNextStep, code: "too_short", message: "Too short" }] }),
  );
  const { user, onDone } = open([needsNextStep]);
  await fill(user, await screen.findByLabelText("Next step"), "Call");
  await user.click(screen.getByRole("button", { name: "Complete and move" }));
  expect(await screen.findByText("Too short")).toBeTruthy();
  const input = screen.getByLabelText<HTMLInputElement>("Next step");
  expect(input.value).toBe("Call");
  expect(document.activeElement).toBe(input);
  expect(onDone).not.toHaveBeenCalled();
});

it("a move that waits for consents ends as waiting", async () => {
  answers(moveRecord, new Otherwise(202, { id: idNo(30), approvals: [idNo(30)] }));
  const { user, onDone } = open([needsNextStep]);
  await user.click(await screen.findByRole("button", { name: "Complete and move" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("waiting"));
});

it("a lost connection is told, and the second try is the same intention", async () => {
  let isOffline = true;
  const moves = answers(moveRecord, () => (isOffline ? NO_NETWORK : moved));
  const { user, onDone } = open([needsNextStep]);
  await user.click(await screen.findByRole("button", { name: "Complete and move" }));
  expect(await screen.findByText(/Can’t reach the server/)).toBeTruthy();
  isOffline = false;
  await user.click(screen.getByRole("button", { name: "Complete and move" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("moved"));
  const keys = moves.map(({ headers }) => headers.get("idempotency-key"));
  expect(keys).toHaveLength(2);
  expect(new Set(keys).size).toBe(1);
});

it("only who may override is offered it, and not without a reason", async () => {
  const { user } = open([needsNextStep]);
  await user.click(await screen.findByRole("button", { name: "Move anyway…" }));
  const over = screen.getByRole<HTMLButtonElement>("button", { name: "Move with exception" });
  expect(over.disabled).toBe(true);
  await fill(user, screen.getByLabelText("Reason for the exception"), "Agreed by phone");
  expect(over.disabled).toBe(false);
});

it("a person without the right is not offered to override", async () => {
  open([needsNextStep], { role: "seller" });
  const dialog = await screen.findByRole("dialog");
  await within(dialog).findByLabelText("Next step");
  expect(within(dialog).queryByRole("button", { name: "Move anyway…" })).toBeNull();
});

it("speaks Chinese to who reads Chinese", async () => {
  open([needsNextStep], { language: "zh-CN" });
  expect(await screen.findByText("推进到“需求确认”")).toBeTruthy();
  expect(screen.getByText("还差 1 项，补齐后可推进。")).toBeTruthy();
});
