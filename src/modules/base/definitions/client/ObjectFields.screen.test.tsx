import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import {
  changeField,
  deleteField,
  readDefinitionProblems,
  readDeletedFields,
  readFields,
  type SettingsField,
} from "../../../../shared/wire/fields.contract.ts";
import {
  changeObject,
  deleteObject,
  readDeletedObjects,
  readObjects,
  readObjectUses,
} from "../../../../shared/wire/objects.contract.ts";
import { address, fill, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, answersElse, inTurn, refusal } from "../../../../testing/screens/stand-in.ts";
import { objectsFor } from "../../../../testing/screens/world.ts";
import { listNewObjects } from "../../permissions/shared/new-objects.contract.ts";

const OBJECTS = ["contact", "account", "role"];
function answerNothing(): void {
  answersElse(readDeletedFields, { data: [] });
  answersElse(readDeletedObjects, { data: [] });
  answersElse(readDefinitionProblems, { data: [] });
  answersElse(listNewObjects, { data: [] });
}
function open(path = "", showing: Showing = {}) {
  answerNothing();
  return showPage(`/settings/objects${path}`, { objects: OBJECTS, ...showing });
}
const own = () =>
  objectsFor("administrator")
    .filter(({ name }) => OBJECTS.includes(name))
    .map((object) => (object.name === "contact" ? { ...object, custom: true } : object));
const press = (name: string) => screen.findByRole("button", { name });

const size: SettingsField = { name: "size_c", kind: "text", label: label("尺码", "Size"), custom: true };
const state = { ...size, custom: false };
const FIELDS: SettingsField[] = [
  size,
  { ...state, name: "title", label: label("职位", "Title"), changed: ["label", "required"], required: true },
  { ...state, name: "unit", label: label("部门", "Unit"), hidden: true },
  {
    ...size,
    name: "old_c",
    label: label("旧", "Old"),
    hidden: true,
    deleted_at: "2026-11-01T08:00:00Z",
    restorable_until: "2027-01-30T08:00:00Z",
  },
  { ...state, name: "created_at", label: label("创建", "Created"), kind: "datetime", system: true },
  { ...state, name: "secret", label: label("内部", "Inner"), internal: true },
];
async function openFields() {
  answers(readFields, { data: FIELDS });
  const user = open("/contact");
  const row = async (name: string) => {
    const found = (await screen.findByText(name)).closest("tr");
    if (!found) throw new Error(`${name} stands in no row`);
    return within(found);
  };
  await row("size_c");
  return { user, row };
}

it("fields say what they are: one's own, changed, switched off, deleted until when", async () => {
  const { row } = await openFields();
  expect((await row("size_c")).getByText("Custom")).toBeTruthy();
  expect((await row("title")).getByText("Changed")).toBeTruthy();
  expect((await row("unit")).getByText("Turned off")).toBeTruthy();
  expect((await row("old_c")).getByText(/Restorable until 2027-01-30/)).toBeTruthy();
  expect(screen.queryByText("secret")).toBeNull();
  expect((await row("created_at")).queryByRole("button", { name: /Turn off/ })).toBeNull();
});

it("a field of one's own is deleted, a shipped one switched off; both ask first", async () => {
  const [deleted, changed] = [answers(deleteField, undefined), answers(changeField, { data: null })];
  const { user, row } = await openFields();
  await user.click((await row("size_c")).getByRole("button", { name: "Delete Size" }));
  const sure = within(await screen.findByRole("dialog"));
  expect(deleted).toEqual([]);
  await user.click(sure.getByRole("button", { name: "Delete" }));
  await expect.poll(() => deleted.map(({ params }) => params.field)).toEqual(["size_c"]);
  await user.click((await row("title")).getByRole("button", { name: "Turn off Title" }));
  await user.click(await screen.findByRole("button", { name: "Turn off" }));
  await expect.poll(() => changed.map(({ body }) => body)).toEqual([{ hidden: true }]);
});

it("what was switched off is switched on, what was changed goes back to what is shipped", async () => {
  const changed = answers(changeField, { data: null });
  const { user, row } = await openFields();
  await user.click((await row("unit")).getByRole("button", { name: "Turn on" }));
  await user.click((await row("old_c")).getByRole("button", { name: "Restore" }));
  await user.click((await row("title")).getByRole("button", { name: "Reset to default Title" }));
  await expect
    .poll(() => changed.map(({ params, body }) => [params.field, body]))
    .toEqual([
      ["unit", { hidden: null }],
      ["old_c", { hidden: false }],
      ["title", { label: null, required: null }],
    ]);
});

it("an object that others need is not deleted, and says what stands in the way", async () => {
  answers(readObjects, { data: own() });
  const uses = { records: 1, in_bin: 0, fields: 12, in_the_way: [] };
  answers(
    readObjectUses,
    inTurn(
      { data: { ...uses, in_the_way: [{ code: "pointed_at", message: "Deals point at it" }] } },
      { data: uses },
    ),
  );
  const deleted = answers(deleteObject, undefined);
  const listed = answers(listNewObjects, { data: [] });
  const { user } = await openFields();
  await user.click(await press("Delete object"));
  expect(await screen.findByText("Deals point at it")).toBeTruthy();
  await user.click(await press("OK"));
  await user.click(await press("Delete object"));
  expect(
    await screen.findByText(/^1 record, 0 in the recycle bin and 12 fields will be hidden with it/),
  ).toBeTruthy();
  await user.click(await press("Delete"));
  await expect.poll(() => deleted.map(({ params }) => params.object)).toEqual(["contact"]);
  await expect.poll(address).toBe("/settings/objects");
  // The page it leads to has asked for all it shows before the next test begins.
  await press("New object");
  await expect.poll(() => listed.length).toBeGreaterThan(0);
});

it("of an object only what was changed is sent, and what is wrong stands beside it", async () => {
  const errors = [{ code: "x", field: "list.sort", message: "Not to be sorted by" }];
  const sent = answers(changeObject, inTurn(refusal(422, "wrong", { errors }), { data: null }));
  const { user } = await openFields();
  await user.click(await press("Edit object"));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText(/^English name/), "Person");
  await user.click(await dialog.findByRole("button", { name: /Save$/ }));
  expect(await dialog.findByText("Not to be sorted by")).toBeTruthy();
  await user.click(await dialog.findByRole("button", { name: /Save$/ }));
  await expect.poll(() => screen.queryByRole("dialog")).toBeNull();
  expect(sent[1]?.body).toEqual({ label: { "zh-CN": "联系人", en: "Person" } });
});

it("the pencil of a field leads to it in the form, and what is begun there stays after a look elsewhere", async () => {
  const { user, row } = await openFields();
  await user.click((await row("size_c")).getByRole("button", { name: "Edit Size" }));
  await fill(user, await screen.findByLabelText(/^English name/), "Shoe size");
  await user.click(screen.getByRole("tab", { name: "Fields" }));
  await user.click(screen.getByRole("tab", { name: "Form" }));
  expect(await screen.findByText("Unsaved changes")).toBeTruthy();
});
