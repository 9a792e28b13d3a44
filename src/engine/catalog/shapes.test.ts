import { expect, test } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { label } from "../../shared/i18n/label.ts";
import { readDefinition } from "./read-definition.ts";
import { newObjectProperties } from "../definitions/object-properties.ts";
import { faultsOf } from "./shapes.ts";

const both = { "zh-CN": "甲", en: "A" };
const company = { first: "zh-CN", currency: "CNY" } as const;
const faults = (given: Values) => faultsOf(given, newObjectProperties("zh-CN"), label("对象", "An object"));

test.each<[string, Values, string, string]>([
  [
    "sharing",
    { sharing: { parent: 3 } },
    "bad_property",
    "“Sharing” is not valid: it must be owner (by owner and role), everyone, or {parent: a link field}.",
  ],
  [
    "sharing.extra",
    { sharing: { parent: "a", extra: 1 } },
    "unknown_property",
    "Sharing has no property called “extra”.",
  ],
  [
    "list.columns",
    { list: { columns: ["a", 1] } },
    "bad_property",
    "“Columns of the list” is not valid: it must be a list of 1 to 40 names, each once.",
  ],
  [
    "sections.0.label",
    { sections: [{ label: { en: "A" }, fields: ["a"] }] },
    "label_missing",
    "“Section label” has no text in Chinese, the company’s default language.",
  ],
  [
    "sections.0.fields",
    { sections: [{ label: both }] },
    "bad_property",
    "“Fields in the section” is missing.",
  ],
  [
    "sections",
    { sections: [3] },
    "bad_property",
    "“Sections of the form” is not valid: it must be a list of at most 40 parts.",
  ],
  [
    "rights.seller",
    { rights: { seller: 1 } },
    "bad_property",
    "“Who may use it” is not valid: it must be {create, read, update, delete}.",
  ],
  [
    "rights.seller.read",
    { rights: { seller: { read: "every" } } },
    "bad_property",
    "“View” is not valid: it must be one of: none, own, reports, department, subtree, all.",
  ],
  ["colour", { colour: 1 }, "unknown_property", "An object has no property called “colour”."],
  [
    "label",
    { label: { "zh-CN": "\0" } },
    "bad_property",
    "“Label” is not valid: it must be texts by language of at most 100 characters each.",
  ],
])("%s %j", (path, given, code, words) => {
  const found = faults({ name: "x", label: both, ...given });
  expect(found.map((one) => [one.path, one.code])).toEqual([[path, code]]);
  expect(found[0]?.text.en).toContain(words);
  expect(found[0]?.text["zh-CN"]).toMatch(/[\u4e00-\u9fff]/);
});

test("null takes a property away wherever it stands", () => {
  expect(
    faults({ list: null, sections: [{ label: null, fields: null }], rights: { a: { read: null } } }),
  ).toEqual([]);
});

const option = { name: "a", label: both };
test.each<[string, Values]>([
  ["kind", { kind: "colour" }],
  ["max_length", { kind: "text", max_length: 0 }],
  ["example", { kind: "text", example: "a\nb" }],
  ["example", { kind: "text", example: 5 }],
  ["example", { kind: "text", example: "a\ud800b" }],
  ["required_if", { kind: "text", required_if: " " }],
  ["format", { kind: "auto_number", format: "{0}{0}" }],
  ["targets", { kind: "link", targets: ["a", "a"] }],
  ["inverse.label", { kind: "link", targets: ["a"], inverse: { label: "Bids" } }],
  ["options.1", { kind: "select", options: [option, "b"] }],
  ["options.1.label", { kind: "select", options: [option, { name: "b" }] }],
  ["options.0.color", { kind: "select", options: [{ ...option, color: "#12" }] }],
  ["options", { kind: "select", options: [option, option] }],
  ["default", { kind: "text", default: "x".repeat(5000) }],
])("a field: %s", (path, given) => {
  const read = readDefinition({ label: both, ...given }, company);
  expect(read.ok ? [] : read.refusal.reasons.map((reason) => reason.field)).toEqual([path]);
});

test("a sound definition stays as it was given", () => {
  const given = {
    kind: "select",
    label: both,
    example: "𠮷\u2028",
    options: [{ ...option, color: null, hidden: true }],
    description: null,
  };
  const read = readDefinition(given, company);
  expect(read.ok && read.value).toEqual({
    kind: "select",
    label: both,
    example: given.example,
    options: given.options,
  });
});
