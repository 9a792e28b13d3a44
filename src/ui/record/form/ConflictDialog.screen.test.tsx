import { screen, waitFor, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { findDuplicates } from "../../../shared/wire/duplicates.contract.ts";
import { changeRecord } from "../../../shared/wire/records.contract.ts";
import { fill, keeps, show } from "../../../testing/screens/show.tsx";
import { answers, inTurn, refusal } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { RecordForm } from "./RecordForm.tsx";

const seen = { id: idNo(40), version: 3, name: "Wang Li", title: "Buyer" };
const now = { ...seen, version: 4, title: "Head of buying" };

/** Somebody else was quicker with the first try; the second one is taken. */
async function clash() {
  for (const object of ["account", "contact", "tag", "user"]) keeps(object, []);
  answers(findDuplicates, { data: [] });
  const params = { author: "Zhao Min", at: "2026-11-30T02:00:00Z" };
  const conflict = refusal(409, "version_conflict", {
    errors: [{ code: "changed", field: "title", message: "Changed meanwhile", params }],
    current: now,
  });
  const taken = { data: now, abilities: { update: true, delete: true } };
  const sent = answers(changeRecord, inTurn(conflict, taken));
  const onSaved = vi.fn();
  const user = show(
    <RecordForm object={objectInfo("contact")} record={seen} onSaved={onSaved} onCancel={() => undefined} />,
  );
  const title = await screen.findByLabelText("Job title");
  await fill(user, title, "Purchaser");
  await user.click(screen.getByRole("button", { name: "Save" }));
  const dialog = within(await screen.findByRole("dialog"));
  return { user, sent, onSaved, dialog };
}

it("a conflict shows both values and who changed the other", async () => {
  const { dialog } = await clash();
  expect(dialog.getByText("Purchaser")).toBeTruthy();
  expect(dialog.getByText("Head of buying")).toBeTruthy();
  expect(dialog.getByText(/Zhao Min/)).toBeTruthy();
});

it("keeping mine sends it again over what stands there now", async () => {
  const { user, sent, onSaved, dialog } = await clash();
  await user.click(dialog.getByRole("button", { name: "Save selection" }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent[1]?.body).toEqual({ title: "Purchaser", base: { title: "Head of buying" } });
});

it("giving way to theirs sends nothing more of that field", async () => {
  const { user, sent, onSaved, dialog } = await clash();
  await user.click(dialog.getByRole("radio", { name: /Theirs/ }));
  await user.click(dialog.getByRole("button", { name: "Save selection" }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent).toHaveLength(1);
});

it("going back leaves what was typed in the form", async () => {
  const { user, onSaved, dialog } = await clash();
  await user.click(dialog.getByRole("button", { name: "Back to form" }));
  expect(screen.getByLabelText<HTMLInputElement>("Job title").value).toBe("Purchaser");
  expect(onSaved).not.toHaveBeenCalled();
});
