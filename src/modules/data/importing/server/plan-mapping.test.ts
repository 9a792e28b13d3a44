import { expect, test } from "vitest";
import { buildCatalog, EMPTY_LAYER } from "../../../../engine/catalog/build-catalog.ts";
import { shippedObjects } from "../../../../objects/registry.ts";
import type { ImportOptions } from "../shared/options.contract.ts";
import { documentsOf, hasLine, lastNumber, differing } from "./documents.ts";
import { planMapping } from "./plan-mapping.ts";
import { readRow } from "./read-row.ts";
import { ColumnScans } from "./scan-file.ts";
import type { SheetRow } from "./sheet.ts";

const catalog = buildCatalog(1, shippedObjects, EMPTY_LAYER);
type Given = Partial<ImportOptions> & Pick<ImportOptions, "object">;
const planned = (given: Given, header: readonly string[]) =>
  planMapping({ dryRun: false, onMatch: "update", empty: "keep", ...given }, header, (name) =>
    catalog.object(name),
  );
function planOf(given: Given, header: readonly string[]) {
  const found = planned(given, header);
  if (!found.ok) throw new Error(found.reasons.map(({ code }) => code).join());
  return found.plan;
}
const faults = (given: Given, header: readonly string[]) => {
  const found = planned(given, header);
  return found.ok ? [] : found.reasons.map(({ code, field }) => `${code} ${field ?? ""}`);
};

test("what is wrong with a mapping is told with its place", () => {
  expect(faults({ object: "account", mapping: { Nome: { field: "name" } } }, ["Name"])).toEqual([
    "unknown_column mapping.Nome",
  ]);
  expect(
    faults(
      {
        object: "account",
        match: ["website"],
        mapping: {
          a: { field: "name" },
          b: { field: "name" },
          c: { field: "open_amount" },
          d: { field: "owner", by: ["shoe_size"] },
          e: { stageEntered: "won" },
        },
      },
      ["a", "b", "c", "d", "e"],
    ),
  ).toEqual([
    "mapped_twice mapping.b",
    "not_importable mapping.c",
    "unknown_link_field mapping.d.by",
    "no_stage mapping.e",
    "match_not_mapped match",
  ]);
  expect(faults({ object: "account", mapping: {} }, ["a"])).toEqual(["nothing_mapped mapping"]);
  expect(faults({ object: "account", mapping: { a: { field: "id" } } }, ["a"])).toEqual([
    "nothing_mapped mapping",
  ]);
});

test("a title is found whatever its case and width, an exact one first", () => {
  const plan = planOf({ object: "account", mapping: { NAME: { field: "name" } } }, ["name", "ＮＡＭＥ"]);
  expect(plan.steps.map(({ index }) => index)).toEqual([0]);
  expect(
    planOf({ object: "account", mapping: { ＮＡＭＥ: { field: "name" } } }, ["name", "ＮＡＭＥ"]).steps[0]
      ?.index,
  ).toBe(1);
});

test("rows are matched by id where the file has them, else by the external id, else by what is asked", () => {
  const mapping = { a: { field: "name" }, b: { field: "external_id" }, c: { field: "id" } };
  expect(planOf({ object: "account", mapping }, ["a", "b", "c"]).match).toEqual(["id"]);
  const { c: _, ...without } = mapping;
  expect(planOf({ object: "account", mapping: without }, ["a", "b"]).match).toEqual(["external_id"]);
  expect(planOf({ object: "account", mapping: { a: { field: "name" } } }, ["a"]).match).toEqual([]);
  expect(planOf({ object: "account", mapping, match: ["name"] }, ["a", "b", "c"]).match).toEqual(["name"]);
});

test("a link may stand in a file twice, by id and by name; not twice by the same", () => {
  const both = {
    a: { field: "name" },
    b: { field: "account", by: ["name"] },
    c: { field: "account", by: ["id"] },
  };
  expect(faults({ object: "contact", mapping: both }, ["a", "b", "c"])).toEqual([]);
  expect(
    faults({ object: "contact", mapping: { ...both, d: { field: "account", by: ["name"] } } }, [
      "a",
      "b",
      "c",
      "d",
    ]),
  ).toEqual(["mapped_twice mapping.d"]);
});

const READ = { zone: "Asia/Shanghai", facts: new Map() };
const rowOf = (...cells: string[]): SheetRow => ({ number: 1, cells });

test("a value for all rows fills only what a column leaves empty", () => {
  const plan = planOf(
    {
      object: "account",
      mapping: { n: { field: "name" }, i: { field: "industry" } },
      constants: [
        { field: "industry", value: "机械" },
        { field: "website", value: "example.com" },
      ],
    },
    ["n", "i"],
  );
  expect(readRow(plan, rowOf("Acme", ""), READ).values).toMatchObject({
    industry: "机械",
    website: "https://example.com",
  });
  expect(readRow(plan, rowOf("Acme", "水务"), READ).values).toMatchObject({ industry: "水务" });
});

test("each value for all rows is read in its own unit", () => {
  const plan = planOf(
    {
      object: "lead",
      mapping: { n: { field: "company" } },
      constants: [
        { field: "budget", value: "12", unit: "万元" },
        { field: "score", value: "5" },
      ],
    },
    ["n"],
  );
  const facts = new ColumnScans(plan.steps).facts(",");
  expect(readRow(plan, rowOf("Acme"), { ...READ, facts }).values).toMatchObject({ budget: "120000" });
});

test("one column fills two fields, each as its own plan says", () => {
  const plan = planOf(
    {
      object: "opportunity",
      mapping: {
        n: { field: "name" },
        v: {
          field: "amount",
          unit: "万元",
          also: [{ field: "description" }, { field: "probability", unit: "%" }],
        },
      },
    },
    ["n", "v"],
  );
  const scans = new ColumnScans(plan.steps);
  scans.weigh(["Pump", "20"], undefined);
  expect(readRow(plan, rowOf("Pump", "20"), { ...READ, facts: scans.facts(",") }).values).toMatchObject({
    amount: "200000",
    description: "20",
    probability: "20",
  });
});

test("an answer translates a cell, empties it or leaves its row out", () => {
  const plan = planOf(
    {
      object: "account",
      mapping: {
        n: { field: "name", skip: ["测试"] },
        i: { field: "industry", values: { 制造: "机械", "n/a": null, "": "未知" } },
      },
    },
    ["n", "i"],
  );
  const industry = (cell: string) => readRow(plan, rowOf("Acme", cell), READ).values["industry"];
  expect([industry("制造"), industry("N/A"), industry(""), industry("水务")]).toEqual([
    "机械",
    undefined,
    "未知",
    "水务",
  ]);
  expect([
    readRow(plan, rowOf("测试", ""), READ).skips,
    readRow(plan, rowOf("Acme", ""), READ).skips,
  ]).toEqual([true, false]);
});

test("an empty cell keeps what is on record unless cells empty fields; an error value then is a fault", () => {
  const mapping = { n: { field: "name" }, i: { field: "industry" } };
  const keeping = planOf({ object: "account", mapping }, ["n", "i"]);
  const clearing = planOf({ object: "account", mapping, empty: "clear" }, ["n", "i"]);
  expect(readRow(keeping, rowOf("Acme", ""), READ).values).toEqual({ name: "Acme" });
  expect(readRow(clearing, rowOf("Acme", ""), READ).values).toEqual({ name: "Acme", industry: null });
  expect(readRow(keeping, rowOf("Acme", "#REF!"), READ)).toMatchObject({
    values: { name: "Acme" },
    reasons: [],
  });
  expect(readRow(clearing, rowOf("Acme", "#REF!"), READ).reasons.map(({ code }) => code)).toEqual([
    "cell_error",
  ]);
});

test("a row with more cells than titles says so; blanks behind the last title do not count", () => {
  const plan = planOf({ object: "account", mapping: { n: { field: "name" } } }, ["n"]);
  expect(readRow(plan, rowOf("Acme", "x"), READ).reasons.map(({ code }) => code)).toEqual(["ragged_row"]);
  expect(readRow(plan, rowOf("Acme", "", " "), READ).reasons).toEqual([]);
});

test("an amount and the currency beside it are one value; a currency alone is none", () => {
  const mapping = {
    n: { field: "name" },
    a: { field: "amount" },
    c: { field: "amount", part: "currency" },
  } as const;
  const plan = planOf({ object: "opportunity", mapping }, ["n", "a", "c"]);
  expect(readRow(plan, rowOf("Pump", "12", "usd"), READ).values["amount"]).toEqual({
    amount: "12",
    currency: "USD",
  });
  expect(readRow(plan, rowOf("Pump", "", "usd"), READ).values["amount"]).toBeUndefined();
  expect(readRow(plan, rowOf("Pump", "¥12", "usd"), READ).values["amount"]).toEqual({
    amount: "12",
    currency: "USD",
  });
});

const BOOKS = planOf(
  {
    object: "price_book",
    mapping: {
      book: { field: "name" },
      code: { field: "external_id" },
      product: { field: "entries.product" },
      price: { field: "entries.price" },
    },
  },
  ["book", "code", "product", "price"],
);
async function documents(...rows: (readonly string[])[]): Promise<readonly SheetRow[]> {
  const found: SheetRow[] = [];
  const given = rows.map((cells, at) => ({ number: at + 1, cells }));
  for await (const one of documentsOf(given, BOOKS)) found.push(one);
  return found;
}
test("rows go on with a document while its own columns are blank or say the same", async () => {
  const found = await documents(
    ["Spring", "S-1", "Pump", "10"],
    ["", "", "Valve", "5"],
    ["Spring", "S-1", "Pipe", "2"],
    ["", "S-1", "Tube", "1"],
    ["Autumn", "A-1", "Pump", "11"],
  );
  expect(found.map(({ number, lines }) => [number, lines?.map((line) => line.number)])).toEqual([
    [1, [2, 3, 4]],
    [5, []],
  ]);
  expect(found.map(lastNumber)).toEqual([4, 5]);
});
test("what the first row is known by parts documents; another name beside the same code is a contradiction", async () => {
  const [first] = await documents(["Spring", "S-1", "Pump", "10"], ["Sprung", "S-1", "Valve", "5"]);
  const [line] = first?.lines ?? [];
  if (!first || !line) throw new Error("both rows are of one document");
  expect(differing(BOOKS, first, line).map(({ column }) => column)).toEqual(["book"]);
});
test("a row without anything in its columns of lines is no line", () => {
  const [list] = BOOKS.lines;
  if (!list) throw new Error("the mapping has lines");
  expect([
    hasLine(list.plan, rowOf("Spring", "S-1", "", "")),
    hasLine(list.plan, rowOf("", "", "Pump", "")),
  ]).toEqual([false, true]);
});
