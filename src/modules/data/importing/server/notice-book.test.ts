import { expect, test } from "vitest";
import { NoticeBook, type NoticeOptions } from "./notice-book.ts";

const HEADER = ["Name", "Code", "Note"];
const book = (options: Partial<NoticeOptions> = {}) => new NoticeBook({ header: HEADER, ...options });
const row = (number: number, ...cells: string[]) => ({ number, line: number + 3, cells });

test("the same kind of thing is told once, with its number and its places", () => {
  const notices = book();
  notices.add(row(1, "Acm\ufffd", "1", ""));
  notices.add(row(2, "Beta", "1", "caf\ufffd"));
  const [notice] = notices.inWords("en");
  expect(notice).toEqual({
    code: "damaged_text",
    message: expect.stringMatching(/^2 cells have damaged/),
    count: 2,
    places: [
      { row: 1, line: 4, column: "Name", cell: "Acm\ufffd" },
      { row: 2, line: 5, column: "Note", cell: "caf\ufffd" },
    ],
  });
});

test("one is told as one, in either language", () => {
  const notices = book();
  notices.tell({ code: "hidden_rows_read", count: 1 });
  expect(notices.inWords("en")[0]?.message).toMatch(/^1 row is hidden/);
  expect(notices.inWords("zh-CN")[0]?.message).toMatch(/^1 行/);
});

test("places are named up to twenty, all are counted", () => {
  const notices = book();
  for (let at = 1; at <= 50; at += 1) notices.add(row(at, "#N/A"));
  expect(notices.inWords("en")[0]).toMatchObject({ code: "error_cells", count: 50 });
  expect(notices.inWords("en")[0]?.places).toHaveLength(20);
});

test("of columns that no field takes only their names are told, and nothing of what stands in them but damage", () => {
  const notices = book({ columns: new Set([0]) });
  notices.add(row(1, "Acme", "#N/A", "Acm\ufffd"));
  notices.add(row(2, "Beta", "", "x"));
  expect(notices.inWords("en").map(({ code, count }) => [code, count])).toEqual([
    ["damaged_text", 1],
    ["columns_left_out", 2],
  ]);
  expect(notices.inWords("zh-CN").at(-1)?.message).toContain("Code、Note");
});

test("a column that is blank in every row is not missed", () => {
  const notices = book({ columns: new Set([0]) });
  notices.add(row(1, "Acme", "", ""));
  expect(notices.inWords("en")).toEqual([]);
});

test("many columns are named by the first dozen", () => {
  const header = Array.from({ length: 20 }, (_, at) => `c${at}`);
  const notices = book({ header, columns: new Set() });
  notices.add(row(1, ...header.map(() => "x")));
  expect(notices.inWords("en")[0]).toMatchObject({
    count: 20,
    message: expect.stringMatching(/c0, .*c11 …/),
  });
});

test("a long number that a spreadsheet has shortened is told only where its text is kept", () => {
  const told = (cell: string, texts: readonly number[], number = false) => {
    const notices = book({ texts: new Set(texts) });
    notices.add({ ...row(1, "Acme", cell), ...(number ? { marks: { 1: { number: true } } } : {}) });
    return notices.inWords("en").map(({ code }) => code);
  };
  expect(told("1.38E+10", [1])).toEqual(["shortened_numbers"]);
  expect(told("1.38E+10", [])).toEqual([]);
  expect(told("1380013800000000", [1], true)).toEqual(["shortened_numbers"]);
  expect(told("1380013800000000", [1])).toEqual([]);
  expect(told("91320500MA1234567X", [1])).toEqual([]);
});

test("a formula without a result is told as such, not as what stands for it", () => {
  const notices = book();
  notices.add({ ...row(1, "=A1+B1"), marks: { 0: { formula: true } } });
  expect(notices.inWords("en").map(({ code }) => code)).toEqual(["formulas_without_value"]);
});

test("hidden rows are told by what becomes of them", () => {
  for (const [readHidden, code] of [
    [true, "hidden_rows_read"],
    [false, "hidden_rows_skipped"],
  ] as const) {
    const notices = book({ readHidden });
    notices.onHidden();
    notices.onHidden();
    expect(notices.inWords("en")).toMatchObject([{ code, count: 2 }]);
  }
});
