import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { fill, keeps, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, LI_NA } from "../../../../testing/screens/world.ts";
import { type ApiKeyAnswer, listKeys, makeKey, revokeKey } from "../shared/api-keys.contract.ts";

const key: ApiKeyAnswer = {
  id: idNo(65),
  name: "Warehouse",
  hint: "x7Qd",
  user: LI_NA,
  person: "Li Na",
  login: "li.na",
  role: null,
  role_label: null,
  created_at: "2026-11-01T02:00:00Z",
  expires_at: null,
  last_used_at: null,
};
function open(keys: ApiKeyAnswer[] = []) {
  keeps("role", []);
  answers(listKeys, { data: keys, page: { next: null } });
  return showPage("/settings/keys");
}
async function ask(user: ReturnType<typeof open>) {
  await user.click(await screen.findByRole("button", { name: "New key" }));
  return within(await screen.findByRole("dialog"));
}

it("a new key is made once and shown once, with the word that it is not shown again", async () => {
  const made = answers(makeKey, { id: key.id, key: "sk-secret" });
  const user = open();
  const dialog = await ask(user);
  await fill(user, dialog.getByLabelText("Purpose*"), " Warehouse ");
  await user.dblClick(dialog.getByRole("button", { name: "Add" }));
  expect(await screen.findByText("sk-secret")).toBeTruthy();
  expect(screen.getByText(/shown only once/)).toBeTruthy();
  expect(made.map(({ body }) => body)).toEqual([{ name: "Warehouse" }]);
  await user.click(screen.getByRole("button", { name: "Done" }));
  await expect.poll(() => screen.queryByText("sk-secret")).toBeNull();
});

it("a key without a purpose is not asked for", async () => {
  const user = open();
  const dialog = await ask(user);
  await user.click(dialog.getByRole("button", { name: "Add" }));
  expect(await dialog.findByText(/^Please fill in /)).toBeTruthy();
});

it("a refusal stands in the dialog, and what was typed stays", async () => {
  answers(makeKey, refusal(403, "person_needed", { detail: "Only a person makes keys" }));
  const user = open();
  const dialog = await ask(user);
  await fill(user, dialog.getByLabelText("Purpose*"), "Warehouse");
  await user.click(dialog.getByRole("button", { name: "Add" }));
  expect(await dialog.findByText("Only a person makes keys")).toBeTruthy();
  expect(dialog.getByDisplayValue("Warehouse")).toBeTruthy();
});

it("revoking asks first and says what it means", async () => {
  const revoked = answers(revokeKey, undefined);
  const user = open([key]);
  await user.click(await screen.findByRole("button", { name: /Revoke/ }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.getByText("Programs using it lose access immediately.")).toBeTruthy();
  expect(revoked).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Revoke" }));
  await expect.poll(() => revoked.map(({ params }) => params.id)).toEqual([key.id]);
});
