import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "seller" });
  // There is a company from now on.
  expect((await app.admin.patch("/settings/company", { name: "渠成科技" })).status).toBe(200);
});
afterAll(() => app.close());

const companyId = async () => (await app.admin.get("/records/company")).json.data[0].id;
const reasons = (answer: { json: { errors?: { code: string; field?: string }[] } }) =>
  (answer.json.errors ?? []).map(({ code, field }) => [code, field]);

describe("the company", () => {
  test("is read by everybody and changed by who manages settings, whatever else they may", async () => {
    expect((await seller.get("/settings/company")).json.data.name).toBe("渠成科技");
    expect((await seller.patch("/settings/company", { name: "Mine" })).status).toBe(403);
    const rights = { objects: {}, fields: {}, abilities: ["settings.manage"] };
    await app.admin.make("role", { name: "office", label: { en: "Office" }, rights });
    const office = await app.person({ name: "Office", role: "office" });
    const changed = await office.patch("/settings/company", { currency: "EUR", zone: "Europe/Berlin" });
    expect([changed.status, changed.json.data.currency, changed.json.data.zone]).toEqual([
      200,
      "EUR",
      "Europe/Berlin",
    ]);
    // The way round it, by the record, is not theirs.
    const round = await office.patch(`/records/company/${await companyId()}`, { currency: "USD" });
    expect(round.status).toBe(404);
    expect((await app.admin.get("/settings/company")).json.data.name, "what was not named stays").toBe(
      "渠成科技",
    );
  });

  test.for([
    ["currency", "XXQ", "bad_currency"],
    ["currency", "cny", "bad_currency"],
    ["zone", "+08:00", "bad_zone"],
    ["zone", "Mars/Olympus", "bad_zone"],
  ] as const)("has a real %s: not %j, on no road", async ([field, value, code]) => {
    const settings = await app.admin.patch("/settings/company", { [field]: value });
    expect([settings.status, reasons(settings)[0]]).toEqual([422, [code, field]]);
    const record = await app.admin.patch(`/records/company/${await companyId()}`, { [field]: value });
    expect(record.status, record.text).toBe(422);
  });

  test("tells people what stands still at a time of the day", async () => {
    for (const at of ["24:00", "8:30", "08:60", "noon"]) {
      expect((await app.admin.patch("/settings/company", { stalled_digest_at: at })).status, at).toBe(400);
      const record = await app.admin.patch(`/records/company/${await companyId()}`, {
        stalled_digest_at: at,
      });
      expect(record.status, at).toBe(422);
    }
    const kept = await app.admin.patch("/settings/company", {
      stalled_digest: false,
      stalled_digest_at: "23:59",
    });
    expect(kept.json.data).toMatchObject({ stalled_digest: false, stalled_digest_at: "23:59" });
  });

  test("is one, and stays", async () => {
    const second = await app.admin.post("/records/company", {
      name: "Second",
      currency: "CNY",
      zone: "Asia/Shanghai",
    });
    expect([second.status, reasons(second)[0]?.[0]]).toEqual([422, "one_company"]);
    const gone = await app.admin.delete(`/records/company/${await companyId()}`);
    expect([gone.status, reasons(gone)[0]?.[0]]).toEqual([422, "company_stays"]);
  });

  test("a setting that is none, or empty, is refused", async () => {
    for (const body of [{ name: "" }, { language: "fr" }, { colour: "red" }, { currency: "EURO" }])
      expect((await app.admin.patch("/settings/company", body)).status, JSON.stringify(body)).toBe(400);
  });
});

describe("the calendar", () => {
  const keep = (year: number, days: readonly object[], who: Client = app.admin) =>
    who.send("PUT", `/settings/calendar?year=${year}`, { days });
  const read = async (year: number) => (await seller.get(`/settings/calendar?year=${year}`)).json.data.days;
  const day = (date: string, name: string, working = false) => ({ date, name, working });

  test("is read by everybody, kept by who manages settings, in the order of its days", async () => {
    expect((await keep(2031, [day("2031-01-01", "New Year")], seller)).status).toBe(403);
    const days = [day("2031-10-01", "National Day"), day("2031-01-01", "New Year")];
    expect((await keep(2031, days)).json.data).toEqual({ year: 2031, days: days.toReversed() });
    expect(await read(2031)).toEqual(days.toReversed());
    expect(await read(2032)).toEqual([]);
  });

  test("is kept as a whole: what is left out is as usual again, other years stay", async () => {
    await keep(2033, [day("2033-01-01", "New Year"), day("2033-05-01", "May Day")]);
    await keep(2034, [day("2034-01-01", "New Year")]);
    await keep(2033, [day("2033-05-01", "Labour Day")]);
    expect(await read(2033)).toEqual([day("2033-05-01", "Labour Day")]);
    expect(await read(2034)).toEqual([day("2034-01-01", "New Year")]);
  });

  test("writes only what differs, so that its history can be read", async () => {
    await keep(2035, [day("2035-01-01", "New Year"), day("2035-05-01", "May Day")]);
    const changes = async () => (await app.admin.get("/audit/changes?object=calendar_day")).json.data;
    const [before] = await changes();
    await keep(2035, [
      day("2035-01-01", "New Year"),
      day("2035-05-01", "Labour Day"),
      day("2035-10-07", "Worked", true),
    ]);
    const after = (await changes()).filter(({ seq }: { seq: number }) => seq > before.seq);
    expect(after.map(({ kind }: { kind: string }) => kind).toSorted()).toEqual(["create", "update"]);
  });

  test("knows each day once, of the year that is asked, and no day that there is not", async () => {
    const once = day("2036-01-01", "New Year");
    expect((await keep(2036, [once, { ...once, name: "Again" }])).status).toBe(400);
    expect((await keep(2036, [day("2037-01-01", "Elsewhere")])).status).toBe(400);
    expect((await keep(2036, [day("2036-02-30", "Never")])).status).toBeLessThan(500);
    expect((await keep(2036, [day("2036-02-30", "Never")])).status).toBeGreaterThanOrEqual(400);
    expect((await keep(2036, [day("2036-01-01", "")])).status).toBe(400);
    expect(await read(2036)).toEqual([]);
    expect((await keep(2036, [day("2036-02-29", "Leap day")])).status).toBe(200);
  });

  test.for(["1899", "2201", "36", "abcd"])("has no year %s", async (year) => {
    expect((await seller.get(`/settings/calendar?year=${year}`)).status).toBe(400);
  });

  test("of no year in particular is this year's", async () => {
    const { year } = (await seller.get("/settings/calendar")).json.data;
    expect(Math.abs(year - new Date().getUTCFullYear())).toBeLessThanOrEqual(1);
  });
});
