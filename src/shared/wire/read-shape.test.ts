import { describe, expect, test } from "vitest";
import { label } from "../i18n/label.ts";
import { say } from "../i18n/messages.ts";
import { readShape, sentenceOf } from "./read-shape.ts";
import {
  choice,
  closed,
  day,
  flag,
  list,
  literal,
  mapOf,
  nullable,
  object,
  oneOf,
  optional,
  text,
  whole,
} from "./schema.ts";
import { noted } from "./shape-notes.ts";

const Thing = closed({
  name: text({ minLength: 1, maxLength: 3 }),
  count: optional(whole({ minimum: 1, maximum: 9 })),
  on: optional(nullable(flag())),
  kind: optional(choice("a", "b")),
  due: optional(day()),
  parts: optional(list(object({ id: text() }), { maxItems: 2 })),
  by: optional(mapOf(text(), { names: "^[a-z]+$", only: true })),
  steps: optional(
    list(oneOf(object({ kind: literal("one"), at: whole() }), object({ kind: literal("two"), to: text() }))),
  ),
});
const problems = (given: object) => {
  const read = readShape(Thing, { name: "x", ...given });
  return read.ok ? [] : read.problems.map(({ path, code }) => `${path} ${code}`);
};

test("what is sound comes back as it was given", () => {
  expect(readShape(Thing, { name: "x", on: null })).toEqual({ ok: true, value: { name: "x", on: null } });
});

test.each([
  [{ name: undefined }, "name not_text"],
  [{ name: "" }, "name too_short"],
  [{ name: "long" }, "name too_long"],
  [{ more: 1 }, "more unknown"],
  [{ count: 1.5 }, "count not_whole"],
  [{ count: 10 }, "count too_great"],
  [{ on: "yes" }, "on not_flag"],
  [{ kind: "c" }, "kind not_one_of"],
  [{ due: "tomorrow" }, "due bad_form"],
  [{ parts: {} }, "parts not_list"],
  [{ parts: [{}, { id: "a" }, { id: "b" }] }, "parts too_many,parts.0.id missing"],
  [{ by: { A: "x" } }, "by.A bad_name"],
  [{ steps: [{ kind: "two" }, { kind: "three" }, 7] }, "steps.0.to missing,steps.1 unlike,steps.2 unlike"],
])("%j", (given, wanted) => {
  expect(problems(given).join(",")).toBe(wanted);
});

test("a problem is said in both languages, with its place", () => {
  const read = readShape(Thing, { kind: "c" });
  const told = read.ok
    ? []
    : read.problems.flatMap((one) => [
        say(sentenceOf(one), "zh-CN", { place: one.path }),
        say(sentenceOf(one), "en", { place: one.path }),
      ]);
  expect(told).toEqual([
    "“name”不能缺少",
    "“name” is missing",
    "“kind”应为其中之一：a, b",
    "“kind” must be one of: a, b",
  ]);
});

describe("notes", () => {
  const Names = noted(list(text(), { maxItems: 2 }), {
    name: label("字段", "Fields"),
    wanted: label("名称的列表", "a list of names"),
    code: "bad_names",
  });
  const Part = noted(closed({ names: Names }), { name: label("第 {n} 项", "Part {n}") });
  const read = (given: unknown) => {
    const found = readShape(list(Part), given);
    return found.ok
      ? []
      : found.problems.map(({ path, code, text: said, name }) => [path, code, said.en, name?.en]);
  };
  test("speak for all that is beneath them", () => {
    expect(read([{ names: ["a"] }, { names: ["a", 1, 2] }])).toEqual([
      ["1.names", "bad_names", "must be a list of names", "Fields"],
    ]);
  });
  test("but not for what is missing or unknown itself", () => {
    expect(read([{}, { names: [], more: 1 }])).toEqual([
      ["0.names", "missing", "is missing", "Fields"],
      ["1.more", "unknown", "is not known here", "Part 2"],
    ]);
  });
});
