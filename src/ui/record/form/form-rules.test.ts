import { expect, it } from "vitest";
import { objectInfo, personOf } from "../../../testing/screens/world.ts";
import { formRules } from "./form-rules.ts";

const object = objectInfo("contact");
const me = personOf("administrator");
const { isVisible, isRequired } = formRules(object, new Map([[object.name, object]]), me);
const field = (name: string, rules: { visible_if?: string; required_if?: string; required?: boolean }) => {
  const found = object.byName[name];
  if (!found) throw new Error(`Contacts have no ${name}`);
  return { ...found, ...rules };
};

it("without a rule a field shows and may stay empty", () => {
  expect(isVisible(field("title", {}), {})).toBe(true);
  expect(isRequired(field("title", {}), {})).toBe(false);
  expect(isRequired(field("title", { required: true }), {})).toBe(true);
});

it("a rule follows what is being typed", () => {
  const title = field("title", { visible_if: 'role == "buyer"', required_if: "!ISBLANK(unit)" });
  expect(isVisible(title, { role: "user" })).toBe(false);
  expect(isVisible(title, { role: "buyer" })).toBe(true);
  expect(isRequired(title, { unit: "" })).toBe(false);
  expect(isRequired(title, { unit: "Buying" })).toBe(true);
});

it("a rule may ask who is typing", () => {
  const title = field("title", { visible_if: "owner == me()" });
  expect(isVisible(title, { owner: me.user.id })).toBe(true);
  expect(isVisible(title, { owner: "somebody" })).toBe(false);
});

it("what reads beyond the record, and what is no rule, the server judges: the field shows and is not asked for", () => {
  for (const rule of ['account.name == "A"', "nonsense == 1", "title =="]) {
    expect(isVisible(field("title", { visible_if: rule }), {})).toBe(true);
    expect(isRequired(field("title", { required_if: rule }), {})).toBe(false);
  }
});
