import { expect, test } from "vitest";
import type { OpeningNotice, RawRow } from "./sheet.ts";
import { totalsApart } from "./total-rows.ts";

async function kept(texts: readonly string[], readTotals = false) {
  const told: OpeningNotice[] = [];
  const rows = (async function* (): AsyncGenerator<RawRow> {
    for (const [at, text] of ["name|city|amount", ...texts].entries())
      yield { line: at + 1, cells: text.split("|") };
  })();
  const heard = { onHidden: () => undefined, tell: (notice: OpeningNotice) => void told.push(notice) };
  const left: string[] = [];
  for await (const { line, cells } of totalsApart(rows, { below: 1, readTotals, heard }))
    if (line > 1) left.push(cells.join("|"));
  return { left, told: told.map(({ code, params }) => `${code} ${params?.["row"]}`) };
}
const RECORDS = ["A|x|1", "B|y|2"];

test.each([
  ["合计||3"],
  ["合 计：||3"],
  ["总计（元）||3"],
  ["小计|2家|3"],
  ["|合计|3"],
  ["Subtotal||3"],
  ["Grand total:||3"],
  ["总额||3"],
  ["Total||3"],
  ["合计|-|3"],
])("a sum behind the last record is left out, and told: %s", async (sum) => {
  expect(await kept([...RECORDS, sum])).toEqual({ left: RECORDS, told: ["total_rows_skipped 4"] });
});

test("notes behind the sum go with it, records behind it do not", async () => {
  expect((await kept([...RECORDS, "合计||3", "制表人：王丽||", "||"])).left).toEqual(RECORDS);
  expect(await kept([...RECORDS, "小计||3", "C|z|4"])).toEqual({
    left: [...RECORDS, "C|z|4"],
    told: ["total_rows_skipped 4"],
  });
});

test("a company may be called Total: with records behind it, or words beside it", async () => {
  expect((await kept(["Total||5", ...RECORDS])).left).toEqual(["Total||5", ...RECORDS]);
  expect((await kept([...RECORDS, "Total|Paris|5"])).left).toEqual([...RECORDS, "Total|Paris|5"]);
  expect((await kept([...RECORDS, "合计贸易有限公司||5"])).left).toContain("合计贸易有限公司||5");
});

test("a word for sums without any number beside it is no sum", async () =>
  expect((await kept([...RECORDS, "合计||"])).left).toContain("合计||"));

test("where sums are wanted they are told and read", async () => {
  expect(await kept([...RECORDS, "合计||3"], true)).toEqual({
    left: [...RECORDS, "合计||3"],
    told: ["total_rows_read 4"],
  });
});

test("a long text behind a sum is not held for ever: what goes on is records", async () => {
  const notes = Array.from({ length: 25 }, (_, at) => `note ${at}||`);
  const { left } = await kept([...RECORDS, "Total||3", ...notes]);
  expect(left).toContain("Total||3");
  expect(left.slice(-1)).toEqual(["note 24||"]);
});
