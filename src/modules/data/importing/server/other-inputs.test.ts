import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { form, MULTIPART } from "../../../../testing/importer.ts";
import { styled, testWorkbook } from "../../../../testing/workbook.ts";

let app: TestApp;
let admin: Client;
beforeAll(async () => {
  app = await testApp();
  ({ admin } = app);
});
afterAll(() => app.close());

async function tried(content: string | Buffer, object: string, options: object = {}) {
  const started = await admin.post(
    "/imports",
    form(content, { options: JSON.stringify({ object, dry_run: true, ...options }) }),
    MULTIPART,
  );
  expect(started.status, started.text).toBe(202);
  await app.idle();
  return (await admin.get(`/imports/${started.json.id}`)).json.data;
}
type Told = {
  readonly notices: readonly { readonly code: string; readonly count: number; readonly message: string }[];
};
const told = (answer: Told, code: string) => answer.notices.find((one) => one.code === code);
const values = (
  { preview }: { readonly preview: readonly { readonly values: Readonly<Record<string, unknown>> }[] },
  field: string,
) => preview.map((row) => row.values[field] ?? null);

describe("rows", () => {
  test("files put together out of several keep every row, whatever ends their lines", async () => {
    expect(values(await tried("name\r\nA\nB\rC\r\n", "account"), "name")).toEqual(["A", "B", "C"]);
    expect(values(await tried('name,description\r\nA,"x\ny"\nB,z\n', "account"), "description")).toEqual([
      "x\ny",
      "z",
    ]);
  });
  test("sums at the end and between groups, and the notes behind them, are no records; it is said and can be chosen", async () => {
    const content = "客户名称,年营收\n甲公司,100\n小计,100\n乙公司,200\n合计,300\n制表人：张三,\n";
    const done = await tried(content, "account");
    expect([done.rows, values(done, "name"), told(done, "total_rows_skipped")?.count]).toEqual([
      2,
      ["甲公司", "乙公司"],
      3,
    ]);
    const read = await tried(content, "account", { total_rows: "read" });
    expect([read.rows, told(read, "total_rows_read")?.count]).toEqual([5, 2]);
    const sum = { xml: "><f>SUM(C2:C2)</f>" };
    const book = testWorkbook({
      sheets: [
        {
          name: "a",
          rows: [["客户名称", "行业", "年营收"], ["甲公司", "钢铁", 100], [], ["总计", "1家", sum]],
        },
      ],
    });
    expect([
      (await tried(book, "account")).rows,
      (await tried("name,revenue\nAlpha,5\nTotal,5\n", "account")).rows,
    ]).toEqual([1, 1]);
  });
  test("a company that is called Total is one as long as something follows it or stands beside it", async () => {
    expect(values(await tried("name,revenue\nTotal,5\nAlpha,5\n", "account"), "name")).toEqual([
      "Total",
      "Alpha",
    ]);
    expect(
      values(await tried("name,industry,revenue\nAlpha,oil,5\nTotal,oil,5\n", "account"), "name"),
    ).toEqual(["Alpha", "Total"]);
    expect(values(await tried("name\nAlpha\nTotal\n", "account"), "name")).toEqual(["Alpha", "Total"]);
  });
  test("columns that no field takes are named", async () => {
    const done = await tried("name,,Zodiac,industry\nAlpha,x,leo,steel\n", "account");
    expect(told(done, "columns_left_out")).toMatchObject({
      count: 2,
      message: expect.stringContaining("Zodiac"),
    });
    expect(told(await tried("name,industry\nAlpha,steel\n", "account"), "columns_left_out")).toBeUndefined();
  });
});

test("columns that a sheet hides are read, with a word", async () => {
  const book = testWorkbook({
    sheets: [
      {
        name: "a",
        rows: [
          ["name", "industry", "phone"],
          ["A", "steel", "021-62345678"],
        ],
        hiddenColumns: [1],
      },
    ],
  });
  const done = await tried(book, "account");
  expect([values(done, "industry"), told(done, "hidden_columns_read")]).toEqual([
    ["steel"],
    expect.objectContaining({ count: 1, message: expect.stringContaining("industry") }),
  ]);
});

describe("units and percentages", () => {
  test("a unit in words, behind a stroke or in front counts", async () => {
    for (const [title, amount] of [
      ["Revenue in thousands", "12500"],
      ["年营收-千元", "12500"],
      ["年营收万元", "125000"],
      ["Revenue (CNY '000)", { amount: "12500", currency: "CNY" }],
    ] as const) {
      const done = await tried(`name,${title}\nA,12.5\n`, "account");
      expect([title, values(done, "revenue"), told(done, "unit_of_title") !== undefined]).toEqual([
        title,
        [amount],
        true,
      ]);
    }
  });
  test("1 may be one percent or all of it: it is asked, also beside fractions", async () => {
    for (const cells of ["1,1,0", "1,0.5"]) {
      const done = await tried(
        `name,tax_rate\n${cells
          .split(",")
          .map((cell, at) => `P${at},${cell}`)
          .join("\n")}\n`,
        "product",
      );
      expect(done.questions[0]).toMatchObject({ setting: "unit" });
      expect(done.preview[0].errors).toContainEqual(expect.objectContaining({ code: "ambiguous_percent" }));
    }
  });
  test("0.35 beside 35 is read as the column says, with a word", async () => {
    const done = await tried("name,tax_rate\nA,0.35\nB,35\nC,35%\n", "product");
    expect([values(done, "tax_rate"), told(done, "small_percents")?.count]).toEqual([
      ["0.35", "35", "35"],
      1,
    ]);
  });
  test("formats of workbooks: per mille, words instead of numbers, the yen of Japan", async () => {
    const formats = ["0.0‰", '[=1]"钢铁";[=2]"化工";General', "[$￥-411]#,##0", '"是";;"否"'];
    const of = (rows: (string | { readonly xml: string })[][]) =>
      testWorkbook({ formats, sheets: [{ name: "a", rows }] });
    expect(
      values(
        await tried(
          of([
            ["name", "tax_rate"],
            ["A", styled(5, 1)],
          ]),
          "product",
        ),
        "tax_rate",
      ),
    ).toEqual(["0.5"]);
    const words = await tried(
      of([
        ["name", "industry"],
        ["A", styled(1, 2)],
        ["B", styled(2, 2)],
        ["C", styled(0, 4)],
        ["D", styled(7, 2)],
      ]),
      "account",
    );
    expect(values(words, "industry")).toEqual(["钢铁", "化工", "否", "7"]);
    expect(
      values(
        await tried(
          of([
            ["name", "employees"],
            ["A", styled(2, 2)],
          ]),
          "account",
        ),
        "employees",
      ),
    ).toEqual([2]);
    expect(
      values(
        await tried(
          of([
            ["name", "revenue"],
            ["A", styled(900, 3)],
          ]),
          "account",
        ),
        "revenue",
      ),
    ).toEqual([{ amount: "900", currency: "JPY" }]);
  });
});

describe("encodings that stand on the same bytes", () => {
  const seen = async (content: Buffer) => {
    const answer = await admin.post("/imports/inspect", form(content, { object: "account" }), MULTIPART);
    expect(answer.status, answer.text).toBe(200);
    return answer.json.data.encoding;
  };
  const bytes = (text: string, letters: Readonly<Record<string, number>>): Buffer =>
    Buffer.from([...text].map((sign) => letters[sign] ?? sign.charCodeAt(0)));
  test("Cyrillic, Polish, Turkish and Mac letters", async () => {
    const cyrillic = (text: string) =>
      Buffer.from(
        [...text].map((sign) =>
          sign >= "А" && sign <= "я" ? sign.charCodeAt(0) - 0x410 + 0xc0 : sign.charCodeAt(0),
        ),
      );
    expect(await seen(cyrillic("Название,Город\nГазпром,Москва\n"))).toBe("windows-1251");
    const polish = { ł: 0xb3, ą: 0xb9, ś: 0x9c, ż: 0xbf, ó: 0xf3, Ł: 0xa3 };
    expect(await seen(bytes("name,city\nSpółka Wąż,Łomża\nHuta,Kraków\nMetal,Przemyśl\n", polish))).toBe(
      "windows-1250",
    );
    expect(
      await seen(
        bytes("name,city\nGüneş,İstanbul\nYıldız,Eskişehir\n", { ş: 0xfe, İ: 0xdd, ı: 0xfd, ü: 0xfc }),
      ),
    ).toBe("windows-1254");
    expect(await seen(bytes("name,city\nMüller,Zürich\nCafé,Genève\n", { ü: 0x9f, é: 0x8e, è: 0x8f }))).toBe(
      "macintosh",
    );
    expect(
      await seen(bytes("name,city\nMüller,Zürich\nCafé,São Paulo\n", { ü: 0xfc, é: 0xe9, ã: 0xe3 })),
    ).toBe("windows-1252");
  });
  test("Japanese and Korean beside Chinese", async () => {
    // 会社名,カナ / トウキョウデンリョク in EUC-JP
    expect(await seen(Buffer.from("b2f1bcd2ccbe2ca5aba5ca0aa5c8a5a6a5ada5e7a5a62ca5c7a5f30a", "hex"))).toBe(
      "euc-jp",
    );
    // Thirty syllables of Korean in a row of their code, from 가 on.
    const korean = Buffer.from(
      Array.from({ length: 30 }, (_, at) => [
        0xb0 + (at % 24),
        0xa1 + at,
        ...(at % 5 === 4 ? [0x0a] : []),
      ]).flat(),
    );
    expect(await seen(Buffer.concat([Buffer.from("name,x\n"), korean]))).toBe("euc-kr");
    // 名称 / 张 in GBK: little, and all of it where Korean has its syllables.
    expect(await seen(Buffer.from("c3fbb3c60ad5c50a", "hex"))).toBe("gb18030");
    // A sign of four bytes beside everyday characters.
    expect(await seen(Buffer.from("c3fbb3c62cd0d0d2b50a8139ef30b9abcbbe2cb8d6cca00a", "hex"))).toBe(
      "gb18030",
    );
  });
  test("UTF-32 is refused in words", async () => {
    const answer = await admin.post(
      "/imports/inspect",
      form(Buffer.from("fffe00006e000000", "hex"), { object: "account" }),
      MULTIPART,
    );
    expect([answer.status, answer.json.code]).toEqual([422, "not_a_table"]);
  });
});
