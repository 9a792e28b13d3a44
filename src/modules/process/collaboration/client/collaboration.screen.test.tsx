import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { choose, fill, show } from "../../../../testing/screens/show.tsx";
import { answers } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { useObjects } from "../../../../ui/data/objects.ts";
import {
  answerHanded,
  commentHanded,
  type HandedTaskDetail,
  handOver,
  listCollaborators,
  listHanded,
  readHanded,
  takeBack,
} from "../shared/collaboration.contract.ts";
import { CollaboratorPage } from "./CollaboratorPage.tsx";
import { HandOverDialog } from "./HandOverDialog.tsx";
import { TakeBackDialog } from "./TakeBackDialog.tsx";

const task = {
  id: idNo(70),
  subject: "Check the contract",
  status: "open",
  due_date: "2026-12-10",
  from: "Liang Hongxia",
  handed_at: "2026-11-29T02:00:00Z",
};
const detail: HandedTaskDetail = {
  task,
  description: "Clause 7",
  result: null,
  facts: [{ label: "Amount", value: "¥480,000.00", strong: true }],
  comments: [
    { id: idNo(71), by: "Liang Hongxia", mine: false, at: "2026-11-29T03:00:00Z", text: "By Friday?" },
  ],
};

it("a collaborator opens a task, keeps a result for now, comments and gives it back", async () => {
  answers(listHanded, { data: [task] });
  answers(readHanded, { data: detail });
  const results = answers(answerHanded, { data: detail });
  const comments = answers(commentHanded, { data: detail });
  const user = show(<CollaboratorPage />, { me: { collaborator: true } });
  await user.click(await screen.findByRole("button", { name: /Check the contract/ }));
  expect(await screen.findByText("¥480,000.00")).toBeTruthy();
  expect(screen.getByText("By Friday?")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Complete and return" }));
  expect(results).toHaveLength(0);
  await fill(user, screen.getByLabelText(/^Result/), "Sound");
  await user.click(screen.getByRole("button", { name: "Save for now" }));
  await user.click(await screen.findByRole("button", { name: "Complete and return" }));
  await screen.findByRole("button", { name: "Complete and return" });
  expect(results.map(({ body }) => body)).toEqual([
    { result: "Sound", done: false },
    { result: "Sound", done: true },
  ]);
  await fill(user, screen.getByLabelText("Write a comment"), "Yes");
  await user.click(screen.getByRole("button", { name: "Send" }));
  expect(comments.map(({ body }) => body)).toEqual([{ text: "Yes" }]);
});

it("who has nothing to do is told so", async () => {
  answers(listHanded, { data: [] });
  show(<CollaboratorPage />, { me: { collaborator: true } });
  expect(await screen.findByText("Nothing is handed to you right now")).toBeTruthy();
});

const record = {
  id: idNo(72),
  name: "Pump station",
  amount: { amount: "480000", currency: "CNY" },
  next_step: "",
};

it("handing over asks whom, what, and which of the filled fields", async () => {
  answers(listCollaborators, { data: [{ id: idNo(73), name: "He Lawyer", title: "Legal" }] });
  const handed = answers(handOver, { data: { id: task.id } });
  const user = show(<HandedFrom />, {});
  await screen.findByText("Fields to open");
  expect(screen.queryByRole("checkbox", { name: "Next step" })).toBeNull();
  await user.click(screen.getByRole("button", { name: "Hand over" }));
  expect(handed).toHaveLength(0);
  await choose(user, screen.getByRole("combobox", { name: /Collaborator/ }), "He Lawyer · Legal");
  await fill(user, screen.getByLabelText(/What is to be done/), "Check the contract");
  await user.click(screen.getByRole("checkbox", { name: "Amount" }));
  await user.click(screen.getByRole("button", { name: "Hand over" }));
  expect(handed.map(({ body }) => body)).toEqual([
    { subject: "Check the contract", collaborator: idNo(73), fields: ["name", "amount"] },
  ]);
});
/** As the menu of a deal opens it. */
function HandedFrom() {
  const objects = useObjects();
  const object = objects.get("opportunity");
  return object ? <HandOverDialog object={object} record={record} onClose={() => undefined} /> : null;
}

it("without collaborators the way to one is said", async () => {
  answers(listCollaborators, { data: [] });
  show(<HandedFrom />, {});
  expect(await screen.findByText(/There are no collaborators yet/)).toBeTruthy();
  expect(screen.getByRole<HTMLButtonElement>("button", { name: "Hand over" }).disabled).toBe(true);
});

it("a task is taken back after asking, where somebody has it", async () => {
  const taken = answers(takeBack, undefined);
  const user = show(<TakenFrom />, {});
  await user.click(await screen.findByRole("button", { name: "Take back" }));
  expect(taken.map(({ params }) => params.id)).toEqual([task.id]);
});
function TakenFrom() {
  const object = useObjects().get("task");
  const handed = { id: task.id, collaborator: idNo(73) };
  return object ? <TakeBackDialog object={object} record={handed} onClose={() => undefined} /> : null;
}
