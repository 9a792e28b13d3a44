import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshApp, freshApp } from "../../../../testing/fresh-app.ts";
import { identityModule as identity } from "../module.ts";
import { ensureAdministrator } from "./set-up.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
let app: FreshApp;
beforeAll(async () => void (app = await freshApp()));
afterAll(() => app.close());

const count = async (table: string): Promise<number> => {
  const [row] = await app.database.db.query<{ n: number }>({
    text: `select count(*) as n from w_main.${table}`,
  });
  return row?.n ?? -1;
};

describe("first start", () => {
  it("asks for setup, refuses weak passwords and impossible settings, and leaves nothing behind", async () => {
    expect((await app.call("GET", "/setup")).json).toEqual({
      data: { needed: true, company: { name: "", language: "zh-CN" } },
    });
    const weak = await app.call("POST", "/setup", { body: { ...ADMIN, password: "admin@example.com1" } });
    expect([weak.status, weak.at("code"), weak.at("errors.0.field")]).toEqual([
      422,
      "weak_password",
      "password",
    ]);
    const zone = await app.call("POST", "/setup", { body: { ...ADMIN, zone: "+08:00" } });
    expect([zone.status, zone.at("errors.0.code")]).toEqual([422, "bad_zone"]);
    expect(
      (await app.call("POST", "/setup", { body: { ...ADMIN, currency: "XXQ" } })).at("errors.0.code"),
    ).toBe("bad_currency");
    expect(await Promise.all(["o_user", "o_department", "o_company", "credential"].map(count))).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await ensureAdministrator(await app.context(), { login: "a", password: "short" })).toMatchObject({
      ok: false,
      refusal: { code: "weak_password" },
    });
  });

  it("lets one of many win, and then is closed for good", async () => {
    const tries = await Promise.all(
      Array.from({ length: 6 }, (_, index) =>
        app.call("POST", "/setup", {
          body: { ...ADMIN, login: `admin${index}@example.com`, company: "渠成" },
        }),
      ),
    );
    const statuses = tries.map((answer) => answer.status).toSorted();
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
    const winner = tries.find((answer) => answer.status === 201);
    expect((await app.call("GET", "/me", { session: winner?.session ?? "" })).at("data.abilities")).toEqual([
      "*",
    ]);
    expect(
      await Promise.all(["o_user", "o_user_role", "o_department", "o_company", "credential"].map(count)),
    ).toEqual([1, 1, 1, 1, 1]);
    expect((await app.call("GET", "/setup")).json).toEqual({
      data: { needed: false, company: { name: "渠成", language: "zh-CN" } },
    });
    const late = await app.call("POST", "/setup", { body: ADMIN });
    expect([late.status, late.at("code")]).toEqual([409, "setup_closed"]);
    expect(await ensureAdministrator(await app.context(), ADMIN)).toEqual({ ok: true, value: null });
    expect(await count("o_user")).toBe(1);
  });

  it("seeds again without undoing what the company changed", async () => {
    const { db } = app.database;
    const [roles, days] = [await count("o_role"), await count("o_calendar_day")];
    expect(roles).toBe(9);
    const { session = "" } = await app.call("POST", "/session", {
      body: {
        login: String(
          (await db.query<{ login: string }>({ text: "select login from w_main.o_user" }))[0]?.login,
        ),
        password: ADMIN.password,
      },
    });
    const role = async (name: string) =>
      (
        await db.query<{ id: string; rights: unknown; builtin: boolean }>({
          text: "select id, rights, builtin from w_main.o_role where name = $1 and deleted_at is null",
          values: [name],
        })
      )[0];
    const legal = (await role("legal"))?.id ?? "";
    expect((await app.call("DELETE", `/records/role/${legal}`, { session })).status).toBe(204);
    expect(
      (
        await app.call("PATCH", `/records/role/${(await role("seller"))?.id}`, {
          session,
          body: { rights: { abilities: ["record.export"] } },
        })
      ).status,
    ).toBe(200);
    const calendar = await app.call("GET", "/settings/calendar?year=2025", { session });
    expect(calendar.at("data.days")).toContainEqual({ date: "2025-01-26", working: true, name: "春节" });
    expect(
      (
        await app.call("PUT", "/settings/calendar?year=2025", {
          session,
          body: { days: [{ date: "2025-03-03", working: false, name: "厂休" }] },
        })
      ).status,
    ).toBe(200);
    await identity.seed?.(await app.context());
    expect(await role("legal")).toBeUndefined();
    expect(await role("seller")).toMatchObject({ builtin: true, rights: { abilities: ["record.export"] } });
    expect((await app.call("GET", "/settings/calendar?year=2025", { session })).at("data.days")).toEqual([
      { date: "2025-03-03", working: false, name: "厂休" },
    ]);
    expect(await count("o_calendar_day")).toBe(days + 1);
    const { company } = await app.context();
    expect(
      ["2025-01-28", "2025-03-03", "2025-03-04", "2024-10-01"].map((date) =>
        company.calendar.isWorkingDay(date),
      ),
    ).toEqual([true, false, true, false]);
  });
});

describe("company settings", () => {
  it("change at once for every process that reads the version, and only with the right", async () => {
    const { db } = app.database;
    const [admin] = await db.query<{ login: string }>({ text: "select login from w_main.o_user" });
    const { session = "" } = await app.call("POST", "/session", {
      body: { login: admin?.login, password: ADMIN.password },
    });
    const before = await db.query<{ definitions: number }>({
      text: "select definitions from w_main.versions",
    });
    expect(
      (
        await app.call("PATCH", "/settings/company", {
          session,
          body: { name: "Sluice GmbH", zone: "Europe/Berlin", currency: "EUR" },
        })
      ).at("data"),
    ).toEqual({
      name: "Sluice GmbH",
      zone: "Europe/Berlin",
      currency: "EUR",
      language: "zh-CN",
      stalled_digest: true,
      stalled_digest_at: "08:30",
    });
    expect((await app.call("GET", "/me", { session })).at("data.company.zone")).toBe("Europe/Berlin");
    const after = await db.query<{ definitions: number }>({
      text: "select definitions from w_main.versions",
    });
    expect(after[0]?.definitions).toBeGreaterThan(before[0]?.definitions ?? 0);
    expect(
      (await app.call("PATCH", "/settings/company", { session, body: { currency: "ZZZ" } })).at("errors.0"),
    ).toMatchObject({
      code: "bad_currency",
      field: "currency",
    });
    expect(
      (await app.call("PATCH", "/settings/company", { session, body: { stalled_digest_at: "25:00" } }))
        .status,
    ).toBe(400);
    expect(
      (
        await app.call("PATCH", "/settings/company", {
          session,
          body: { stalled_digest: false, stalled_digest_at: "07:15" },
        })
      ).at("data"),
    ).toMatchObject({
      stalled_digest: false,
      stalled_digest_at: "07:15",
    });
    expect((await app.call("PATCH", "/settings/company", { body: { name: "x" } })).status).toBe(401);
    expect(
      (await app.call("POST", "/records/company", { session, body: { name: "second" } })).at("errors.0.code"),
    ).toBe("one_company");
  });

  it("writes carrying a cookie must come from our own pages", async () => {
    const foreign = await app.call("POST", "/session", {
      body: ADMIN,
      headers: { origin: "https://evil.example" },
    });
    expect([foreign.status, foreign.session]).toEqual([403, undefined]);
  });
});
