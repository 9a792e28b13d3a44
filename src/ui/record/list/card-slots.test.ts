import { expect, it } from "vitest";
import { objectInfo } from "../../../testing/screens/world.ts";
import { cardSlots } from "./card-slots.ts";
import { columnOf } from "./columns.ts";

const slots = (name: string, columns = objectInfo(name).list.columns) => {
  const object = objectInfo(name);
  const { beside, under, below } = cardSlots(
    object,
    columns.flatMap((one) => (object.byName[one] ? [columnOf(object.byName[one])] : [])),
  );
  return [beside?.name, under?.name, below?.name];
};

it("a deal's amount stands at the end of the first line, never a date", () => {
  expect(slots("opportunity")).toEqual(["amount", "account", "stage"]);
});

it("a lead shows its status, wherever the list has it", () => {
  expect(slots("lead")).toEqual(["mobile", "contact_name", "status"]);
  expect(slots("lead", ["company", "mobile"])).toEqual(["status", "mobile", undefined]);
});

it("what has no stages shows its first columns", () => {
  expect(slots("contact")).toEqual(["title", "account", "mobile"]);
  expect(slots("contact", ["name"])).toEqual([undefined, undefined, undefined]);
});
