import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { fill, keeps, show, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo, PIPELINE } from "../../../../testing/screens/world.ts";
import { todayText } from "../../../../ui/kit/time-text.ts";
import {
  listTransitions,
  moveRecord,
  saveProgress,
  type Transition,
  undoMove,
} from "../shared/moves.contract.ts";
import { GateDialog } from "./GateDialog.tsx";

const deal = {
  id: idNo(20),
  name: "Flow meters",
  stage: "needs",
  pipeline: PIPELINE,
  close_date: "2026-12-24",
  amount: null,
};
const moved = { data: { ...deal, stage: "won", version: 4 }, abilities: { update: true, delete: true } };
const gateTo = (to: string, type: Transition["type"], unmet: Transition["unmet"] = []): Transition => ({
  to,
  label: { en: to === "won" ? "Won" : "Proposal" },
  type,
  order: 9,
  allowed: unmet.length === 0,
  unmet,
  layers: [],
});
interface Around {
  readonly unmet?: Transition["unmet"];
  readonly tasks?: number;
  readonly to?: string;
  /** What day it is for the server. */
  readonly today?: string;
}
const facts = {
  facts: {},
  evidence: {},
  hidden: [],
  passed: [],
  stood: {},
  owed: [],
  mover: { roles: [], canReopen: false },
  entered_on: null,
  entered_at: null,
};
function open({ unmet = [], tasks = 0, to = "won", today }: Around = {}, showing?: Showing) {
  const data = [gateTo(to, to === "won" ? "won" : "open", unmet)];
  answers(listTransitions, today ? { data, judged_by: { ...facts, today } } : { data });
  for (const object of ["role", "form"]) keeps(object, []);
  keeps(
    "task",
    Array.from({ length: tasks }, (_, at) => ({ id: idNo(80 + at), subject: "Call", status: "open" })),
  );
  const onDone = vi.fn();
  const dialog = <GateDialog object={objectInfo("opportunity")} record={deal} to={to} onDone={onDone} />;
  return { user: show(dialog, showing), onDone };
}

it("winning asks for the day and the amount even where nothing is missing: today, unless told", async () => {
  const moves = answers(moveRecord, moved);
  const { user, onDone } = open();
  await user.dblClick(await screen.findByRole("button", { name: "Mark as won" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("moved"));
  expect(moves.map(({ body }) => body)).toEqual([
    { to: "won", from: "needs", values: { close_date: todayText() } },
  ]);
  expect(await screen.findByText("Won – congratulations! Flow meters")).toBeTruthy();
});

it("today is the company's, wherever one looks from", async () => {
  open({ today: "2031-01-01" });
  await waitFor(() =>
    expect(screen.getByLabelText<HTMLInputElement>("Signing date").value).toContain("2031-01-01"),
  );
});

it("open tasks are finished with it, or kept where that is chosen; a note goes along", async () => {
  const moves = answers(moveRecord, moved);
  const { user } = open({ tasks: 2 });
  expect(await screen.findByText("2 open tasks")).toBeTruthy();
  await fill(user, screen.getByLabelText("Note"), " Signed at their office ");
  await user.click(screen.getByRole("button", { name: "Mark as won" }));
  await waitFor(() => expect(moves).toHaveLength(1));
  expect(moves[0]?.body).toMatchObject({ open_tasks: "finish", note: "Signed at their office" });
});

it("kept tasks stay open", async () => {
  const moves = answers(moveRecord, moved);
  const { user } = open({ tasks: 1 });
  await user.click(await screen.findByRole("radio", { name: "Keep them" }));
  await user.click(screen.getByRole("button", { name: "Mark as won" }));
  await waitFor(() => expect(moves).toHaveLength(1));
  expect(moves[0]?.body).not.toHaveProperty("open_tasks");
});

it("a win by mistake is undone as a whole, by whoever has won it", async () => {
  answers(moveRecord, moved);
  const undone = answers(undoMove, { ...moved, data: { ...deal, version: 5 } });
  const { user } = open({}, { role: "seller" });
  await user.click(await screen.findByRole("button", { name: "Mark as won" }));
  await user.dblClick(await screen.findByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Undone; the record is back in its previous stage")).toBeTruthy();
  expect(undone.map(({ params, body }) => [params.id, body])).toEqual([[deal.id, { version: 4 }]]);
  expect(screen.queryByText(/congratulations/)).toBeNull();
});

it("a move says where the record stands and can be undone; why it cannot is told", async () => {
  answers(moveRecord, { ...moved, data: { ...moved.data, stage: "proposal" } });
  answers(undoMove, refusal(409, "changed_since", { detail: "Changed since the move (Stage)" }));
  const { user, onDone } = open({ to: "proposal" });
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("moved"));
  expect(await screen.findByText("Moved to “Proposal”")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Undo" }));
  expect(await screen.findByText("Changed since the move (Stage)")).toBeTruthy();
  expect(screen.queryByText("Moved to “Proposal”")).toBeNull();
});

const list = {
  code: "checklist_open",
  criterion: "k",
  kind: "checklist",
  message: "Not finished",
  fix: {
    action: "tick" as const,
    items: [
      { id: "x", label: { en: "Budget" } },
      { id: "y", label: { en: "Decision maker" } },
    ],
  },
};
it("ticks can be kept ahead of the move, and not before there are any", async () => {
  const kept = answers(saveProgress, { data: deal, abilities: { update: true, delete: true } });
  const { user, onDone } = open({ unmet: [list], to: "proposal" });
  const box = await screen.findByRole("checkbox", { name: "Budget" });
  expect(screen.queryByRole("button", { name: "Save only" })).toBeNull();
  await user.click(box);
  await user.click(screen.getByRole("button", { name: "Save only" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("cancelled"));
  expect(kept.map(({ body }) => body)).toEqual([{ meet: [{ criterion: "k", value: { x: true } }] }]);
});

it("an override is sent with its reason, and without what it passes", async () => {
  const moves = answers(moveRecord, moved);
  const { user, onDone } = open({ unmet: [list], to: "proposal" });
  await user.click(await screen.findByRole("button", { name: "Move anyway…" }));
  await fill(user, screen.getByLabelText("Reason for the exception"), " Agreed by phone ");
  await user.dblClick(screen.getByRole("button", { name: "Move with exception" }));
  await waitFor(() => expect(onDone).toHaveBeenCalledWith("moved"));
  expect(moves.map(({ body }) => body)).toEqual([
    { to: "proposal", from: "needs", override: { reason: "Agreed by phone" } },
  ]);
  // It stays on record: there is no way back from it but a move.
  expect(await screen.findByText("Moved to “Proposal”")).toBeTruthy();
  expect(screen.queryByRole("button", { name: "Undo" })).toBeNull();
});

it("a refusal that is none of the gate's is told, and the dialog stays", async () => {
  answers(moveRecord, refusal(409, "moved_since", { detail: "It was moved meanwhile" }));
  const { user, onDone } = open({ unmet: [list], to: "proposal" });
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(await dialog.findByRole("button", { name: "Complete and move" }));
  expect(await screen.findByText("It was moved meanwhile")).toBeTruthy();
  expect(onDone).not.toHaveBeenCalled();
});
