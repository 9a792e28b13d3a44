import { Readable } from "node:stream";
import { deflateRawSync } from "node:zlib";
import { writeXlsx } from "hucre/xlsx";
import { describe, expect, test } from "vitest";
import { openSheet } from "./open-sheet.ts";
import { BrokenFile, type Sheet, type SheetRow, type Upload } from "./sheet.ts";
import { plainNumber, showNumber } from "./xlsx/cell-text.ts";

const upload = (bytes: Uint8Array | string, name = "f.csv"): Upload => {
  const buffer = Buffer.from(bytes as Uint8Array);
  return {
    name,
    size: buffer.length,
    open: async () =>
      Readable.from(
        (function* () {
          for (let at = 0; at < buffer.length; at += 7001) yield buffer.subarray(at, at + 7001);
        })(),
      ),
  };
};
const opened = async (bytes: Uint8Array | string, sheet?: string): Promise<Sheet> => {
  const result = await openSheet(upload(bytes), sheet ? { sheet } : {});
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const all = async (sheet: Sheet): Promise<SheetRow[]> => {
  const rows: SheetRow[] = [];
  for await (const row of sheet.rows()) rows.push(row);
  return rows;
};
const wide = (text: string, big: boolean, mark: boolean): Buffer => {
  const bytes = Buffer.from((mark ? "\ufeff" : "") + text, "utf16le");
  return big ? bytes.swap16() : bytes;
};
// "公司,金额\n上海某某,１２" in GBK
const GBK = Buffer.from([
  0xb9, 0xab, 0xcb, 0xbe, 0x2c, 0xbd, 0xf0, 0xb6, 0xee, 0x0a, 0xc9, 0xcf, 0xba, 0xa3, 0xc4, 0xb3, 0xc4, 0xb3,
  0x2c, 0x31, 0x32,
]);

describe("encodings", () => {
  const text = "公司,金额\n上海某某,12";
  test.each([
    ["utf-8", Buffer.from(text)],
    ["utf-8", Buffer.from(`\ufeff${text}`)],
    ["utf-16le", wide(text.replace("公司", "company name"), false, true)],
    ["utf-16be", wide(text.replace("公司", "company name"), true, true)],
    ["utf-16le", wide(`name,amount of money\n${"somebody".repeat(9)},12`, false, false)],
    ["gb18030", GBK],
  ])("%s", async (encoding, bytes) => {
    const sheet = await opened(bytes);
    expect(sheet.encoding).toBe(encoding);
    expect(sheet.header[0]).toMatch(/^(公司|company name|name)$/);
    expect((await all(sheet))[0]?.cells[1]).toBe("12");
  });
  test("Chinese that begins late in the file is not torn at a chunk's edge", async () => {
    const rows = await all(await opened(`name\n${"阿".repeat(9000)}`));
    expect(rows[0]?.cells[0]).toBe("阿".repeat(9000));
  });
});

test("delimiters, quotes, blank and ragged rows, repeated titles", async () => {
  expect((await opened("a;b;c\n1,5;2;3\n")).delimiter).toBe(";");
  const sheet = await opened('a\ta\t\n"x ""y""\nz"\t\'=1+1\n\n\n1\t2\t3\t4\n');
  expect(sheet.header).toEqual(["a", "a (2)"]);
  expect(await all(sheet)).toEqual([
    { number: 1, line: 2, cells: ['x "y"\nz', "=1+1"] },
    { number: 2, line: 5, cells: ["1", "2", "3", "4"] },
  ]);
});

test("hostile and damaged files are refused in words", async () => {
  const refusal = async (bytes: Uint8Array | string, sheet?: string) => {
    const result = await openSheet(upload(bytes), sheet ? { sheet } : {});
    return result.ok ? "accepted" : result.refusal.code;
  };
  expect(await refusal("")).toBe("empty_file");
  expect(await refusal(Buffer.from([0x89, 0x50, 0, 1, 2, 3, 0, 0xff]))).toBe("not_a_table");
  expect(await refusal(Buffer.from("d0cf11e0a1b11ae10000", "hex"))).toBe("old_excel");
  expect(await refusal(Buffer.from("PK\x03\x04garbage"))).toBe("damaged_archive");
  expect(await refusal(Array.from({ length: 501 }, (_, i) => `c${i}`).join(","))).toBe("too_many_columns");
  expect(await refusal('a,b\n1,"never closed\n2,3\n')).toBe("open_quote");
  await expect(all(await opened(`a,b\n${"1,2\n".repeat(40)}1,"never closed\n2,3\n`))).rejects.toThrow(
    BrokenFile,
  );
  const book = Buffer.from(await writeXlsx({ sheets: [{ name: "一", rows: [["a"], [1]] }] }));
  expect(await refusal(book.subarray(0, book.length - 30))).toBe("damaged_archive");
  expect(await refusal(book, "二")).toBe("no_such_sheet");
});

/** A zip whose directory claims few bytes for a part that unpacks to many. */
function liar(): Buffer {
  const parts = [
    ["xl/workbook.xml", Buffer.from('<workbook><sheets><sheet name="s"/></sheets></workbook>'), 0],
    ["xl/worksheets/sheet1.xml", Buffer.from("<worksheet><sheetData/></worksheet>"), 0],
    ["xl/sharedStrings.xml", Buffer.alloc(40_000_000, 65), 1000],
  ] as const;
  const [locals, directory]: [Buffer[], Buffer[]] = [[], []];
  let offset = 0;
  for (const [name, content, claimed] of parts) {
    const packed = deflateRawSync(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(packed.length, 20);
    entry.writeUInt32LE(claimed === 0 ? content.length : claimed, 24);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    locals.push(local, Buffer.from(name), packed);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + packed.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, ...directory, end]);
}
test("a zip bomb is refused, also one that lies about its size", async () => {
  const result = await openSheet(upload(liar()));
  expect(!result.ok && result.refusal.code).toBe("unpacks_too_large");
});

test("workbooks: dates by format, whole and long numbers, sheets by name", async () => {
  const day = new Date(Date.UTC(2017, 2, 1));
  const book = await writeXlsx({
    sheets: [
      { name: "first", rows: [["x"]] },
      {
        name: "商机",
        columns: [{ header: "名称" }, { header: "日期", numFmt: "yyyy-mm-dd" }, { header: "金额" }],
        rows: [
          ["名称", "日期", "金额"],
          ["=SUM(1)", day, 0.1 + 0.2],
          [null, null, 12345678901234],
        ],
      },
    ],
  });
  const sheet = await opened(book, "商机");
  expect(sheet.sheets).toEqual(["first", "商机"]);
  const rows = await all(sheet);
  expect(rows.at(-2)?.cells.slice(1)).toEqual(["2017-03-01", "0.3"]);
  expect(rows.at(-1)?.cells[2]).toBe("12345678901234");
  expect([
    plainNumber(1e21),
    plainNumber(1.5e-7),
    showNumber("42795.99999999", { shows: "datetime" }, false).text,
  ]).toEqual(["1000000000000000000000", "0.00000015", "2017-03-01 23:59:59.999136"]);
});

test("100,000 rows pass with flat memory", async () => {
  function* lines() {
    yield "id,name,amount\n";
    for (let i = 0; i < 100_000; i++) yield `${i},客户 ${i} ${"x".repeat(80)},${i}.50\n`;
  }
  const source: Upload = { name: "big.csv", size: 1, open: async () => Readable.from(lines()) };
  const result = await openSheet(source);
  if (!result.ok) throw new Error(result.refusal.code);
  const before = process.memoryUsage().heapUsed;
  let [count, peak] = [0, 0];
  for await (const row of result.value.rows()) {
    count = row.number;
    if (count % 10_000 === 0) peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  expect(count).toBe(100_000);
  expect(peak).toBeLessThan(120 * 1024 * 1024);
});
