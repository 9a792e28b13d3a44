import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { label } from "../../../../shared/i18n/label.ts";
import type { Field } from "../../../../shared/metadata/field.ts";
import { comesLater, MOVING_ORDER, movingOrder } from "./moving-order.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const own = (name: string, ...targets: string[]) => ({
  name,
  custom: true,
  fields: targets.map((target): Field => ({
    name: `to_${target}`,
    kind: "link",
    label: label(target, target),
    targets: [target],
  })),
});

test("the order names objects that there are, and what a required link needs comes before it", () => {
  for (const name of MOVING_ORDER) {
    const fields = catalog.object(name)?.fields;
    expect(fields, name).toBeDefined();
    for (const field of fields ?? [])
      if (field.kind === "link" && field.required)
        for (const target of field.targets)
          if (MOVING_ORDER.some((one) => one === target) && target !== name)
            expect(comesLater(name, target), `${name} needs ${target}`).toBe(false);
  }
});

test("a person is brought behind the first file of departments, whose heads may be empty until then", () => {
  expect(comesLater("department", "user")).toBe(true);
  expect(comesLater("user", "department")).toBe(false);
  expect(comesLater("moon", "user")).toBe(false);
});

test("what a company made itself stands behind the shipped, before what hangs on records", () => {
  const shipped = ["account", "note", "task"].map((name) => ({ name, fields: [] }));
  expect(movingOrder([own("visit__c", "site__c"), own("site__c", "account"), ...shipped])).toEqual([
    "account",
    "site__c",
    "visit__c",
    "task",
    "note",
  ]);
});

test("objects that link in a circle all come, each once", () => {
  const circle = [own("a__c", "b__c"), own("b__c", "a__c"), own("c__c", "c__c")];
  expect(movingOrder(circle).toSorted()).toEqual(["a__c", "b__c", "c__c"]);
});
