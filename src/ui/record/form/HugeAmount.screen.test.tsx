import { screen, waitFor } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { findDuplicates } from "../../../shared/wire/duplicates.contract.ts";
import { changeRecord } from "../../../shared/wire/records.contract.ts";
import { fill, keeps, show } from "../../../testing/screens/show.tsx";
import { answers } from "../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../testing/screens/world.ts";
import { RecordForm } from "./RecordForm.tsx";

const yuan = (amount: string) => ({ amount, currency: "CNY" });
const deal = { id: idNo(40), version: 3, name: "Pump station", amount: yuan("50000.00") };

/** A deal whose amount is typed anew, beside one of 6.175 million. */
async function type(amount: string) {
  for (const object of ["account", "contact", "tag", "user", "product", "competitor", "department"])
    keeps(object, []);
  keeps("opportunity", [{ id: idNo(41), version: 1, amount: yuan("6175000.00") }]);
  answers(findDuplicates, { data: [] });
  const sent = answers(changeRecord, { data: deal, abilities: { update: true, delete: true } });
  const onSaved = vi.fn();
  const form = (
    <RecordForm object={objectInfo("opportunity")} record={deal} onSaved={onSaved} onCancel={vi.fn()} />
  );
  const user = show(form);
  // Inputs come one by one, and the form first takes the focus to its first field.
  await waitFor(() => {
    screen.getByLabelText("Amount").focus();
    expect(document.activeElement).toBe(screen.getByLabelText("Amount"));
  });
  await fill(user, screen.getByLabelText("Amount"), amount);
  await user.click(screen.getByRole("button", { name: "Save" }));
  return { user, sent, onSaved };
}

it("an amount out of all proportion is asked about before it is sent", async () => {
  const { user, sent, onSaved } = await type("123500000000");
  expect(await screen.findByText(/20,000 times as much/)).toBeTruthy();
  expect(sent).toHaveLength(0);
  await user.click(screen.getByRole("button", { name: "Check again" }));
  await waitFor(() => expect(screen.queryByText(/20,000 times as much/)).toBeNull());
  expect(sent).toHaveLength(0);
  await user.click(await screen.findByRole("button", { name: "Save" }));
  await user.click(await screen.findByRole("button", { name: "Yes, save" }));
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent).toHaveLength(1);
});

it("a large amount among its like is saved without a question", async () => {
  const { sent, onSaved } = await type("8000000");
  await waitFor(() => expect(onSaved).toHaveBeenCalled());
  expect(sent).toHaveLength(1);
});
