import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { aggregateRecords, changeRecord } from "../../../../shared/wire/records.contract.ts";
import { keeps, showPage } from "../../../../testing/screens/show.tsx";
import { answers, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../testing/screens/world.ts";
import { listNewObjects } from "../../permissions/shared/new-objects.contract.ts";
import { diffRights, type RoleDiff } from "../../permissions/shared/role-diff.contract.ts";

const nobody = { create: false, read: "none", update: "none", delete: "none" };
const rights = { objects: { "*": nobody }, fields: {}, abilities: ["record.export"] };
const seller = { id: idNo(60), version: 2, name: "seller", label: { "zh-CN": "销售", en: "Seller" }, rights };
const diff: RoleDiff = {
  holders: 12,
  checked: 12,
  complete: true,
  unknown: [],
  objects: [],
  create: [{ object: "contact", gaining: 12, losing: 0 }],
  fields: [],
  abilities: [],
};

function open() {
  keeps("role", [seller]);
  answers(aggregateRecords, { groups: [] });
  answers(listNewObjects, { data: [] });
  return showPage("/settings/roles/seller", { objects: ["contact", "role"] });
}
const mayCreateContacts = () => screen.findByLabelText<HTMLInputElement>("Contacts Create");

it("saving shows first whom the change reaches, and sends it only then", async () => {
  answers(diffRights, { data: diff });
  const sent = answers(changeRecord, { data: seller, abilities: { update: true, delete: true } });
  const user = open();
  await user.click(await mayCreateContacts());
  await user.click(screen.getByRole("button", { name: "Save" }));
  const dialog = within(await screen.findByRole("dialog"));
  expect(await dialog.findByText("12 can now create “Contact”")).toBeTruthy();
  expect(sent).toHaveLength(0);
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeTruthy();
  expect(sent.map(({ body }) => body["rights"])).toEqual([
    { ...rights, objects: { "*": nobody, contact: { ...nobody, create: true } } },
  ]);
  expect(sent[0]?.body["base"]).toEqual({ rights });
});

it("a change is taken back as a whole", async () => {
  const user = open();
  await user.click(await mayCreateContacts());
  expect(screen.getByText("Unsaved changes")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Discard" }));
  expect((await mayCreateContacts()).checked).toBe(false);
  expect(screen.queryByText("Unsaved changes")).toBeNull();
});

it("a refused save keeps the change on the screen", async () => {
  answers(diffRights, { data: diff });
  answers(changeRecord, refusal(403, "forbidden", { detail: "Only an administrator may" }));
  const user = open();
  await user.click(await mayCreateContacts());
  await user.click(screen.getByRole("button", { name: "Save" }));
  const dialog = within(await screen.findByRole("dialog"));
  await dialog.findByText(/12 can now create/);
  await user.click(dialog.getByRole("button", { name: "Save" }));
  expect(await screen.findByText("Only an administrator may")).toBeTruthy();
  expect((await mayCreateContacts()).checked).toBe(true);
});

it("who has everything needs no single ability", async () => {
  const user = open();
  await user.click(await screen.findByRole("tab", { name: "Permissions" }));
  const abilities = () => screen.getAllByRole<HTMLInputElement>("checkbox");
  const [all, ...others] = abilities();
  if (!all) throw new Error("There is no box for everything");
  expect(others.every(({ disabled }) => !disabled)).toBe(true);
  await user.click(all);
  expect(abilities().every(({ checked }) => checked)).toBe(true);
  expect(
    abilities()
      .slice(1)
      .every(({ disabled }) => disabled),
  ).toBe(true);
});

it("a role says in a sentence who has it and what they see, and shows first where it differs", async () => {
  const own = { create: true, read: "own", update: "own", delete: "none" };
  keeps("role", [{ ...seller, rights: { ...rights, objects: { "*": nobody, contact: own } } }]);
  answers(listNewObjects, { data: [] });
  answers(aggregateRecords, { groups: [{ key: { role: seller.id }, values: [31] }] });
  const user = showPage("/settings/roles/seller", { objects: ["contact", "role"] });
  expect(await screen.findByText("31 people · see: Own · edit: Own")).toBeTruthy();
  expect((await mayCreateContacts()).checked).toBe(true);
  expect(screen.queryByLabelText("Roles Create")).toBeNull();
  await user.click(screen.getByRole("button", { name: "1 more object" }));
  expect(screen.getByLabelText("Roles Create")).toBeTruthy();
});

it("a rule by state is a sentence; taken out, the rest is saved as it was", async () => {
  const rule = { when: "ISBLANK(owner)", read: "all", fields: { mobile: "mask" } };
  const ruled = { ...rights, states: { contact: [rule, { when: 'name == "x"', update: "none" }] } };
  keeps("role", [{ ...seller, rights: ruled }]);
  answers(aggregateRecords, { groups: [] });
  answers(listNewObjects, { data: [] });
  answers(diffRights, { data: { ...diff, create: [] } });
  const sent = answers(changeRecord, { data: seller, abilities: { update: true, delete: true } });
  const user = showPage("/settings/roles/seller", { objects: ["contact", "role"] });
  await user.click(await screen.findByRole("tab", { name: "By state" }));
  expect(await screen.findByText(/While Owner is empty/)).toBeTruthy();
  expect(screen.getByText("View: All · Mobile: Masked")).toBeTruthy();
  const [, second] = screen.getAllByRole("button", { name: "Remove rule" });
  if (!second) throw new Error("There is no second rule");
  await user.click(second);
  await user.click(screen.getByRole("button", { name: "Save" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(await dialog.findByRole("button", { name: "Save" }));
  expect(await screen.findByText("Saved")).toBeTruthy();
  expect(sent.map(({ body }) => body["rights"])).toEqual([{ ...rights, states: { contact: [rule] } }]);
});
