import { expect, it } from "vitest";
import { objectInfo } from "../../../testing/screens/world.ts";
import { foldParts } from "./first-fields.ts";
import { formParts } from "./form-fields.ts";

const folded = (name: string, required: readonly string[] = []) => {
  const object = objectInfo(name);
  return foldParts(object, formParts(object, true), (field) => required.includes(field.name));
};
const namesOf = (parts: readonly { readonly fields: readonly { readonly name: string }[] }[] = []) =>
  parts.flatMap(({ fields }) => fields.map(({ name }) => name));

it("a deal begins with six fields, in the order in which one tells them; no field is lost or twice there", () => {
  const deal = folded("opportunity");
  expect(namesOf(deal ? [deal.first] : [])).toEqual([
    "account",
    "name",
    "amount",
    "close_date",
    "product",
    "next_step",
  ]);
  const all = namesOf(formParts(objectInfo("opportunity"), true));
  expect([...namesOf(deal ? [deal.first] : []), ...namesOf(deal?.more)].toSorted()).toEqual(all.toSorted());
});

it("what is required is not folded, and comes after what comes first", () => {
  expect(namesOf([folded("opportunity", ["source"])!.first]).at(-1)).toBe("source");
  expect(namesOf(folded("opportunity", ["source"])?.more)).not.toContain("source");
});

it("every name that comes first is a field of its object that can be typed", () => {
  const lengths = { opportunity: 6, lead: 6, account: 5, contact: 6, task: 5, activity: 6 };
  for (const [name, length] of Object.entries(lengths))
    expect([name, folded(name)?.first.fields.length]).toEqual([name, length]);
});

it("an object of which nobody said what comes first has its whole form", () => {
  expect(folded("product")).toBeNull();
});

const chosen = (
  name: string,
  choices: Readonly<Record<string, boolean>>,
  changed: readonly string[] = [],
) => {
  const object = objectInfo(name);
  const with_ = { ...object, changed };
  const parts = formParts(object, true).map((part) => ({
    ...part,
    fields: part.fields.map((field) =>
      choices[field.name] === undefined ? field : { ...field, create_form: choices[field.name] === true },
    ),
  }));
  return foldParts(with_, parts, () => false);
};

it("what the company chose holds: asked for at once or folded, be it one field alone", () => {
  const deal = chosen("opportunity", { amount: false, description: true });
  expect(namesOf(deal ? [deal.first] : [])).toEqual([
    "account",
    "name",
    "close_date",
    "product",
    "next_step",
    "description",
  ]);
  expect(namesOf(chosen("product", { code: false })?.more)).toEqual(["code"]);
});

it("a form that was arranged asks in its own order", () => {
  const order = namesOf(formParts(objectInfo("opportunity"), true));
  const first = namesOf([chosen("opportunity", {}, ["sections"])!.first]);
  expect(first).toEqual(order.filter((name) => first.includes(name)));
  expect(first).not.toEqual(namesOf([folded("opportunity")!.first]));
});
