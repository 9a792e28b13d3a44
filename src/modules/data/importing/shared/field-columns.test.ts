import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { columnsOfField, columnTitle, columnTitles, linkTargets } from "./field-columns.ts";
import { lineField, lineIdTitle, lineLists, lineTitle, lineTitles, splitLineField } from "./line-columns.ts";
import { linkIn } from "./link-in.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const objectOf = (name: string) => catalog.object(name);
const fieldOf = (object: string, name: string) => {
  const field = objectOf(object)?.byName[name];
  if (!field) throw new Error(`there is no ${object}.${name}`);
  return field;
};
const object = (name: string) => {
  const found = objectOf(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

test("a link has a column for its title and one for its id, money one for its currency", () => {
  const plans = (name: string) =>
    columnsOfField(fieldOf("opportunity", name), objectOf).map(({ plan }) => plan);
  expect(plans("account")).toEqual([
    { field: "account", by: ["name"], missing: "refuse" },
    { field: "account", by: ["id"], missing: "refuse" },
  ]);
  expect(plans("amount")).toEqual([{ field: "amount" }, { field: "amount", part: "currency" }]);
  expect(plans("name")).toEqual([{ field: "name" }]);
  expect(plans("owner")[0]).toEqual({ field: "owner", by: ["name"], missing: "refuse" });
});

test("what a field points at, of each kind that points", () => {
  expect(linkTargets(fieldOf("opportunity", "owner"), objectOf)).toEqual(["user"]);
  expect(linkTargets(fieldOf("opportunity", "department"), objectOf)).toEqual(["department"]);
  expect(linkTargets(fieldOf("opportunity", "account"), objectOf)).toEqual(["account"]);
  expect(linkTargets(fieldOf("task", "regarding"), objectOf)).toContain("opportunity");
  expect(linkTargets(fieldOf("opportunity", "name"), objectOf)).toEqual([]);
});

test("titles of an export are told apart in either language, and none stands for two columns", () => {
  for (const name of catalog.objects.keys()) {
    const titles = columnTitles(object(name), objectOf).flatMap((one) => [...new Set(one.titles)]);
    expect(titles.length, name).toBe(new Set(titles).size);
  }
  const [, id] = columnsOfField(fieldOf("opportunity", "account"), objectOf);
  if (!id) throw new Error("a link has an id");
  expect(columnTitle(id, object("opportunity"), "zh-CN")).toMatch(/ 编号$/);
  expect(columnTitle(id, object("opportunity"), "en")).toMatch(/ ID$/);
});

test("where two fields share a label, the name of each stands beside it", () => {
  const one = fieldOf("account", "name");
  const twin = { ...fieldOf("account", "website"), label: one.label };
  const [column] = columnsOfField(one, objectOf);
  if (!column) throw new Error("a text has a column");
  const twins = { ...object("account"), fields: [one, twin] };
  expect(columnTitle(column, twins, "en")).toMatch(/ \[name\]$/);
});

test("lines stand under the label of their list, without the link to their parent", () => {
  const [list] = lineLists(object("price_book"), objectOf);
  if (!list) throw new Error("a price book has lines");
  expect(list.columns.map(({ field }) => field.name)).not.toContain(list.field.via);
  expect(list.columns.map(({ field }) => field.name)).toContain("product");
  const [column] = list.columns;
  if (!column) throw new Error("lines have columns");
  expect(lineTitle(list, column, "en").startsWith(`${list.field.label["en"]} · `)).toBe(true);
  expect(lineIdTitle(list, "zh-CN")).toBe(`${list.field.label["zh-CN"]} · 编号`);
  const plans = lineTitles(object("price_book"), objectOf).map(({ plan }) => plan.field);
  expect(plans).toContain(`${list.field.name}.id`);
  expect(plans.every((name) => name.startsWith(`${list.field.name}.`))).toBe(true);
});

test("a field of lines is named with its list, and taken apart again", () => {
  expect(splitLineField(lineField("entries", "product"))).toEqual(["entries", "product"]);
  expect(splitLineField("name")).toEqual(["name", undefined]);
});

test("the record that a link names, of one target or of several", () => {
  const link = (object: string, name: string, value: Parameters<typeof linkIn>[1]) =>
    linkIn(fieldOf(object, name), value, objectOf);
  expect(link("opportunity", "account", "a-1")).toEqual({ object: "account", id: "a-1" });
  expect(link("task", "regarding", { object: "lead", id: "l-1" })).toEqual({ object: "lead", id: "l-1" });
  expect(link("opportunity", "account", null)).toBeNull();
  expect(link("opportunity", "account", { name: "nobody" })).toBeNull();
  expect(link("opportunity", "name", "a-1")).toBeNull();
});
