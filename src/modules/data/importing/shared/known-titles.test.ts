import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import { keptTitles } from "./field-columns.ts";
import { lineTitlesOf, titlesOf } from "./known-titles.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
const objectOf = (name: string) => catalog.object(name);
const object = (name: string) => {
  const found = objectOf(name);
  if (!found) throw new Error(`there is no ${name}`);
  return found;
};

test("a title is known by label, name, synonym, object and own export; what a row holds is none", () => {
  const isTitle = titlesOf(object("account"), objectOf);
  for (const title of [
    "客户名称",
    "name",
    "Website",
    "甲方",
    "客户",
    "编号",
    "ID",
    "年营业额（万元）",
    "Credit-Code",
  ])
    expect(isTitle(title), title).toBe(true);
  for (const cell of ["苏州精密仪器", "", "123", `客户名称${"x".repeat(60)}`])
    expect(isTitle(cell), cell).toBe(false);
});

test("lines have titles of their own; an object without lists has none", () => {
  const isTitle = lineTitlesOf(object("price_book"), objectOf);
  expect([isTitle?.("产品"), isTitle?.("单价"), isTitle?.("苏州")]).toEqual([true, true, false]);
  expect(lineTitlesOf(object("tag"), objectOf)).toBeUndefined();
});

test("what the system keeps by itself is told from what may be brought", () => {
  const isKept = keptTitles(object("opportunity"), objectOf);
  const of = (name: string, language: "zh-CN" | "en") =>
    object("opportunity").byName[name]?.label[language] ?? "";
  expect([isKept(of("created_by", "zh-CN")), isKept(of("updated_at", "en"))]).toEqual([true, true]);
  expect([isKept(of("created_at", "zh-CN")), isKept(of("name", "zh-CN")), isKept("ID")]).toEqual([
    false,
    false,
    false,
  ]);
});
