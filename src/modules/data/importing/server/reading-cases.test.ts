import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testWorkbook } from "../../../../testing/workbook.ts";
import {
  admin,
  app,
  file,
  find,
  imported,
  inspect,
  noticed,
  openReadingWorld,
  start,
} from "../../../../testing/worlds/reading-world.ts";

beforeAll(openReadingWorld);
afterAll(() => app.close());

describe("encoding is decided by evidence, and damage is told at its place", () => {
  const options = { object: "account", match: ["external_id"] };
  test.each([
    ["cut-off.csv", "cut1", 2, "industry"],
    ["one-bad-byte.csv", "bad1", 2, "name"],
  ])("%s", async (name, id, row, column) => {
    const done = await imported(await file(`csv-damaged-utf8/${name}`), options);
    expect(done).toMatchObject({ status: "done", reading: { encoding: "utf-8" } });
    expect((await find("account", `external_id == "${id}"`))[0]).toMatchObject({
      name: "苏州公司",
      industry: "仪表",
    });
    expect(noticed(done, "damaged_text")).toMatchObject({
      count: 1,
      places: [{ row, line: row + 1, column }],
    });
  });
  test("halves of a character that an old program wrote are joined", async () => {
    await imported(await file("csv-damaged-utf8/surrogate-halves.csv"), options);
    expect((await find("account", 'external_id == "bad2"'))[0]).toMatchObject({
      name: "X😀",
      industry: "仪表",
    });
  });
  test("it is named, and can be chosen", async () => {
    // "名称,备注\n苏州公司,x" in GBK
    const gbk = Buffer.from("c3fbb3c62cb1b8d7a20acbd5d6ddb9abcbbe2c78", "hex");
    expect((await inspect(gbk, { object: "account" })).data).toMatchObject({
      encoding: "gb18030",
      columns: [{ name: "名称" }, { name: "备注" }],
    });
    const wrong = (await inspect(gbk, { object: "account", encoding: "windows-1252" })).data;
    expect(wrong).toMatchObject({ encoding: "windows-1252", columns: [{ name: "Ãû³Æ" }, {}] });
    const again = await admin.post("/imports/inspect", {
      upload: wrong.upload,
      object: "account",
      encoding: "gbk",
    });
    expect(again.json.data).toMatchObject({ encoding: "gb18030", columns: [{ name: "名称" }, {}] });
    expect((await inspect(gbk, { object: "account", encoding: "klingon" })).errors[0]).toMatchObject({
      code: "not_one_of",
      field: "encoding",
    });
    expect((await start(gbk, { object: "account", encoding: "klingon" })).json.errors[0]).toMatchObject({
      code: "not_one_of",
      field: "encoding",
    });
    expect(
      (await imported(gbk, { object: "account", encoding: "gbk", mapping: { 名称: "name" } })).reading,
    ).toMatchObject({ encoding: "gb18030" });
  });
});

describe("the row of titles", () => {
  test.each(["sep-semicolon.csv", "sep-comma-bom.csv"])(
    "a separator line is an instruction: %s",
    async (name) => {
      const done = await imported(await file(`csv-sep-line/${name}`), { object: "account" });
      expect(done).toMatchObject({ created: 1, failed: 0, reading: { header_row: 2 } });
    },
  );
  test("headings, blank rows and two rows of titles are found, and can be chosen", async () => {
    const above = "客户清单 2026,,\n,,\n\n客户名称,行业,电话\nT-above,钢铁,021-62345678\n";
    expect((await inspect(above, { object: "account" })).data).toMatchObject({
      header_row: 4,
      rows: 1,
      columns: [{ name: "客户名称" }, {}, {}],
    });
    const done = await imported(above, { object: "account" });
    expect(done).toMatchObject({ created: 1, failed: 0 });
    expect(noticed(done, "rows_above_titles")).toMatchObject({ count: 1 });
    const two = "客户名称,行业\nname,industry\nT-two,钢铁\n";
    expect(await imported(two, { object: "account" })).toMatchObject({
      created: 1,
      rows: 1,
      reading: { header_rows: 2 },
    });
    expect(await imported(two, { object: "account", header_row: 2, header_rows: 1 })).toMatchObject({
      rows: 1,
      reading: { header_row: 2 },
    });
    expect(await imported(two, { object: "account", header_rows: 1, dry_run: true })).toMatchObject({
      rows: 2,
    });
    expect((await start(two, { object: "account", header_row: 9 })).json.code).toBe("no_header_row");
  });
  test("group titles over merged cells stand above their own titles", async () => {
    const book = testWorkbook({
      sheets: [
        { name: "备用", state: "hidden", rows: [["x"]] },
        {
          name: "客户",
          rows: [
            ["客户清单"],
            ["客户", null, "联系方式"],
            ["名称", "行业", "电话"],
            ["T-grouped", "钢铁", "021-62345679"],
            ["T-hidden", "钢铁", null],
          ],
          merged: ["A1:C1", "A2:B2"],
          hidden: [4],
        },
      ],
    });
    const seen = (await inspect(book, { object: "account" })).data;
    expect(seen).toMatchObject({
      sheet: "客户",
      hidden_sheets: ["备用"],
      header_row: 3,
      rows: 2,
      columns: [{ name: "名称", suggestion: { field: "name" } }, { name: "行业" }, { name: "电话" }],
    });
    expect(seen.notices.map(({ code }: { code: string }) => code)).toEqual(
      expect.arrayContaining(["rows_above_titles", "hidden_sheets", "hidden_rows_read"]),
    );
    const grouped = "客户,,联系人,\n名称,行业,名称,电话\nT-a,钢铁,某人,021-62345680\n";
    expect((await inspect(grouped, { object: "account" })).data).toMatchObject({
      header_row: 1,
      header_rows: 2,
      columns: [{ name: "客户 名称" }, { name: "行业" }, { name: "联系人 名称" }, { name: "电话" }],
    });
    const left = await imported(book, { object: "account", hidden_rows: "skip" });
    expect(left).toMatchObject({ rows: 1, created: 1 });
    expect(noticed(left, "hidden_rows_skipped")).toMatchObject({ count: 1 });
  });
});

describe("what cannot be read is refused in words", () => {
  test("a quotation mark that is never closed", async () => {
    const content = await file("csv-unclosed-quote/unclosed.csv");
    expect(await start(content, { object: "account" })).toMatchObject({
      status: 422,
      json: { code: "open_quote" },
    });
    expect((await inspect(content, { object: "account" })).code).toBe("open_quote");
  });
  test("old, protected and damaged files", async () => {
    const container = Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)]);
    const code = async (content: Buffer | string) => (await start(content, { object: "account" })).json.code;
    expect(await code(container)).toBe("old_excel");
    expect(await code(Buffer.concat([container, Buffer.from("EncryptedPackage", "utf16le")]))).toBe(
      "password_protected",
    );
    expect(await code("<html><table><tr><td>name</td></tr></table></html>")).toBe("web_page");
    expect(await code("\n\n  \n")).toBe("no_header");
    expect(await code(testWorkbook({ sheets: [{ name: "a", rows: [] }] }))).toBe("no_header");
    const book = testWorkbook({
      sheets: [
        {
          name: "a",
          rows: [["name"], ...Array.from({ length: 500 }, (_, at) => [`D${at} ${Math.sin(at)}`])],
        },
      ],
    });
    const at = book.indexOf("xl/worksheets/sheet1.xml") + 400;
    expect(
      await code(Buffer.concat([book.subarray(0, at), Buffer.alloc(60, 7), book.subarray(at + 60)])),
    ).toBe("damaged_archive");
    expect(await code(book.subarray(0, -40))).toBe("damaged_archive");
  });
});

describe("signs that nobody sees", () => {
  test("addresses and names come without them and are found", async () => {
    await imported(await file("invisible-characters/contacts.csv"), { object: "contact" });
    const emails = (await find("contact", 'endsWith(email, "harbor.example")')).map(
      ({ email }: { email: string }) => email,
    );
    expect(emails.toSorted()).toEqual(expect.arrayContaining(["one@harbor.example", "two@harbor.example"]));
    expect(emails.every((email: string) => /^[a-z]+@harbor\.example$/.test(email))).toBe(true);
  });
});

test("options whose label holds a separator are taken whole, and a question for several takes several", async () => {
  const label = (zh: string, en: string) => ({ "zh-CN": zh, en });
  const made = await admin.post("/objects", {
    name: "kindful_c",
    label: label("类", "Kindful"),
    plural: label("类", "Kindfuls"),
  });
  expect(made.status, made.text).toBeLessThan(300);
  const options = [
    { name: "x", label: label("叉", "Ex, one") },
    { name: "y", label: label("歪", "Why; two") },
    { name: "z", label: label("子", "Zed") },
  ];
  const field = await admin.post("/objects/kindful_c/fields", {
    name: "kinds_c",
    kind: "multiselect",
    label: label("种类", "Kinds"),
    options,
  });
  expect(field.status, field.text).toBeLessThan(300);
  const done = await imported(await file("multiselect-label-with-separator/kinds.csv"), {
    object: "kindful_c",
  });
  expect(done).toMatchObject({ created: 4, failed: 0 });
  const of = Object.fromEntries(
    (await find("kindful_c", "true")).map((one: { name: string; kinds_c: string[] }) => [
      one.name,
      one.kinds_c,
    ]),
  );
  expect(of).toEqual({ M1: ["x", "z"], M2: ["y", "z"], M3: ["x"], M4: ["x", "z"] });
  const asked = await imported('name,Kinds\nM5,"Ex, one and Zed"\n', { object: "kindful_c" });
  expect(asked).toMatchObject({ failed: 1, questions: [{ several: true, cell: "Ex, one and Zed" }] });
  await admin.post(`/imports/${asked.id}/answers`, { answers: { [asked.questions[0].id]: ["x", "z"] } });
  await app.idle();
  expect((await find("kindful_c", 'name == "M5"'))[0].kinds_c).toEqual(["x", "z"]);
});
