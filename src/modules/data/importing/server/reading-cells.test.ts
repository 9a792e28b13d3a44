import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { styled, testWorkbook } from "../../../../testing/workbook.ts";
import {
  admin,
  app,
  file,
  find,
  imported,
  inspect,
  noticed,
  openReadingWorld,
  show,
} from "../../../../testing/worlds/reading-world.ts";

beforeAll(openReadingWorld);
afterAll(() => app.close());

describe("the column decides its decimal mark", () => {
  const price = async (name: string) => (await find("product", `name == "${name}"`))[0]?.list_price;
  test("one cell settles it for all", async () => {
    const done = await imported(await file("amount-decimal-mark/european-amounts.csv"), {
      object: "product",
    });
    expect(done).toMatchObject({
      created: 8,
      failed: 1,
      reading: { columns: expect.arrayContaining([expect.objectContaining({ decimal_mark: "comma" })]) },
    });
    const amounts = [
      "21419.06",
      "3100.00",
      "120.50",
      undefined,
      "1234567.00",
      "1234.56",
      "1234.56",
      "90.00",
      "90.00",
    ];
    for (const [at, amount] of amounts.entries())
      expect((await price(`Pump ${"ABCDEFGHI"[at]}`))?.amount, `Pump ${"ABCDEFGHI"[at]}`).toBe(amount);
    expect([(await price("Pump H")).currency, (await price("Pump I")).currency]).toEqual(["EUR", "EUR"]);
    expect((await admin.get(`/imports/${done.id}/errors.csv`)).text).toContain("too_small");
    expect(await imported(await file("amount-decimal-mark/tabs.csv"), { object: "product" })).toMatchObject({
      created: 2,
      failed: 0,
    });
    expect((await price("Pump K")).amount).toBe("50.30");
  });
  test("where no cell settles it, it is asked once; the mapping can name it", async () => {
    const content = await file("amount-decimal-mark/one-reading-only.csv");
    expect((await inspect(content, { object: "product" })).data.columns[1]).toMatchObject({
      decimal_mark: "ask",
    });
    const dry = await imported(content, { object: "product", dry_run: true });
    expect(dry).toMatchObject({
      failed: 2,
      questions: [{ column: "list_price", setting: "decimal_mark", rows: 2 }],
    });
    expect(dry.questions[0].candidates).toEqual([
      { id: "comma", title: "3.100 = 3100" },
      { id: "point", title: "3.100 = 3.1" },
    ]);
    await admin.post(`/imports/${dry.id}/answers`, { answers: { [dry.questions[0].id]: "comma" } });
    await app.idle();
    expect(await show(dry.id)).toMatchObject({ created: 2, failed: 0, questions: [] });
    const mapping = { name: "name", list_price: { field: "list_price", decimal_mark: "comma" } };
    expect(await imported(content, { object: "product", mapping })).toMatchObject({ created: 2 });
    expect((await price("Pump L")).amount).toBe("3100.00");
  });
  test("the same for whole numbers, rates and units", async () => {
    const rates = "name;tax_rate\nR1;7,1\nR2;12,5 %\nR3;6\n";
    expect(await imported(rates, { object: "product" })).toMatchObject({ created: 3, failed: 0 });
    expect(await find("product", 'startsWith(name, "R")')).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ name: "R1", tax_rate: "7.1" }),
        expect.objectContaining({ name: "R2", tax_rate: "12.5" }),
      ]),
    );
    expect(await imported("name;employees\nE1;1.200\n", { object: "account" })).toMatchObject({ created: 1 });
    expect((await find("account", 'name == "E1"'))[0].employees).toBe(1200);
    const inTens = await imported("名称,年营收（万元）\nU1,12.5\nU2,3亿\n", {
      object: "account",
      mapping: { 名称: "name", "年营收（万元）": "revenue" },
    });
    expect(noticed(inTens, "unit_of_title")).toBeDefined();
    expect((await find("account", 'name == "U1"'))[0].revenue.amount).toBe("125000.00");
    expect((await find("account", 'name == "U2"'))[0].revenue.amount).toBe("300000000.00");
    const plain = { 名称: "name", "年营收（万元）": { field: "revenue", unit: "元" } };
    await imported("名称,年营收（万元）\nU3,12.5\n", { object: "account", mapping: plain });
    expect((await find("account", 'name == "U3"'))[0].revenue.amount).toBe("12.50");
    const asked = await imported("name,tax_rate\nF1,0.13\nF2,0.06\n", { object: "product", dry_run: true });
    expect(asked).toMatchObject({
      failed: 2,
      questions: [{ setting: "unit", candidates: [{ id: "fraction" }, { id: "%" }] }],
    });
    await admin.post(`/imports/${asked.id}/answers`, { answers: { [asked.questions[0].id]: "fraction" } });
    await app.idle();
    expect((await show(asked.id)).preview[0].values.tax_rate).toBe("13");
  });
});

describe("a cell means what the sheet shows", () => {
  test("percent formats", async () => {
    expect(
      await imported(await file("percent-cells/probability.xlsx"), { object: "opportunity" }),
    ).toMatchObject({ failed: 0, created: 6 });
    const deals = await find("opportunity", 'startsWith(name, "Deal ")');
    const of = Object.fromEntries(
      deals.map((deal: { name: string; probability: string }) => [deal.name, deal.probability]),
    );
    expect(of).toEqual({
      "Deal 25": "25",
      "Deal 12.5": "12.5",
      "Deal 100": "100",
      "Deal 40": "40",
      "Deal text": "25",
      "Deal general": "60",
    });
    await imported(await file("percent-cells/tax-rate.xlsx"), { object: "product" });
    expect((await find("product", 'name == "Thirteen"'))[0].tax_rate).toBe("13");
    expect((await find("product", 'name == "Six and a half"'))[0].tax_rate).toBe("6.5");
    expect((await find("product", 'name == "Literal sign"'))[0].tax_rate).toBe("13");
  });
  test("codes, and numbers with a unit or a currency in their format", async () => {
    await imported(await file("number-format-shown-as-text/codes.xlsx"), {
      object: "contact",
      match: ["external_id"],
    });
    const contacts = await find("contact", 'startsWith(name, "Shown as")');
    expect(contacts.map(({ external_id }: { external_id: string }) => external_id).toSorted()).toEqual([
      "00042",
      "D-0042",
    ]);
    const book = testWorkbook({
      formats: ["000-0000-0000", '0.0"万元"', "[$€-407]\\ #,##0.00", '#,##0"人"', "#,##0.00,"],
      sheets: [
        {
          name: "a",
          rows: [
            ["name", "phone", "revenue", "employees"],
            ["X1", styled(13800138001, 1), styled(13.5, 2), styled(1200, 4)],
            ["X2", null, styled(90.5, 3), null],
            ["X3", null, styled(13500, 5), null],
          ],
        },
      ],
    });
    expect(await imported(book, { object: "account" })).toMatchObject({ created: 3, failed: 0 });
    expect((await find("account", 'name == "X1"'))[0]).toMatchObject({
      phone: "13800138001",
      employees: 1200,
      revenue: { amount: "135000.00" },
    });
    expect((await find("account", 'name == "X2"'))[0].revenue).toMatchObject({
      amount: "90.50",
      currency: "EUR",
    });
    expect((await find("account", 'name == "X3"'))[0].revenue).toMatchObject({ amount: "13500.00" });
  });
  test("days with a clock behind them, in both calendars of spreadsheets", async () => {
    const days = async () =>
      Object.fromEntries(
        (await find("opportunity", "close_date != null")).map(
          (deal: { name: string; close_date: string }) => [deal.name, deal.close_date],
        ),
      );
    expect(
      await imported(await file("date-with-time/close-dates.csv"), { object: "opportunity" }),
    ).toMatchObject({ created: 11, failed: 0 });
    expect(
      await imported(await file("date-with-time/close-dates.xlsx"), { object: "opportunity" }),
    ).toMatchObject({ created: 2, failed: 0 });
    const { D9, ...others } = await days();
    expect(D9).toBe("2026-03-26");
    expect(
      new Set(
        Object.entries(others).flatMap(([name, day]) => (/^(D\d+|Noon|One second)/.test(name) ? [day] : [])),
      ),
    ).toEqual(new Set(["2026-03-25"]));
    const old = testWorkbook({
      is1904: true,
      formats: ["yyyy/m/d"],
      sheets: [
        {
          name: "a",
          rows: [
            ["name", "close_date"],
            ["Old calendar", styled(46106 - 1462, 1)],
          ],
        },
      ],
    });
    await imported(old, { object: "opportunity" });
    expect((await days())["Old calendar"]).toBe("2026-03-25");
  });
  test("errors are empty with a word; formulas that nobody calculated fail with one", async () => {
    const rows = [
      ["name", "industry", "employees"],
      ["Z1", { xml: 't="e"><f>VLOOKUP(1,A:B,2)</f><v>#N/A</v>' }, 5],
      ["Z2", "钢铁", { xml: "><f>B1*2</f>" }],
    ];
    const book = testWorkbook({ sheets: [{ name: "a", rows }] });
    const done = await imported(book, { object: "account" });
    expect(done).toMatchObject({ created: 1, failed: 1 });
    expect(noticed(done, "error_cells")).toMatchObject({
      count: 1,
      places: [{ row: 1, line: 2, column: "industry", cell: "#N/A" }],
    });
    expect(noticed(done, "formulas_without_value")).toMatchObject({
      count: 1,
      places: [{ row: 2, column: "employees" }],
    });
    expect((await admin.get(`/imports/${done.id}/errors.csv`)).text).toContain("formula_without_value");
    expect((await find("account", 'name == "Z1"'))[0].industry).toBeNull();
    const clearing = await imported(book, { object: "account", match: ["name"], empty: "clear" });
    expect((await admin.get(`/imports/${clearing.id}/errors.csv`)).text).toContain("cell_error");
  });
  test("merged cells count for every row they span", async () => {
    const rows = [["name", "industry"], ["Y1", "钢铁"], ["Y2"], ["Y3"]];
    const done = await imported(testWorkbook({ sheets: [{ name: "a", rows, merged: ["B2:B4"] }] }), {
      object: "account",
    });
    expect(noticed(done, "merged_cells_filled")).toMatchObject({ count: 1 });
    expect((await find("account", 'name == "Y3"'))[0].industry).toBe("钢铁");
  });
});

describe("numbers as they were pasted", () => {
  const numbers = Object.fromEntries([..."ABCDE"].map((name, at) => [name, `1380013800${at + 1}`]));
  test("are the same by file, by API and for duplicates", async () => {
    const content = await file("phone-pasted/phones.csv");
    expect(await imported(content, { object: "contact" })).toMatchObject({ failed: 0, created: 6 });
    const byFile = Object.fromEntries(
      (await find("contact", 'name in ["A","B","C","D","E"]')).map(
        (one: { name: string; mobile: string }) => [one.name, one.mobile],
      ),
    );
    expect(byFile).toEqual(numbers);
    expect((await find("contact", 'name == "F"'))[0].phone).toBe("021-55550101");
    for (const line of content.toString("utf8").split(/\r?\n/).slice(1, 6)) {
      const [name, mobile] = line.split(",");
      const found = await admin.post("/records/contact/duplicates", {
        values: { name: `again ${name}`, mobile },
      });
      expect(JSON.stringify(found.json), mobile).toContain("phone");
      const made = await admin.post(
        "/records/contact",
        { name: `P ${name}`, mobile: mobile?.replace("138", "139") },
        { "x-allow-duplicates": "1" },
      );
      expect([made.status, made.json.data?.mobile], made.text).toEqual([
        201,
        numbers[name ?? ""]?.replace("138", "139"),
      ]);
    }
    const wide = await admin.make("contact", { name: "P wide", mobile: "１３９００１３９００９" });
    expect((await admin.get(`/records/contact/${wide.id}`)).json.data.mobile).toBe("13900139009");
  });
});
