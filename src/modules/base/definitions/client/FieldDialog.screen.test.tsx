import { screen, within } from "@testing-library/react";
import { expect, it, vi } from "vitest";
import { label } from "../../../../shared/i18n/label.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import {
  changeField,
  makeField,
  previewKind,
  type SettingsField,
} from "../../../../shared/wire/fields.contract.ts";
import { choose, fill, show } from "../../../../testing/screens/show.tsx";
import { answers, Otherwise, refusal } from "../../../../testing/screens/stand-in.ts";
import { idNo, objectInfo } from "../../../../testing/screens/world.ts";
import { FieldDialog } from "./FieldDialog.tsx";

const contact = objectInfo("contact");
const shoe: SettingsField = {
  name: "shoe_c",
  kind: "text",
  label: label("鞋码", "Shoe size"),
  max_length: 20,
  custom: true,
};
const colour: SettingsField = {
  name: "colour_c",
  kind: "select",
  label: label("颜色", "Colour"),
  custom: true,
  options: [
    { name: "red", label: label("红", "Red") },
    { name: "blue", label: label("蓝", "Blue") },
  ],
};
const done = { data: null };
function open(field: SettingsField | null) {
  const onClose = vi.fn();
  const user = show(<FieldDialog object={contact} field={field} onClose={onClose} />, {
    objects: ["contact", "account"],
  });
  return { user, onClose };
}
const input = (name: string) => screen.findByLabelText(new RegExp(`^${name}`));
const press = (name: string) => screen.getByRole("button", { name });

it("a new field is called in the API after its English name, and sends what was given", async () => {
  const made = answers(makeField, done);
  const { user, onClose } = open(null);
  await fill(user, await input("Chinese name"), "鞋码");
  await fill(user, await input("English name"), "Shoe size");
  expect(await screen.findByDisplayValue("shoe_size")).toBeTruthy();
  await user.click(press("Add"));
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(made.map(({ params, body }) => [params.object, body])).toEqual([
    ["contact", { kind: "text", name: "shoe_size", label: { "zh-CN": "鞋码", en: "Shoe size" } }],
  ]);
});

it("an API name of one's own stays when the English name changes", async () => {
  answers(makeField, done);
  const { user } = open(null);
  await fill(user, await input("API name"), "size");
  await fill(user, await input("English name"), "Shoe size");
  expect(await screen.findByDisplayValue("size")).toBeTruthy();
  expect(screen.queryByDisplayValue("shoe_size")).toBeNull();
});

it("each kind asks for what is its own", async () => {
  const { user } = open(null);
  await input("Maximum length");
  const kind = screen.getByLabelText("Type");
  await choose(user, kind, "Link");
  expect(await input("Links to")).toBeTruthy();
  expect(await input("When the other record is deleted")).toBeTruthy();
  expect(screen.queryByLabelText(/^Maximum length/)).toBeNull();
  await choose(user, kind, "Auto number");
  expect(await input("Number format")).toBeTruthy();
  await choose(user, kind, "Roll-up");
  expect(await input("Records of")).toBeTruthy();
  expect(await input("Only records that match")).toBeTruthy();
});

it("a format shows the number that it gives today, once it is whole", async () => {
  const { user } = open(null);
  await choose(user, await input("Type"), "Auto number");
  await fill(user, await input("Number format"), "Q-{{000");
  expect(screen.queryByText(/Q-012/)).toBeNull();
  await fill(user, await input("Number format"), "{DEPT}-{000}");
  expect(await screen.findByText(/BJ-012/)).toBeTruthy();
});

it("what is wrong stands beside its input, and the dialog stays", async () => {
  answers(
    makeField,
    refusal(422, "wrong", {
      detail: "The definition is not right",
      errors: [
        { code: "taken", field: "name", message: "There is such a field" },
        { code: "bad", field: "required_if", message: "No such thing as nmae" },
        { code: "odd", message: "And something else" },
      ],
    }),
  );
  const { user, onClose } = open(null);
  await fill(user, await input("English name"), "Name");
  await user.click(press("Add"));
  const name = await screen.findByText("There is such a field");
  expect(name.id).toBe((await input("API name")).getAttribute("aria-describedby"));
  // Folded away, but for its fault.
  expect((await screen.findByText("No such thing as nmae")).closest("details")?.open).toBe(true);
  expect((await screen.findByText("And something else")).closest('[data-part="banner"]')).toBeTruthy();
  expect(onClose).not.toHaveBeenCalled();
});

it("of a field that is there only what differs is sent; emptied is taken away", async () => {
  const sent = answers(changeField, done);
  const { user, onClose } = open(shoe);
  expect(screen.queryByLabelText(/^API name/)).toBeNull();
  await user.clear(await input("Maximum length"));
  await user.click(press("Save"));
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  expect(sent.map(({ params, body }) => [params.field, body])).toEqual([
    ["shoe_c", { label: { "zh-CN": "鞋码", en: "Shoe size" }, max_length: null }],
  ]);
});

it("of a shipped field the kind is fixed, and only what a company may change is offered", async () => {
  const title = contact.byName["title"];
  if (!title) throw new Error("Contacts have no title");
  open({ ...title, custom: false, shipped: { kind: "text", label: label("职位名", "Position") } });
  expect((await input("Type")).closest(".ant-select")?.className).toContain("disabled");
  expect(screen.queryByLabelText(/^Maximum length/)).toBeNull();
  expect(await screen.findByText("Default: Position")).toBeTruthy();
  expect(screen.getByText("Required")).toBeTruthy();
  expect(screen.queryByText("Can’t be changed after creation")).toBeNull();
});

it("options are put in order, and one that goes asks what its records get instead", async () => {
  const sent = answers(changeField, done);
  const { user, onClose } = open(colour);
  await user.click(await screen.findByRole("button", { name: "Move up Blue" }));
  await user.click(screen.getByRole("button", { name: "Add option" }));
  await fill(user, screen.getByLabelText("English option_3"), "Dark green");
  await user.click(screen.getByRole("button", { name: "Delete Red" }));
  const lost = (await screen.findByText(/“Red” will be removed/)).closest("label");
  if (!lost) throw new Error("Nothing asks about records that have it");
  await choose(user, within(lost).getByRole("combobox"), "Blue");
  await user.click(press("Save"));
  await expect.poll(() => onClose.mock.calls.length).toBe(1);
  const body: Values = sent[0]?.body ?? {};
  expect(body["options"]).toEqual([
    { name: "blue", label: { "zh-CN": "蓝", en: "Blue" } },
    { name: "dark_green", label: { en: "Dark green" }, color: "red" },
  ]);
  expect(body["map"]).toEqual({ red: "blue" });
});

it("the code of an option that records may have is not changed, that of a new one is", async () => {
  const { user } = open(colour);
  expect(screen.queryByLabelText("Code red")).toBeNull();
  await user.click(await screen.findByRole("button", { name: "Codes and groups" }));
  const code = await screen.findByLabelText("Code red");
  expect(code.hasAttribute("disabled")).toBe(true);
  await user.click(screen.getByRole("button", { name: "Add option" }));
  expect(screen.getByLabelText("Code option_3").hasAttribute("disabled")).toBe(false);
  expect(screen.getByRole("button", { name: "Move up Red" }).hasAttribute("disabled")).toBe(true);
  expect(screen.getByRole("button", { name: "Move down Red" }).hasAttribute("disabled")).toBe(false);
});

const conversion = { total: 3, failing: 1, examples: [{ record: idNo(40), before: "four", after: null }] };

it("another kind shows first what would become of the values; with one that has no equal it cannot be saved", async () => {
  const asked = answers(previewKind, { data: conversion });
  const { user } = open(shoe);
  await choose(user, await input("Type"), "Whole number");
  expect(
    await screen.findByText("1 of 3 values cannot be converted to “Whole number”. Correct it first:"),
  ).toBeTruthy();
  expect(screen.getByText("Can’t be converted")).toBeTruthy();
  expect(press("Convert and save").hasAttribute("disabled")).toBe(true);
  expect(asked[0]?.body).toMatchObject({ kind: "integer", dry_run: true });
});

it("many values are converted in the background, which is told", async () => {
  answers(changeField, ({ body }) =>
    body["dry_run"] === true
      ? { data: { total: 90_000, failing: 0, examples: [] } }
      : new Otherwise(202, { data: null, converting: { object: "contact", field: "shoe_c" } }),
  );
  const { user, onClose } = open(shoe);
  await choose(user, await input("Type"), "Whole number");
  expect(await screen.findByText("All 90000 values can be converted to “Whole number”.")).toBeTruthy();
  await user.click(press("Convert and save"));
  expect(await screen.findByText(/converted in the background/)).toBeTruthy();
  expect(onClose).toHaveBeenCalledOnce();
});

it("a kind into which nothing can be made is refused in the server's words", async () => {
  answers(
    changeField,
    refusal(422, "kind", {
      detail: "No",
      errors: [{ code: "kind", message: "A text never becomes a file" }],
    }),
  );
  const { user } = open(shoe);
  await choose(user, await input("Type"), "File");
  expect(await screen.findByText("A text never becomes a file")).toBeTruthy();
});

it("Enter in an option goes on to the next one, each with a hue of its own", async () => {
  const sent = answers(changeField, done);
  const { user } = open(colour);
  await user.click(await screen.findByRole("button", { name: "Add option" }));
  expect(document.activeElement).toBe(screen.getByLabelText("Chinese option_3"));
  await user.keyboard("绿{Enter}");
  expect(document.activeElement).toBe(screen.getByLabelText("Chinese option_4"));
  await user.keyboard("黄");
  await user.click(press("Save"));
  await expect.poll(() => sent.length).toBe(1);
  const body: Values = sent[0]?.body ?? {};
  expect(body["options"]).toMatchObject([
    {},
    {},
    { label: { "zh-CN": "绿" }, color: "red" },
    { label: { "zh-CN": "黄" }, color: "orange" },
  ]);
});

it("without a name the server makes one: nothing is sent for it", async () => {
  const made = answers(makeField, done);
  const { user } = open(null);
  await fill(user, await input("English name"), "Deposit");
  await user.clear(await input("API name"));
  await fill(user, await input("English name"), "");
  await fill(user, await input("Chinese name"), "押金");
  await user.click(press("Add"));
  await expect.poll(() => made.length).toBe(1);
  expect(made[0]?.body).toEqual({ kind: "text", label: { "zh-CN": "押金" } });
});
