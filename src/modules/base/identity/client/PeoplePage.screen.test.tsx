import { screen, within } from "@testing-library/react";
import type { UserEvent } from "@testing-library/user-event";
import { expect, it } from "vitest";
import { changeRecord, createRecord } from "../../../../shared/wire/records.contract.ts";
import { choose, fill, keeps, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, WANG_WEI } from "../../../../testing/screens/world.ts";
import { setCredentials } from "../shared/credentials.contract.ts";
import { invitePerson } from "../shared/invite-person.contract.ts";
import { listPeople } from "../shared/people.contract.ts";

const SELLER = idNo(60);
const wang = { id: WANG_WEI, name: "Wang Wei", login: null, active: true };
const gone = { id: idNo(3), name: "Zhao Min", login: "zhao", active: false };
const asked = { id: idNo(4), name: "Qian Li", login: "qian", active: true };
const nothing = { invited_until: null, seen_at: null, roles: [] };
const invitation = { path: "/invite/t-1", expires_at: "2026-12-07T00:00:00Z" };
const lines = [
  { ...nothing, person: wang, state: "none" as const, roles: [SELLER] },
  { ...nothing, person: gone, state: "inactive" as const, seen_at: "2026-11-01T00:00:00Z" },
  { ...nothing, person: asked, state: "invited" as const, invited_until: "2099-12-07T04:00:00Z" },
];

function open(showing = {}, path = "/settings/people") {
  keeps("role", [{ id: SELLER, name: "seller", label: { en: "Seller" } }]);
  keeps("department", [{ id: idNo(70), name: "East", parent: null, position: 1 }]);
  const list = answers(listPeople, ({ query }) => ({
    data: lines.filter(({ state }) => !query.state || state === query.state),
    page: { next: null },
  }));
  return { user: showPage(path, showing), list };
}
async function menu(user: UserEvent, name: string, line: string) {
  await user.click(await screen.findByRole("button", { name: `More ${name}` }));
  await user.click(await screen.findByText(line));
}

it("says who cannot come in yet, who was invited until when, and what they may do", async () => {
  open();
  const row = async (name: string) =>
    (await screen.findByRole("row", { name: new RegExp(name) })).textContent;
  expect(await row("Wang Wei")).toContain("Not invited");
  expect(await row("Wang Wei")).toContain("Seller");
  expect(await row("Zhao Min")).toContain("Deactivated");
  expect(await row("Zhao Min")).toContain("No role");
  expect(await row("Qian Li")).toContain("Invited, until 2099-12-07");
});

it("the list is narrowed to a state by one click", async () => {
  const { user } = open();
  await screen.findByText("Wang Wei");
  await user.click(screen.getByText("Invited"));
  expect(await screen.findByText("Qian Li")).toBeTruthy();
  await expect.poll(() => screen.queryByText("Wang Wei")).toBeNull();
});

it("one form invites: who, how to reach them, role and department; then the link with its words", async () => {
  const { user } = open({}, "/settings/people?invite=1");
  const data = { id: idNo(9), login: "li@example.com", invitation };
  const sent = answers(invitePerson, { data });
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText("Name*"), "Li Lei");
  await fill(user, dialog.getByLabelText("Email or mobile*"), "li@example.com");
  await choose(user, dialog.getByLabelText("Roles*"), "Seller");
  await user.dblClick(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText(/\/invite\/t-1$/)).toBeTruthy();
  expect(dialog.getByText(/7 days and once/)).toBeTruthy();
  expect(sent.map(({ body }) => body)).toEqual([
    { name: "Li Lei", contact: "li@example.com", roles: [SELLER] },
  ]);
  await user.click(dialog.getByRole("button", { name: "Done" }));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
});

it("what is refused is said at its field, and nobody is invited without a role", async () => {
  const { user } = open({}, "/settings/people?invite=1");
  const errors = [{ code: "duplicate", field: "login", message: "Somebody has this login" }];
  const sent = answers(invitePerson, refusal(409, "duplicate", { errors, detail: "Taken" }));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText("Name*"), "Li Lei");
  await fill(user, dialog.getByLabelText("Email or mobile*"), "li@example.com");
  await user.click(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText(/^Please fill in (Roles|Login)$/)).toBeTruthy();
  expect(sent.length).toBe(0);
  await choose(user, dialog.getByLabelText("Roles*"), "Seller");
  await user.click(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText("Somebody has this login")).toBeTruthy();
  expect(dialog.getByLabelText("Email or mobile*").getAttribute("aria-invalid")).toBe("true");
});

it("somebody who does not sign in is added by the whole form", async () => {
  const { user } = open({}, "/settings/people?invite=1");
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Add without inviting" }));
  expect(await screen.findByLabelText(/^Job title/)).toBeTruthy();
  expect(screen.queryByLabelText("Email or mobile*")).toBeNull();
});

it("an invitation of somebody who is there is a link that is shown, and the dialog stays open", async () => {
  const given = answers(setCredentials, { data: { id: WANG_WEI, login: "wang.wei", invitation } });
  const { user } = open();
  await menu(user, "Wang Wei", "Invite");
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText("Login*"), "wang.wei");
  await user.dblClick(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText(/\/invite\/t-1$/)).toBeTruthy();
  expect(given.map(({ body }) => body)).toEqual([{ login: "wang.wei", invite: true }]);
});

it("somebody is deactivated after a question, and nobody else", async () => {
  const sent = answers(changeRecord, { data: wang, abilities: { update: true, delete: true } });
  const { user } = open();
  await menu(user, "Wang Wei", "Deactivate");
  const dialog = within(await screen.findByRole("dialog"));
  expect(sent.length).toBe(0);
  await user.click(dialog.getByRole("button", { name: "Deactivate" }));
  await expect
    .poll(() => sent.map(({ params, body }) => [params.id, body]))
    .toEqual([[WANG_WEI, { active: false, base: { active: true } }]]);
});

it("nobody is let in without a login", async () => {
  const { user } = open();
  await menu(user, "Wang Wei", "Invite");
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Create invite link" }));
  expect(await dialog.findByText(/^Please fill in (Roles|Login)$/)).toBeTruthy();
});

it("a password that is too weak is refused on the form", async () => {
  const errors = [{ code: "weak_password", field: "password", message: "Too easy to guess" }];
  answers(setCredentials, refusal(422, "weak_password", { errors, detail: "Too easy to guess" }));
  const { user } = open();
  await menu(user, "Wang Wei", "Invite");
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText("Login*"), "wang.wei");
  await fill(user, dialog.getByLabelText("Set password"), "1234567890");
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(await dialog.findByText("Too easy to guess")).toBeTruthy();
  expect(dialog.getByDisplayValue("wang.wei")).toBeTruthy();
});

it("a role is given by one tick", async () => {
  keeps("user_role", []);
  const given = answers(createRecord, { data: { id: idNo(61) }, abilities: { update: true, delete: true } });
  const { user } = open();
  await menu(user, "Wang Wei", "Change roles");
  await user.click(await within(await screen.findByRole("dialog")).findByText("Seller"));
  expect(given.map(({ params, body }) => [params.object, body])).toEqual([
    ["user_role", { user: WANG_WEI, role: SELLER }],
  ]);
});

it("on a phone people are cards, not columns", async () => {
  open({ width: 390 });
  expect(await screen.findByText("Wang Wei")).toBeTruthy();
  expect(screen.queryByRole("columnheader")).toBeNull();
});
