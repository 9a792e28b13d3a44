import { expect, test } from "vitest";
import { findTitles, tidyHeader, type TitleOptions } from "./find-titles.ts";
import type { RawRow } from "./sheet.ts";

const KNOWN = new Set(["客户名称", "行业", "金额", "名称", "电话", "Name", "Industry"]);
const isTitle = (cell: string) => KNOWN.has(cell.trim());
const rows = (...texts: string[]): RawRow[] =>
  texts.map((text, at) => ({ line: at + 1, cells: text === "" ? [] : text.split("|") }));
const found = (head: RawRow[], options: Partial<TitleOptions> = {}) =>
  findTitles(head, { isTitle, ...options });

test("titles are the first row where nothing says otherwise", () =>
  expect(found(rows("a|b|c", "1|2|3"))).toEqual({ row: 1, rows: 1, header: ["a", "b", "c"] }));

test("headings and notes above the table are left out, blank rows too", () => {
  expect(found(rows("客户清单 2026||", "", "客户名称|行业|金额", "苏州|机械|12"))?.row).toBe(3);
  expect(found(rows("report", "a|b|c", "1|2|3", "4|5|6"))?.row).toBe(2);
});

test("the row that names most fields wins, the first of several alike", () => {
  expect(found(rows("a|b|c", "客户名称|行业|金额", "苏州|机械|12"))?.row).toBe(2);
  expect(found(rows("客户名称|行业|金额", "苏州|机械|12", "客户名称|行业|金额"))?.row).toBe(1);
  // One name among several other words may be a value.
  expect(found(rows("a|b|c", "行业|x|y", "1|2|3"))?.row).toBe(1);
});

test("a row that is chosen is taken, unless it is blank or not there", () => {
  const head = rows("a|b", "c|d", "", "e|f");
  expect(found(head, { headerRow: 2 })).toEqual({ row: 2, rows: 1, header: ["c", "d"] });
  expect([found(head, { headerRow: 3 }), found(head, { headerRow: 9 }), found([])]).toEqual([
    null,
    null,
    null,
  ]);
});

test("a second row in another language stands beside the first: the one that names the field counts", () => {
  expect(found(rows("编号X|Sector|金额", "Name|Industry|Sum", "1|2|3"), {})).toMatchObject({
    rows: 1,
    header: ["Name", "Industry", "Sum"],
  });
  expect(found(rows("客户名称|Sector|金额", "Name|Industry|Sum", "1|2|3"), { headerRows: 2 })).toEqual({
    row: 1,
    rows: 2,
    header: ["客户名称", "Industry", "金额"],
  });
});

test("group titles with gaps stand in front of titles that come twice", () => {
  expect(found(rows("客户|||联系人|", "名称|行业|金额|名称|电话", "苏州|机械|12|王丽|138"))).toEqual({
    row: 1,
    rows: 2,
    header: ["客户 名称", "行业", "金额", "联系人 名称", "电话"],
  });
});

test("a row of data below the titles never continues them", () => {
  expect(found(rows("客户名称|行业", "苏州|12,000"))?.rows).toBe(1);
  expect(found(rows("Name|Mail", "Name|a@example.com"))?.rows).toBe(1);
});

test("two rows of titles can be refused", () =>
  expect(
    found(rows("客户|||联系人|", "名称|行业|金额|名称|电话", "苏州|机械|12|王丽|138"), { headerRows: 1 })
      ?.header,
  ).toEqual(["名称", "行业", "金额", "名称 (2)", "电话"]));

test("every column has a title of its own: blanks are numbered, repeats counted, blanks at the end left out", () =>
  expect(tidyHeader([" a\n b ", "", "a b", "x", "a  b", "", ""])).toEqual([
    "a b",
    "#2",
    "a b (2)",
    "x",
    "a b (3)",
  ]));
