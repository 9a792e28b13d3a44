import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { styled, testWorkbook, testZip } from "../../../../testing/workbook.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
});
afterAll(() => app.close());

const BOUNDARY = "sluice-hostile-boundary";
const inspect = (content: Buffer) =>
  admin.post(
    "/imports/inspect",
    Buffer.concat([
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="object"\r\n\r\naccount\r\n`),
      Buffer.from(`--${BOUNDARY}\r\ncontent-disposition: form-data; name="file"; filename="x"\r\n\r\n`),
      content,
      Buffer.from(`\r\n--${BOUNDARY}--\r\n`),
    ]),
    { "content-type": `multipart/form-data; boundary=${BOUNDARY}` },
  );
const book = testWorkbook({
  formats: ["0.00%", "yyyy-mm-dd", '"D-"0000'],
  sheets: [
    {
      name: "a",
      rows: [
        ["name", "industry", "employees"],
        ["N", styled(0.5, 1), styled(46106.5, 2)],
        ["M", styled(42, 3), { xml: 't="s"><v>9</v>' }],
      ],
      merged: ["B2:B3"],
    },
  ],
});
const text = Buffer.from('名称,行业,电话\n苏州公司,"仪,表",021-62345678\n上海公司,钢铁,\n');

test("no file is answered as a fault of the program", { timeout: 120_000 }, async () => {
  const damaged = (whole: Buffer) =>
    fc
      .array(fc.tuple(fc.nat(whole.length - 1), fc.nat(255)), { minLength: 1, maxLength: 12 })
      .map((changes) => {
        const copy = Buffer.from(whole);
        for (const [at, byte] of changes) copy[at] = byte;
        return copy;
      });
  const cut = (whole: Buffer) => fc.nat(whole.length).map((length) => whole.subarray(0, length));
  const random = fc.uint8Array({ maxLength: 400 }).map((bytes) => Buffer.from(bytes));
  const words = fc
    .array(
      fc.constantFrom(",", '"', "\n", "\r", ";", "\t", "sep=", "名", "=", "'", "\0", "\ufeff", "1.5", "a"),
      { maxLength: 60 },
    )
    .map((parts) => Buffer.from(parts.join("")));
  const xml = fc.array(
    fc.constantFrom(
      "<row>",
      "</row>",
      '<c r="A1">',
      "<c",
      "/>",
      "</c>",
      "<v>",
      "</v>",
      "1e999",
      '<c r="ZZZZZ9" t="s">',
      "<f>",
      "&#x110000;",
      "_x0000_",
      '<row r="-5">',
    ),
    { maxLength: 40 },
  );
  const sheets = xml.map((parts) =>
    testZip({
      "xl/workbook.xml": '<workbook><sheets><sheet name="s" r:id="x"/></sheets></workbook>',
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData>${parts.join("")}</sheetData></worksheet>`,
    }),
  );
  const any = fc.oneof(damaged(book), cut(book), damaged(text), cut(text), random, words, sheets);
  await fc.assert(
    fc.asyncProperty(any, async (content) => {
      const { status, text: answer } = await inspect(content);
      expect(
        status === 200 || (status >= 400 && status < 500) ? "answered" : answer,
        content.toString("base64"),
      ).toBe("answered");
    }),
    { numRuns: 250 },
  );
});
