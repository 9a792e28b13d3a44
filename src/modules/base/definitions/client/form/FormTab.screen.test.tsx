import { fireEvent, screen, waitFor, within } from "@testing-library/react";
import { expect, it } from "vitest";
import { label } from "../../../../../shared/i18n/label.ts";
import { readFields } from "../../../../../shared/wire/fields.contract.ts";
import { changeObject } from "../../../../../shared/wire/objects.contract.ts";
import { show } from "../../../../../testing/screens/show.tsx";
import { answers } from "../../../../../testing/screens/stand-in.ts";
import { objectInfo } from "../../../../../testing/screens/world.ts";
import { FormTab } from "./FormTab.tsx";

const shipped = objectInfo("contact");
const fields = shipped.fields.filter(({ name }) => ["name", "title", "mobile", "email"].includes(name));
const contact = {
  ...shipped,
  // Few of them, so that the form is drawn quickly.
  fields,
  byName: Object.fromEntries(fields.map((field) => [field.name, field])),
  sections: [
    { label: label("是谁", "Who"), fields: ["name", "title"] },
    { label: label("联系", "Reach"), fields: ["mobile"] },
  ],
};
function open(object = contact) {
  answers(readFields, { data: [...object.fields] });
  return show(<FormTab object={object} chosen={null} onChoose={() => undefined} />, { objects: ["account"] });
}
const handle = (name: string) => screen.findByRole("button", { name: `Move ${name}` });
const fieldsIn = (name: string) =>
  [...screen.getByRole("region", { name }).querySelectorAll<HTMLElement>("[data-field]")].map(
    (field) => field.dataset["field"],
  );

it("arrow keys move a field through the sections, say where it stands and keep the focus", async () => {
  const sent = answers(changeObject, { data: null });
  const user = open();
  (await handle("Job title")).focus();
  await user.keyboard("{ArrowUp}");
  expect(fieldsIn("Who")).toEqual(["title", "name"]);
  await user.keyboard("{ArrowDown}{ArrowDown}");
  expect([fieldsIn("Who"), fieldsIn("Reach")]).toEqual([["name"], ["title", "mobile"]]);
  expect(document.activeElement).toBe(await handle("Job title"));
  expect(screen.getByText("Job title: Reach, place 1")).toBeTruthy();
  await user.click(screen.getByRole("button", { name: "Save" }));
  await waitFor(() => expect(sent).toHaveLength(1));
  expect([sent[0]?.params.object, sent[0]?.body]).toEqual([
    "contact",
    {
      sections: [
        { label: label("是谁", "Who"), fields: ["name"] },
        { label: label("联系", "Reach"), fields: ["title", "mobile"] },
      ],
    },
  ]);
});

it("a field is dragged before another, or out of the sections; changes are taken back", async () => {
  const user = open();
  const tile = async (name: string) => {
    const found = (await handle(name)).closest("[data-field]");
    if (!found) throw new Error(`${name} stands nowhere`);
    return found;
  };
  const dataTransfer = { effectAllowed: "" };
  fireEvent.dragStart(await tile("Job title"), { dataTransfer });
  fireEvent.drop(await tile("Mobile"), { dataTransfer });
  expect(fieldsIn("Reach")).toEqual(["title", "mobile"]);
  fireEvent.dragStart(await tile("Name"), { dataTransfer });
  const rest = within(screen.getByRole("region", { name: "Not in a section" }));
  fireEvent.drop(rest.getByRole("button", { name: "Move Email" }), { dataTransfer });
  expect(fieldsIn("Not in a section")).toContain("name");
  await user.click(screen.getByRole("button", { name: "Discard changes" }));
  expect(fieldsIn("Who")).toEqual(["name", "title"]);
  expect(screen.getByRole("button", { name: "Save" }).hasAttribute("disabled")).toBe(true);
});

it("a section that goes leaves its fields behind; a new one has a name already", async () => {
  const user = open();
  await user.click(await screen.findByRole("button", { name: /^Remove section Reach/ }));
  expect(fieldsIn("Not in a section")[0]).toBe("mobile");
  await user.click(screen.getByRole("button", { name: "Add section" }));
  expect(screen.getAllByText("Drag fields here")).toHaveLength(1);
});

it("a shipped form that was changed is given back after a question", async () => {
  const sent = answers(changeObject, { data: null });
  const user = open({ ...contact, changed: ["sections"] });
  await user.click(await screen.findByRole("button", { name: "Restore the built-in form" }));
  const dialog = within(await screen.findByRole("dialog"));
  await user.click(dialog.getByRole("button", { name: "Restore the built-in form" }));
  await waitFor(() => expect(sent.map(({ body }) => body)).toEqual([{ sections: null }]));
});
