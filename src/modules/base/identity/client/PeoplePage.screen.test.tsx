import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { createRecord } from "../../../../shared/wire/records.contract.ts";
import { fill, keeps, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { setCredentials } from "../shared/credentials.contract.ts";

const wang = { id: WANG_WEI, name: "Wang Wei", login: null, active: true };
const gone = { id: idNo(3), name: "Zhao Min", login: "zhao", active: false };

function open(showing = {}) {
  keeps("user", [wang, gone]);
  return showPage("/settings/people", showing);
}

it("says who has no sign-in and who is no longer active", async () => {
  open();
  const row = (name: string) => screen.findByRole("row", { name: new RegExp(name) });
  expect((await row("Wang Wei")).textContent).toContain("Not enabled");
  expect((await row("Zhao Min")).textContent).toContain("Inactive");
});

it("an invitation is a link that is shown, and the dialog stays open with it", async () => {
  const invitation = { path: "/invite/t-1", expires_at: "2026-12-07T00:00:00Z" };
  const given = answers(setCredentials, { data: { id: WANG_WEI, login: "wang.wei", invitation } });
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Invite Wang Wei" }));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText("Login*"), "wang.wei");
  await user.dblClick(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText(/\/invite\/t-1$/)).toBeTruthy();
  expect(given.map(({ body }) => body)).toEqual([{ login: "wang.wei", invite: true }]);
});

it("nobody is let in without a login", async () => {
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Invite Wang Wei" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText("Please fill this in")).toBeTruthy();
});

it("a password that is too weak is refused on the form", async () => {
  const errors = [{ code: "weak_password", field: "password", message: "Too easy to guess" }];
  answers(setCredentials, refusal(422, "weak_password", { errors, detail: "Too easy to guess" }));
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Invite Wang Wei" }));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText("Login*"), "wang.wei");
  await fill(user, dialog.getByLabelText("Set password"), "1234567890");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText("Too easy to guess")).toBeTruthy();
  expect(dialog.getByDisplayValue("wang.wei")).toBeTruthy();
});

it("a role is given by one tick", async () => {
  keeps("role", [{ id: idNo(60), name: "seller", label: { en: "Seller" } }]);
  keeps("user_role", []);
  const given = answers(createRecord, { data: { id: idNo(61) }, abilities: { update: true, delete: true } });
  const user = open();
  await user.click(await screen.findByRole("button", { name: "Wang Wei’s roles" }));
  await user.click(await screen.findByText("Seller"));
  expect(given.map(({ params, body }) => [params.object, body])).toEqual([
    ["user_role", { user: WANG_WEI, role: idNo(60) }],
  ]);
});

it("on a phone people are cards, not columns", async () => {
  open({ width: 390 });
  expect(await screen.findByText("Wang Wei")).toBeTruthy();
  expect(screen.queryByRole("columnheader")).toBeNull();
});
