import { expect, it } from "vitest";
import { objectInfo } from "../../../../testing/screens/world.ts";
import { draftOfObject, objectBody } from "./object-draft.ts";

const contact = objectInfo("contact");
const draft = draftOfObject(contact);
const body = (change: Partial<typeof draft>, object = contact) => objectBody({ ...draft, ...change }, object);

it("what was not changed is not sent", () => {
  expect(body({})).toEqual({});
});

it("a name is sent in the languages that have one", () => {
  expect(body({ en: "Person" })).toEqual({ label: { "zh-CN": "联系人", en: "Person" } });
  expect(body({ en: "  " })).toEqual({ label: { "zh-CN": "联系人" } });
});

it("of the list only the part that was changed is sent", () => {
  expect(body({ sort: "-name" })).toEqual({ list: { sort: "-name" } });
  expect(body({ columns: ["name"] })).toEqual({ list: { columns: ["name"] } });
});

it("only an object of one's own may be shared another way; by a parent that is a field", () => {
  expect(body({ sharing: "everyone" })).toEqual({});
  const own = { ...contact, custom: true };
  expect(body({ sharing: "everyone" }, own)).toEqual({ sharing: "everyone" });
  expect(body({ sharing: "parent:account" }, own)).toEqual({ sharing: { parent: "account" } });
});

it("a field that is hidden from the reader is no column to choose", () => {
  const hidden = contact.fields.map((field) =>
    field.name === "mobile" ? { ...field, right: "hidden" as const } : field,
  );
  const byName = Object.fromEntries(hidden.map((field) => [field.name, field]));
  const list = { ...contact.list, columns: ["name", "mobile"] };
  expect(draftOfObject({ ...contact, fields: hidden, byName, list }).columns).toEqual(["name"]);
});
