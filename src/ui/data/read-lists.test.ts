import { QueryClient } from "@tanstack/react-query";
import { describe, expect, it } from "vitest";
import type { Values } from "../../shared/metadata/object.ts";
import { label } from "../../shared/i18n/label.ts";
import { refusedOf } from "./bulk.ts";
import { labelIn } from "./label-in.ts";
import { isPastKey } from "./past-key.ts";
import { findStage, type PipelineInfo } from "./pipelines.ts";
import { ProblemError, problemFrom } from "./problem-error.ts";
import { type ListPages, listKey, putInLists, recordKey, versionsIn } from "./records.ts";
import { roleCode, roleLabel } from "./role-label.ts";
import { idOf, placeOf } from "./values.ts";
import { readColumns, viewFilter } from "./views.ts";

const pagesOf = (...pages: readonly (readonly Values[])[]): ListPages => ({
  pageParams: pages.map(() => null),
  pages: pages.map((data) => ({ data: [...data], page: { next: null }, total: data.length })),
});

describe("values written into the lists that are on the screen", () => {
  const client = new QueryClient();
  const [one, two] = [listKey("lead", { sort: "name" }), listKey("lead", { sort: "-name" })];
  const other = listKey("account");
  const shortList = [...listKey("lead"), "page"];
  client.setQueryData(one, pagesOf([{ id: "1", name: "a" }], [{ id: "2", name: "b", score: 1 }]));
  client.setQueryData(two, pagesOf([{ id: "2", name: "b" }]));
  client.setQueryData(other, pagesOf([{ id: "2", name: "b" }]));
  client.setQueryData(shortList, { data: [{ id: "2", name: "b" }] });
  const namesIn = (key: readonly unknown[]) =>
    client.getQueryData<ListPages>(key)?.pages.flatMap(({ data }) => data.map(({ name }) => name));

  it("stand in every list of that object, in the rows of that record alone", () => {
    putInLists(client, "lead", "2", { name: "B" });
    expect([namesIn(one), namesIn(two), namesIn(other)]).toEqual([["a", "B"], ["B"], ["b"]]);
    expect(client.getQueryData<ListPages>(one)?.pages[1]?.data[0]).toEqual({ id: "2", name: "B", score: 1 });
  });
  it("leave a page without the record the same page", () => {
    const before = client.getQueryData<ListPages>(one)?.pages[0];
    putInLists(client, "lead", "2", { name: "C" });
    expect(client.getQueryData<ListPages>(one)?.pages[0]).toBe(before);
  });
  it("leave alone what is no list by pages", () => {
    expect(client.getQueryData(shortList)).toEqual({ data: [{ id: "2", name: "b" }] });
  });
  it("no list on the screen, no version that was seen", () => {
    expect(versionsIn(client, "lead", ["1", "2"])).toEqual({});
  });
});

describe("what is read of the past", () => {
  it("is known by its key, which live changes leave alone", () => {
    expect(isPastKey(recordKey("lead", "1", "2026-03-01"))).toBe(true);
    expect(isPastKey(recordKey("lead", "1"))).toBe(false);
    expect(isPastKey(["record", "lead", "1", "timeline", null])).toBe(false);
    expect(isPastKey(["records", "lead", "aggregate", { group: ["stage"], as_of: "2026-03-01" }])).toBe(true);
    expect(isPastKey(listKey("lead", { as_of: null }))).toBe(false);
    expect(isPastKey(["me"])).toBe(false);
  });
});

describe("the stage of a record", () => {
  const stage = (name: string, en: string) => ({ name, label: label(name, en), type: "open" as const });
  const pipeline = (
    id: string,
    name: string,
    ...stages: readonly ReturnType<typeof stage>[]
  ): PipelineInfo => ({
    id,
    object: "opportunity",
    name,
    label: label(name, name),
    stages,
  });
  const all = [
    pipeline("p1", "new", stage("needs", "Needs"), stage("offer", "Offer")),
    pipeline("p2", "renewal", stage("needs", "Renewal needs")),
  ];
  it("is that of its own pipeline, by id or name", () => {
    expect(findStage(all, "needs", { pipeline: "p2" })?.label.en).toBe("Renewal needs");
    expect(findStage(all, "needs", { pipeline: "renewal" })?.label.en).toBe("Renewal needs");
  });
  it("is the first that knows it where the pipeline is not known, or does not have it", () => {
    expect(findStage(all, "needs")?.label.en).toBe("Needs");
    expect(findStage(all, "needs", { pipeline: "gone" })?.label.en).toBe("Needs");
    expect(findStage(all, "offer", { pipeline: "p2" })?.label.en).toBe("Offer");
    expect(findStage(all, "nothing")).toBeUndefined();
  });
});

describe("parts of records that any program may have written", () => {
  it("texts by language are those that are texts", () => {
    expect([labelIn({ en: "A", "zh-CN": 1, de: null }), labelIn(null), labelIn("A")]).toEqual([
      { en: "A" },
      {},
      {},
    ]);
  });
  it("columns are those with a field, a width only where it is a number", () => {
    expect(
      readColumns([{ field: "name", width: 90 }, { field: "a", width: "wide" }, { width: 9 }, "name", null]),
    ).toEqual([{ field: "name", width: 90 }, { field: "a" }]);
    expect(viewFilter('a"b')).toBe('object == "a\\"b"');
  });
  it("a role has its names by language, and its code", () => {
    expect(roleLabel({ label: { "zh-CN": "销售", en: 5 }, name: "seller" })).toEqual({
      "zh-CN": "销售",
      en: "5",
    });
    expect([roleLabel({ label: "Seller" }), roleLabel({})]).toEqual([{}, {}]);
    expect([roleCode({ name: "seller" }), roleCode({})]).toEqual(["seller", ""]);
  });
  it("a record without an id has none, and a place is a map", () => {
    expect([idOf({ id: "a" }), idOf({}), idOf({ id: 7 })]).toEqual(["a", "", "7"]);
    expect([placeOf({ lat: 1 }), placeOf("x"), placeOf(null)]).toEqual([{ lat: 1 }, null, null]);
  });
});

describe("a bulk change of which no row passed", () => {
  const refused = (more: object) =>
    refusedOf(new ProblemError(problemFrom(422, { code: "refused", ...more })));
  it("is told by its rows, or is no such answer", () => {
    const results = [{ id: "1", status: "refused" }];
    expect(refused({ results })).toEqual({ done: 0, refused: 1, results });
    expect(refused({})).toBeNull();
  });
});
