import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { form, MULTIPART } from "../../../../testing/importer.ts";
import { testWorkbook, testZip } from "../../../../testing/workbook.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
});
afterAll(() => app.close());

const inspect = async (content: string | Buffer, object = "account", more: Record<string, string> = {}) =>
  admin.post("/imports/inspect", form(content, { object, ...more }), MULTIPART);
const read = async (content: string | Buffer, object = "account", more: Record<string, string> = {}) => {
  const answer = await inspect(content, object, more);
  expect(answer.status, answer.text).toBe(200);
  return answer.json.data;
};
const fieldsOf = (data: { columns: { name: string; suggestion: { field: string } | null }[] }) =>
  Object.fromEntries(data.columns.map(({ name, suggestion }) => [name, suggestion?.field ?? null]));
const tried = async (content: string | Buffer, object = "account", options: object = {}) => {
  const started = await admin.post(
    "/imports",
    form(content, { options: JSON.stringify({ object, dry_run: true, ...options }) }),
    MULTIPART,
  );
  expect(started.status, started.text).toBe(202);
  await app.idle();
  return (await admin.get(`/imports/${started.json.id}`)).json.data;
};
const wide = (text: string, order: "le" | "be"): Buffer => {
  const bytes = Buffer.from(text, "utf16le");
  return order === "le" ? bytes : bytes.swap16();
};

const amounts = ({ preview }: { preview: { values: { amount: string } }[] }): number[] =>
  preview.map(({ values }) => Number(values.amount));

test("UTF-16 without a mark, in either order", async () => {
  for (const order of ["le", "be"] as const) {
    const data = await read(wide("客户名称,行业,员工数\n苏州精密仪器,机械,120\n", order));
    expect([data.encoding, data.rows, data.columns[0].samples]).toEqual([
      `utf-16${order}`,
      1,
      ["苏州精密仪器"],
    ]);
  }
});

test("Shift-JIS is recognised by its kana, Korean can be chosen", async () => {
  // 会社名,メモ / トヨタ自動車,こんにちは
  const japanese = Buffer.from(
    "89ef8ed096bc2c8382830a8367838883 5e8eA993AE8ED42C82B182F182C982BF82CD0A".replaceAll(" ", ""),
    "hex",
  );
  const data = await read(japanese);
  expect(data.encoding).toBe("shift_jis");
  const korean = Buffer.from("c8b8bbe72c6e6f74650a bcbcc1be2c61 0a".replaceAll(" ", ""), "hex");
  expect((await read(korean, "account", { encoding: "euc-kr" })).columns[0].name).toBe("회사");
});

test("line ends of old programs, marks of other countries, semicolons with a comma before decimals", async () => {
  expect((await read("name,employees\rAlpha,10\rBeta,20\r")).rows).toBe(2);
  const swiss = await tried("name,amount\nA,1'234.50\nB,2’000’000.75\n", "opportunity", {
    mapping: { name: "name", amount: "amount" },
  });
  expect(amounts(swiss)).toEqual([1234.5, 2000000.75]);
  const french = await tried("name;amount\nA;1\u202f234,50\nB;12\u00a0000,75\n", "opportunity", {
    mapping: { name: "name", amount: "amount" },
  });
  expect(amounts(french)).toEqual([1234.5, 12000.75]);
});

test("day numbers of spreadsheets stand for days, years do not", async () => {
  const done = await tried("name,close\nA,46023\nB,2026\n", "opportunity", {
    mapping: { name: "name", close: "close_date" },
  });
  const [first, second] = done.preview;
  expect(first.values.close_date).toBe("2026-01-01");
  expect(second.errors).toContainEqual(expect.objectContaining({ code: "not_a_date" }));
});

test("titles that come again are left out; a second table is told by its row and left out", async () => {
  const again = await read("客户名称,行业\n甲,机械\n客户名称,行业\n乙,化工\n");
  expect([again.rows, again.notices]).toEqual([
    2,
    [expect.objectContaining({ code: "titles_again", count: 1 })],
  ]);
  const two = await read(
    "客户名称,行业\n甲公司,机械\n乙公司,化工\n\n姓名,手机,邮箱\n张三,13800000001,a@b.cn\n",
  );
  expect(two.rows).toBe(2);
  expect(two.notices).toContainEqual(
    expect.objectContaining({ code: "second_table", message: expect.stringContaining("5") }),
  );
  const book = testWorkbook({
    sheets: [
      {
        name: "a",
        rows: [["客户名称", "行业"], ["甲公司", "机械"], [], ["姓名", "手机"], ["张三", "13800000001"]],
      },
    ],
  });
  expect((await read(book)).notices).toContainEqual(expect.objectContaining({ code: "second_table" }));
  const done = await tried("客户名称,行业\n甲公司,\n\n姓名,手机\n张三,13800000001\n");
  expect([done.rows, done.notices.map(({ code }: { code: string }) => code)]).toEqual([1, ["second_table"]]);
});

test("the sheet whose titles name fields is read, not the summary before it", async () => {
  const book = testWorkbook({
    sheets: [
      {
        name: "Export Summary",
        rows: [
          ["This document was exported from Numbers."],
          ["Numbers Sheet Name", "Numbers Table Name"],
          ["Sheet 1", "Table 1"],
        ],
      },
      {
        name: "Sheet 1 - Table 1",
        rows: [
          ["Account name", "Industry"],
          ["Alpha", "Steel"],
        ],
      },
    ],
  });
  const data = await read(book);
  expect([data.sheet, fieldsOf(data)]).toEqual([
    "Sheet 1 - Table 1",
    { "Account name": "name", Industry: "industry" },
  ]);
});

test("nothing but titles, three hundred columns, columns of blanks at the end", async () => {
  expect((await read("name,industry\n")).rows).toBe(0);
  expect(await tried("name,industry\n")).toMatchObject({ status: "done", rows: 0, created: 0, failed: 0 });
  const titles = Array.from({ length: 299 }, (_, at) => `column ${at}`);
  const data = await read(`name,${titles.join(",")}\nAlpha${",x".repeat(299)}\n`);
  expect([data.columns.length, fieldsOf(data)["name"]]).toEqual([300, "name"]);
  const blank = await read(`name,industry${",".repeat(2000)}\nAlpha,Steel${",".repeat(2000)}\n`);
  expect(blank.columns).toHaveLength(2);
});

test("what cannot be read is refused in words, with the row where there is one", async () => {
  const refused = async (content: string | Buffer) => {
    const { status, json } = await inspect(content);
    return [status, json.code];
  };
  const huge = `name,description\nA,x\nB,${"y".repeat(1024 * 1024)}\n`;
  const answer = await inspect(huge);
  expect([answer.status, answer.json.code]).toEqual([422, "cell_too_large"]);
  expect(answer.json.detail).toContain("row 2");
  expect(await refused('[{"name":"Alpha"}]')).toEqual([422, "json_file"]);
  expect(await refused("%PDF-1.7\n1 0 obj\nname,industry\n")).toEqual([422, "not_a_table"]);
  expect(await refused(gzipSync("name\nAlpha\n"))).toEqual([422, "not_a_table"]);
  expect(await refused(testZip({ "Index/Document.iwa": "x", "Metadata/Properties.plist": "x" }))).toEqual([
    422,
    "numbers_file",
  ]);
  expect(await refused("<html><table><tr><td>name</td></tr></table></html>")).toEqual([422, "web_page"]);
  expect(await refused(`name,${Array.from({ length: 520 }, (_, at) => `c${at}`).join(",")}\n`)).toEqual([
    422,
    "too_many_columns",
  ]);
});
