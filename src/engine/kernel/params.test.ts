import { describe, expect, it } from "vitest";
import { groupBy } from "./group-by.ts";
import { Params } from "./params.ts";

describe("the values of a statement", () => {
  it("have one place each, the same value of another type its own", () => {
    const params = new Params();
    expect([
      params.add("1", "text"),
      params.add(1, "integer"),
      params.add("1", "text"),
      params.add("1", "numeric"),
    ]).toEqual(["$1::text", "$2::integer", "$1::text", "$3::numeric"]);
    expect(params.values).toEqual(["1", 1, "1"]);
  });
  it("are told as they are where the text asks for all of them", () => {
    const params = new Params();
    const text = `select ${params.add("a", "text")}, ${params.add([1], "integer[]")}`;
    expect(params.statement(text)).toEqual({ text, values: ["a", [1]] });
  });
  it("whose condition fell away keep their places, empty and of a known type; those at the end go", () => {
    const params = new Params();
    const [, second] = [params.add("gone", "text"), params.add(5, "bigint"), params.add(true, "boolean")];
    expect(params.statement(`select ${second}`)).toEqual({
      text: `select ${second}`,
      values: [null, 5],
      types: [25, 0],
    });
    expect(params.statement("select 1")).toEqual({ text: "select 1", values: [] });
  });
  it("the tenth is not taken for the first", () => {
    const params = new Params();
    const places = Array.from({ length: 10 }, (_, at) => params.add(`v${at}`, "text"));
    const { values } = params.statement(`select ${places[9]}`);
    expect(values).toEqual([...Array(9).fill(null), "v9"]);
  });
  it("rows have a name of their own, and are known by it", () => {
    const params = new Params();
    const [one, two] = [params.alias("lead"), params.alias()];
    expect([one, two]).toEqual(["a1", "a2"]);
    params.rowOf(two, "account");
    expect([params.objectOf(one), params.objectOf(two), params.objectOf("a3")]).toEqual([
      "lead",
      "account",
      undefined,
    ]);
  });
});

it("groups keep the order in which they begin, and that of what is in them", () => {
  const groups = groupBy(["b1", "a1", "b2"], (item) => item.slice(0, 1));
  expect([...groups]).toEqual([
    ["b", ["b1", "b2"]],
    ["a", ["a1"]],
  ]);
});
