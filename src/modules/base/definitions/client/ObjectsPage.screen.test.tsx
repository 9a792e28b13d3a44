import { screen, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { role as roleObject } from "../../../../objects/system/role/role.object.ts";
import { label } from "../../../../shared/i18n/label.ts";
import {
  changeField,
  readDefinitionProblems,
  readDeletedFields,
  readFields,
} from "../../../../shared/wire/fields.contract.ts";
import {
  makeObject,
  readDeletedObjects,
  readObjects,
  restoreObject,
} from "../../../../shared/wire/objects.contract.ts";
import { applyPackage } from "../../../../shared/wire/package.contract.ts";
import { address, choose, fill, keeps, showPage, type Showing } from "../../../../testing/screens/show.tsx";
import { answers, answersElse, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectsFor } from "../../../../testing/screens/world.ts";
import { answerUse, listNewObjects } from "../../permissions/shared/new-objects.contract.ts";

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

it("the company's own objects stand before those that are shipped", async () => {
  answers(readObjects, { data: own() });
  open();
  const table = within(await screen.findByRole("table", { name: "Objects and fields" }));
  const names = table.getAllByRole("link").map((link) => link.textContent);
  expect(names[0]).toBe("Contact");
  expect(table.getAllByText("Custom")).toHaveLength(1);
});

it("what no longer fits after an upgrade is told, with its reasons", async () => {
  answers(readDefinitionProblems, {
    data: [
      { code: "gone", object: "contact", field: "size_c", property: null, message: "No such object as shoe" },
    ],
  });
  open();
  expect(
    await screen.findByText(/^1 of your definitions no longer matches what is built in and has no effect/),
  ).toBeTruthy();
  expect(screen.getByText(/No such object as shoe/)).toBeTruthy();
});

it("what was deleted comes back by one press", async () => {
  const deleted_at = "2026-11-01T08:00:00Z";
  answers(readDeletedFields, {
    data: [
      {
        object: "contact",
        name: "shoe_c",
        label: label("鞋码", "Shoe size"),
        kind: "text",
        deleted_at,
        restorable_until: "2027-01-30T08:00:00Z",
        days_left: 1,
      },
    ],
  });
  answers(readDeletedObjects, {
    data: [{ name: "boat_c", label: label("船", "Boat"), icon: null, deleted_at, custom: true }],
  });
  const [fields, objects] = [answers(changeField, { data: null }), answers(restoreObject, { data: null })];
  const user = open();
  expect(await screen.findByText("1 day")).toBeTruthy();
  await user.click(await press("Restore Shoe size"));
  await expect
    .poll(() => fields.map(({ params, body }) => [params.field, body]))
    .toEqual([["shoe_c", { hidden: false }]]);
  await user.click(await press("Restore Boat"));
  await expect.poll(() => objects.map(({ params }) => params.object)).toEqual(["boat_c"]);
});

it("a new object is made with the rights of the roles that use it, and leads to its fields", async () => {
  keeps(roleObject.name, [
    { id: idNo(91), name: "seller", label: label("销售", "Seller") },
    { id: idNo(92), name: "read_only", label: label("只读", "Read only") },
  ]);
  const fields = answers(readFields, { data: [] });
  const [contact] = own();
  if (!contact) throw new Error("There are no contacts");
  const made = answers(makeObject, { data: contact });
  const user = open();
  await user.click(await press("New object"));
  const dialog = within(await screen.findByRole("dialog"));
  await fill(user, dialog.getByLabelText(/^Chinese name/), "船");
  await fill(user, dialog.getByLabelText(/^English name/), "House boat");
  await user.click(dialog.getByRole("switch"));
  await choose(user, dialog.getByLabelText("Roles that can create, view and edit records"), "Seller");
  await user.click(dialog.getByLabelText("Roles that can only view"));
  // Both selects offer every role; the list that was opened last stands last.
  await user.click(
    screen.getAllByText("Read only", { selector: ".ant-select-item-option *" }).at(-1) ?? document.body,
  );
  await user.click(dialog.getByRole("button", { name: "Add" }));
  await expect.poll(address).toBe(`/settings/objects/${contact.name}`);
  // Read when its page opens, and not by the next test.
  await expect.poll(() => fields.length).toBe(1);
  const label_ = { "zh-CN": "船", en: "House boat" };
  expect(made[0]?.body).toEqual({
    name: "house_boat",
    label: label_,
    plural: label_,
    stages: true,
    rights: {
      read_only: { create: false, read: "all", update: "none", delete: "none" },
      seller: { create: true, read: "all", update: "all", delete: "own" },
    },
  });
});

it("who may not manage roles is not asked about them, and a refusal stands beside its field", async () => {
  answers(
    makeObject,
    refusal(409, "taken", {
      errors: [{ code: "taken", field: "name", message: "There is one called that" }],
    }),
  );
  const user = open("", { me: { abilities: ["objects.manage"] } });
  await user.click(await press("New object"));
  const dialog = within(await screen.findByRole("dialog"));
  expect(dialog.queryByText("Who may use it")).toBeNull();
  await fill(user, dialog.getByLabelText(/^English name/), "Contact");
  await user.click(dialog.getByRole("button", { name: "Add" }));
  expect(await dialog.findByText("There is one called that")).toBeTruthy();
  expect(address()).toBe("/settings/objects");
});

it("an object that nobody may use yet is asked about; leaving it as it is is an answer, too", async () => {
  answers(listNewObjects, {
    data: [
      {
        object: "boat_c",
        label: label("船", "Boat"),
        plural: label("船", "Boats"),
        custom: true,
        proposed: { seller: { create: true, read: "own", update: "own", delete: "none" } },
      },
    ],
  });
  keeps(roleObject.name, [
    { id: idNo(91), name: "seller", label: label("销售", "Seller"), rights: {} },
    {
      id: idNo(93),
      name: "boss",
      label: label("老板", "Boss"),
      rights: { objects: { "*": { read: "all" } } },
    },
  ]);
  const answered = answers(answerUse, refusal(409, "answered", { detail: "Somebody was quicker" }));
  const user = open();
  await user.click(await press("Boats Choose roles…"));
  const dialog = within(await screen.findByRole("dialog", { name: "Who may use “Boats”?" }));
  expect(await dialog.findByText("Seller")).toBeTruthy();
  expect(dialog.queryByText("Boss"), "has it anyway").toBeNull();
  expect(dialog.getByRole("checkbox", { name: "Seller Create" })).toHaveProperty("checked", true);
  await user.click(dialog.getByRole("checkbox", { name: "Seller Create" }));
  await user.click(await dialog.findByRole("button", { name: /Save$/ }));
  expect(await screen.findByText("Somebody was quicker")).toBeTruthy();
  await user.click(dialog.getByRole("button", { name: "Leave as it is" }));
  await expect
    .poll(() => answered.map(({ body }) => body.rights))
    .toEqual([{ seller: { create: false, read: "own", update: "own", delete: "none" } }, {}]);
});

it("a package says what it would change before it changes anything", async () => {
  const line = { part: "fields", name: "contact.size_c", difference: "new", reasons: [] } as const;
  const same = { ...line, name: "contact.same_c", difference: "same" } as const;
  const applied = answers(applyPackage, ({ body }) => ({
    data: {
      dry_run: body.dry_run === true,
      lines: [line, same],
      differing: 1,
      refused: 0,
    },
  }));
  const user = open("?package=1");
  const file = await screen.findByLabelText("Choose file");
  await user.upload(file, new File(["no package"], "x.json", { type: "application/json" }));
  expect(await screen.findByText("This file is not a package.")).toBeTruthy();
  expect(applied).toEqual([]);
  await user.upload(file, new File(['{"made_at":"2026"}'], "y.json", { type: "application/json" }));
  expect(await screen.findByText("1 change would be made:")).toBeTruthy();
  expect(screen.queryByText("contact.same_c")).toBeNull();
  await user.click(await press("Import package"));
  await expect.poll(() => applied.map(({ body }) => body.dry_run)).toEqual([true, false]);
  expect(await screen.findByText("Package imported")).toBeTruthy();
});
