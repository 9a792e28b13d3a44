import { Errors } from "@sinclair/typebox/errors";
import { describe, expect, it } from "vitest";
import { label } from "../i18n/label.ts";
import { fits } from "./fits.ts";
import { problemsOf, readShape, type ShapeProblem } from "./read-shape.ts";
import {
  ANY_NAME,
  both,
  choice,
  closed,
  day,
  decimal,
  flag,
  list,
  literal,
  mapOf,
  moment,
  nullable,
  number,
  object,
  oneOf,
  optional,
  text,
  type TSchema,
  uuid,
  whole,
} from "./schema.ts";
import { noted, notesOf } from "./shape-notes.ts";
import { clauseOf } from "./shape-texts.ts";

const problems = (schema: TSchema, value: unknown, most?: number): readonly ShapeProblem[] => {
  const read = readShape(schema, value, most);
  return read.ok ? [] : read.problems;
};
const told = (schema: TSchema, value: unknown): readonly string[] =>
  problems(schema, value).flatMap(({ code, text: said }) => [code, said["zh-CN"], said.en]);

describe("each fault has its words in both languages", () => {
  it.each([
    [text(), 5, ["not_text", "应为文字", "must be a text"]],
    [number(), "5", ["not_number", "应为数字", "must be a number"]],
    [whole(), 1.5, ["not_whole", "应为整数", "must be a whole number"]],
    [flag(), "true", ["not_flag", "应为 true 或 false", "must be true or false"]],
    [list(text()), {}, ["not_list", "应为列表", "must be a list"]],
    [closed({}), [], ["not_map", "应为 JSON 对象", "must be a JSON object"]],
    [choice("a", "b"), "c", ["not_one_of", "应为其中之一：a, b", "must be one of: a, b"]],
    [literal("a"), "c", ["not_one_of", "应为其中之一：a", "must be one of: a"]],
    [nullable(choice("a", "b")), "c", ["not_one_of", "应为其中之一：a, b", "must be one of: a, b"]],
    [text({ maxLength: 1 }), "ab", ["too_long", "最长 1 个字符", "must have at most 1 character"]],
    [text({ maxLength: 2 }), "abc", ["too_long", "最长 2 个字符", "must have at most 2 characters"]],
    [text({ minLength: 2 }), "a", ["too_short", "至少 2 个字符", "must have at least 2 characters"]],
    [list(text(), { maxItems: 1 }), ["a", "b"], ["too_many", "最多 1 项", "must have at most 1 entry"]],
    [list(text(), { minItems: 2 }), ["a"], ["too_few", "至少 2 项", "must have at least 2 entries"]],
    [
      list(text(), { uniqueItems: true }),
      ["a", "a"],
      ["twice", "不能有重复的项", "must have each entry once"],
    ],
    [
      mapOf(text(), { maxProperties: 1 }),
      { a: "x", b: "y" },
      ["too_many", "最多 1 项", "must have at most 1 entry"],
    ],
    [whole({ maximum: 9 }), 10, ["too_great", "不能大于 9", "must not be greater than 9"]],
    [number({ minimum: 0.5 }), 0, ["too_small", "不能小于 0.5", "must not be less than 0.5"]],
    [uuid(), "x", ["bad_form", "应为 id（UUID）", "must be an id (UUID)"]],
    [day(), "x", ["bad_form", "应为日期，例如 2026-11-30", "must be a day such as 2026-11-30"]],
    [decimal(), "1e3", ["bad_form", "格式不对", "is not written as required"]],
    [oneOf(text(), whole()), true, ["unlike", "不是可接受的形式", "is of no form that is known here"]],
  ] as const)("%j: %j", (schema, value, words) => expect(told(schema as TSchema, value)).toEqual(words));

  it("what is missing and what is not known are told at their own places", () => {
    const schema = closed({ name: text(), "a/b~c": optional(text()) });
    expect(problems(schema, { more: 1 }).map(({ path, key, code }) => [path, key, code])).toEqual(
      expect.arrayContaining([
        ["name", "name", "missing"],
        ["more", "more", "unknown"],
      ]),
    );
    expect(problems(schema, { name: "x", "a/b~c": 5 }).map(({ path }) => path)).toEqual(["a/b~c"]);
  });

  it("a limit may be filled into the words by themselves", () => {
    expect(clauseOf("too_long", { limit: 3 })).toEqual(
      label("最长 3 个字符", "must have at most 3 characters"),
    );
  });
});

describe("places", () => {
  const schema = list(object({ id: text(), tags: optional(list(text())) }));
  it("are told once each, the outermost first, as many as are asked for", () => {
    const given = Array.from({ length: 9 }, () => ({ tags: [1, 2] }));
    expect(problems(schema, given, 4)).toHaveLength(4);
    expect(problems(schema, given).map(({ path }) => path)).toHaveLength(27);
    expect(problems(schema, "x").map(({ path }) => path)).toEqual([""]);
  });
  it("a key that somebody made up is said in part", () => {
    const [problem] = problems(closed({}), { ["k".repeat(500)]: 1 });
    expect(problem?.path).toHaveLength(80);
  });
});

describe("what may be of several forms", () => {
  const Step = oneOf(
    closed({ kind: literal("mail"), to: text() }),
    closed({ kind: literal("call"), number: whole() }),
    nullable(text()),
  );
  const at = (value: unknown) => problems(list(Step), [value]).map(({ path, code }) => `${path} ${code}`);
  it("is judged by the form that was meant", () => {
    expect(at({ kind: "mail" })).toEqual(["0.to missing"]);
    expect(at({ kind: "call", number: "x" })).toEqual(["0.number not_whole"]);
    expect(at({ kind: "call", number: 1, more: 1 })).toEqual(["0.more unknown"]);
    expect(at(5)).toEqual(["0 unlike"]);
    expect([at("x"), at(null)]).toEqual([[], []]);
  });
  it("is one place where that is asked, whatever is wrong within it", () => {
    const value = { kind: "mail", to: 5 };
    const found = problemsOf(Step, Errors(Step, value), { closedUnions: true });
    expect(found.map(({ path }) => path)).toEqual([""]);
  });
});

describe("what fits", () => {
  it("takes moments with their zone, days without, ids in any case", () => {
    const id = "0195F02A-8000-760e-af92-aea7ccceb4c7";
    expect([
      fits(uuid(), id),
      fits(moment(), "2026-03-01T08:00:00.5+08:00"),
      fits(day(), "2026-03-01"),
    ]).toEqual([true, true, true]);
    expect([
      fits(uuid(), id.slice(1)),
      fits(moment(), "2026-03-01T08:00:00"),
      fits(day(), "2026-3-1"),
    ]).toEqual([false, false, false]);
    expect(["1", "-1.50", "1.", "+1", ""].map((given) => fits(decimal(), given))).toEqual([
      true,
      true,
      false,
      false,
      false,
    ]);
  });
  it("a map has values of one kind, and names that may be told", () => {
    const any = mapOf(whole(), { names: ANY_NAME });
    expect([fits(any, { "two\nlines": 1 }), fits(any, { "two\nlines": "x" })]).toEqual([true, false]);
    const only = mapOf(whole(), { names: "^[a-z]+$", only: true });
    expect([fits(only, { a: 1 }), fits(only, { A: 1 })]).toEqual([true, false]);
    expect(fits(mapOf(whole(), { names: "^[a-z]+$" }), { A: "x" }), "others are not looked at").toBe(true);
  });
  it("an object bears members that it does not know, a closed one does not", () => {
    expect([fits(object({}), { a: 1 }), fits(closed({}), { a: 1 })]).toEqual([true, false]);
    const two = both(object({ a: text() }), object({ b: text() }));
    expect([fits(two, { a: "x", b: "y" }), fits(two, { a: "x" })]).toEqual([true, false]);
  });
});

describe("notes", () => {
  it("are added to those that a schema has, and leave the schema as it was", () => {
    const plain = text();
    const one = noted(plain, { name: label("名称", "Name") });
    const two = noted(one, { code: "bad_name" });
    expect(notesOf(two)).toEqual({ name: label("名称", "Name"), code: "bad_name" });
    expect([notesOf(plain), notesOf(one).code]).toEqual([{}, undefined]);
  });
  it("of the value itself leave what is beneath to speak for itself", () => {
    const names = noted(list(text({ maxLength: 2 })), {
      wanted: label("名称列表", "a list of names"),
      alone: true,
    });
    const words = (value: unknown) =>
      problems(closed({ names }), { names: value }).map(({ text: said }) => said.en);
    expect(words("x")).toEqual(["must be a list of names"]);
    expect(words(["abc"])).toEqual(["must have at most 2 characters"]);
  });
  it("say what is missing in words of their own", () => {
    const Part = noted(closed({ name: text() }), {
      wanted: label("部分", "a part"),
      absent: { code: "no_part", text: label("要有部分", "needs a part") },
    });
    expect(problems(list(Part), [{}]).map(({ path, code }) => `${path} ${code}`)).toEqual(["0 no_part"]);
  });
});
