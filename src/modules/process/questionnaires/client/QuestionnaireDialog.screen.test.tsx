import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { changeRecord, createRecord } from "../../../../shared/wire/records.contract.ts";
import { fill, show } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { QuestionnaireDialog } from "./QuestionnaireDialog.tsx";

const survey = {
  id: idNo(75),
  name: "needs",
  label: { "zh-CN": "需求", en: "Needs" },
  questions: [{ id: "q1", label: { en: "Why now?" }, kind: "text", required: true }],
};
const abilities = { update: true, delete: true };

function open(form: typeof survey | null) {
  const onClose = vi.fn();
  return { user: show(<QuestionnaireDialog form={form} onClose={onClose} />), onClose };
}
const save = () => screen.findByRole("button", { name: "Save" });

it("a new one is made once, in lower case, with its first question", async () => {
  const made = answers(createRecord, { data: survey, abilities });
  const { user, onClose } = open(null);
  await fill(user, await screen.findByLabelText("API name"), "Site_Visit");
  await user.dblClick(await save());
  await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1));
  expect(made).toHaveLength(1);
  expect(made[0]?.body).toMatchObject({ name: "site_visit", questions: [{ kind: "text", required: true }] });
});

it("questions come and go; the name that programs know stays", async () => {
  const sent = answers(changeRecord, { data: survey, abilities });
  const { user, onClose } = open(survey);
  expect((await screen.findByLabelText<HTMLInputElement>("API name")).disabled).toBe(true);
  await user.click(screen.getByRole("button", { name: "Add question" }));
  const [first] = screen.getAllByRole("button", { name: "Remove" });
  if (first) await user.click(first);
  await user.click(await save());
  await waitFor(() => expect(onClose).toHaveBeenCalled());
  expect(sent[0]?.body["questions"]).toEqual([expect.objectContaining({ label: {}, kind: "text" })]);
  expect(sent[0]?.body).not.toHaveProperty("name");
});

it("a refusal stands above the questions, and they stay", async () => {
  answers(changeRecord, refusal(422, "invalid", { detail: "A question has no words" }));
  const { user, onClose } = open(survey);
  await user.click(await screen.findByRole("button", { name: "Add question" }));
  await user.click(await save());
  expect(await screen.findByText("A question has no words")).toBeTruthy();
  expect(screen.getAllByRole("button", { name: "Remove" })).toHaveLength(2);
  expect(onClose).not.toHaveBeenCalled();
});
