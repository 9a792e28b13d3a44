import { screen } from "@testing-library/react";
import { expect, it } from "vitest";
import { label } from "../../../../../shared/i18n/label.ts";
import {
  changeField,
  makeField,
  previewKind,
  type SettingsField,
} from "../../../../../shared/wire/fields.contract.ts";
import { changeObject } from "../../../../../shared/wire/objects.contract.ts";
import { choose, fill } from "../../../../../testing/screens/show.tsx";
import { answers, Otherwise, refusal } from "../../../../../testing/screens/stand-in.ts";
import { idNo } from "../../../../../testing/screens/world.ts";
import {
  contact,
  described,
  done,
  input,
  open,
  press,
  saved,
  shoe,
} from "../../../../../testing/screens/form-builder.tsx";

it("a kind from the palette stands in the form at once, is named there and saved with its place", async () => {
  const size: SettingsField = { name: "shoe_size_c", kind: "integer", label: { "zh-CN": "尺码" } };
  const made = answers(makeField, described(size));
  const arranged = answers(changeObject, done);
  const user = open(null);
  await user.click(await press("Add field: Whole number"));
  const name = await input("Field name");
  expect(document.activeElement).toBe(name);
  await user.keyboard("尺码");
  await fill(user, await input("English name"), "Shoe size");
  expect(await screen.findByDisplayValue("shoe_size")).toBeTruthy();
  await user.click(await press("Save"));
  await expect.poll(() => arranged.length).toBe(1);
  expect(made.map(({ params, body }) => [params.object, body])).toEqual([
    ["contact", { kind: "integer", name: "shoe_size", label: { "zh-CN": "尺码", en: "Shoe size" } }],
  ]);
  expect(arranged[0]?.body).toMatchObject({
    sections: [{ fields: ["name", "shoe_c", "colour_c", "shoe_size_c"] }],
  });
});

it("without a name the server makes one; a new field that is thrown away leaves nothing", async () => {
  const made = answers(makeField, described());
  answers(changeObject, done);
  const user = open(null);
  await user.click(await press("Add field: Text"));
  await user.keyboard("押金");
  await user.click(await press("Add field: Date"));
  await user.click(await press("Delete New field"));
  await user.click(await press("Save"));
  await expect.poll(() => made.length).toBe(1);
  expect(made[0]?.body).toEqual({ kind: "text", label: { "zh-CN": "押金" } });
});

it("width, required and a place in new records are switched beside the form; the usual is not kept", async () => {
  const sent = answers(changeField, done);
  const user = open(shoe);
  await user.click(await screen.findByText("Full"));
  expect(document.querySelector('[data-field="shoe_c"]')?.hasAttribute("data-wide")).toBe(true);
  const asked = await screen.findByRole("switch", { name: "Ask for it in new records" });
  expect(asked.getAttribute("aria-checked")).toBe("false");
  await user.click(asked);
  await user.click(await press("Save"));
  await expect
    .poll(() => sent.map(({ body }) => body))
    .toEqual([{ label: shoe.label, width: "full", create_form: true }]);
  await saved();
  await user.click(await screen.findByText("Full"));
  await user.click(await screen.findByText("Half"));
  await user.click(screen.getByRole("switch", { name: "Required" }));
  expect(screen.getByText("Required fields always show in new records.")).toBeTruthy();
  await user.click(await press("Save"));
  await expect.poll(() => sent.at(-1)?.body).toEqual({ label: shoe.label, required: true });
});

it("of what every record has only its place is changed", async () => {
  open(contact.byName["owner"] ?? null);
  expect(await screen.findByText("Half")).toBeTruthy();
  expect(screen.queryByRole("switch", { name: "Required" })).toBeNull();
  expect(screen.queryByText("More settings")).toBeNull();
});

it("each kind asks for what is its own", async () => {
  const user = open(null);
  await user.click(await press("Add field: Link"));
  expect(await input("Links to")).toBeTruthy();
  expect(await input("When the other record is deleted")).toBeTruthy();
  await user.click(await press("More types"));
  await user.click(await press("Add field: Roll-up"));
  expect(await input("Records of")).toBeTruthy();
  expect(await input("Only records that match")).toBeTruthy();
  expect(screen.queryByLabelText(/^Links to/)).toBeNull();
  await user.click(await press("Add field: Auto number"));
  await fill(user, await input("Number format"), "Q-{{000");
  expect(screen.queryByText(/Q-012/)).toBeNull();
  await fill(user, await input("Number format"), "{DEPT}-{000}");
  expect(await screen.findByText(/BJ-012/)).toBeTruthy();
});

it("what is wrong stands beside its input; what was saved before it stays saved", async () => {
  const changed = answers(changeField, done);
  const faults = [
    { code: "taken", field: "name", message: "There is such a field" },
    { code: "bad", field: "required_if", message: "No such thing as nmae" },
    { code: "odd", message: "And something else" },
  ];
  answers(makeField, refusal(422, "wrong", { detail: "The definition is not right", errors: faults }));
  const user = open(shoe);
  await user.click(await screen.findByText("Full"));
  await user.click(await press("Add field: Text"));
  await fill(user, await input("English name"), "Name");
  await user.click(await press("Set up Shoe size"));
  await user.click(await press("Save"));
  const name = await screen.findByText("There is such a field");
  expect(name.id).toBe((await input("API name")).getAttribute("aria-describedby"));
  // Folded away, but for its fault.
  expect((await screen.findByText("No such thing as nmae")).closest("details")?.open).toBe(true);
  expect((await screen.findByText("And something else")).closest('[data-part="banner"]')).toBeTruthy();
  expect(screen.getByText("Unsaved changes")).toBeTruthy();
  expect(changed, "new fields come first").toEqual([]);
});

it("of a field that is there only what differs is sent; emptied is taken away", async () => {
  const sent = answers(changeField, done);
  const user = open(shoe);
  await user.clear(await input("Maximum length"));
  expect(screen.queryByLabelText(/^API name/)).toBeNull();
  await user.click(await press("Save"));
  await expect
    .poll(() => sent.map(({ params, body }) => [params.field, body]))
    .toEqual([["shoe_c", { label: { "zh-CN": "鞋码", en: "Shoe size" }, max_length: null }]]);
});

it("of a shipped field the kind is fixed, and only what a company may change is offered", async () => {
  const title = contact.byName["title"];
  if (!title) throw new Error("Contacts have no title");
  open({ ...title, custom: false, shipped: { kind: "text", label: label("职位名", "Position") } });
  expect((await input("Type")).closest(".ant-select")?.className).toContain("disabled");
  expect(screen.queryByLabelText(/^Maximum length/)).toBeNull();
  expect(await screen.findByText("Default: Position")).toBeTruthy();
  expect(screen.getByRole("switch", { name: "Required" })).toBeTruthy();
  expect(screen.queryByText("Can’t be changed after creation")).toBeNull();
});

const conversion = { total: 3, failing: 1, examples: [{ record: idNo(40), before: "four", after: null }] };

it("another kind shows first what would become of the values; with one that has no equal it cannot be saved", async () => {
  const asked = answers(previewKind, { data: conversion });
  const user = open(shoe);
  await choose(user, await input("Type"), "Whole number");
  expect(
    await screen.findByText("1 of 3 values cannot be converted to “Whole number”. Correct it first:"),
  ).toBeTruthy();
  expect(screen.getByText("Can’t be converted")).toBeTruthy();
  expect((await press("Convert and save")).hasAttribute("disabled")).toBe(true);
  expect(asked[0]?.body).toMatchObject({ kind: "integer", dry_run: true });
  await user.click(await press("Discard changes"));
  expect(await screen.findByDisplayValue("20")).toBeTruthy();
  await user.click(await screen.findByText("Full"));
  expect((await press("Save")).hasAttribute("disabled"), "another change is saved as ever").toBe(false);
});

it("many values are converted in the background, which is told", async () => {
  answers(changeField, ({ body }) =>
    body["dry_run"] === true
      ? { data: { total: 90_000, failing: 0, examples: [] } }
      : new Otherwise(202, { data: null, converting: { object: "contact", field: "shoe_c" } }),
  );
  const user = open(shoe);
  await choose(user, await input("Type"), "Whole number");
  expect(await screen.findByText("All 90000 values can be converted to “Whole number”.")).toBeTruthy();
  await user.click(await press("Convert and save"));
  expect(await screen.findByText(/converted in the background/)).toBeTruthy();
});

it("a kind into which nothing can be made is refused in the server's words", async () => {
  const errors = [{ code: "kind", message: "A text never becomes a file" }];
  answers(changeField, refusal(422, "kind", { detail: "No", errors }));
  const user = open(shoe);
  await choose(user, await input("Type"), "File");
  expect(await screen.findByText("A text never becomes a file")).toBeTruthy();
});
