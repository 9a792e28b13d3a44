import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ADMIN, admin, app, openCompany, person, signIn } from "../../../../testing/worlds/sign-in-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

describe("sign-in", () => {
  it("gives a cookie that scripts cannot read, and me", async () => {
    const opened = await signIn(" ADMIN@Example.com ", ADMIN.password);
    expect(opened.status).toBe(200);
    expect(opened.session).toMatch(/^main\.[\w-]{43}$/);
    expect(String(opened.headers["set-cookie"])).toMatch(
      /; Path=\/; HttpOnly; SameSite=Lax; Max-Age=7776000$/,
    );
    const me = await app.call("GET", "/me", { session: opened.session ?? "" });
    expect(me.json).toMatchObject({
      data: {
        user: { name: "王立", login: ADMIN.login, language: "zh-CN" },
        roles: [{ name: "administrator", label: { en: "Administrator" } }],
        departments: [{ name: "渠成测试" }],
        abilities: ["*"],
        company: { name: "渠成测试", currency: "CNY", zone: "Asia/Shanghai", language: "zh-CN" },
        preferences: {},
        must_change_password: false,
      },
    });
    const [kept] = await app.database.db.query<{ leaked: number }>({
      text: `select count(*) as leaked from w_main.session where encode(token_hash, 'escape') like '%' || $1 || '%'`,
      values: [opened.session],
    });
    expect(kept?.leaked).toBe(0);
  });

  it("answers 401 without, and with a forged, foreign or ended session", async () => {
    const { session = "" } = await signIn(ADMIN.login, ADMIN.password);
    expect((await app.call("GET", "/me")).status).toBe(401);
    expect((await app.call("GET", "/me", { session: `main.${"A".repeat(43)}` })).status).toBe(401);
    expect((await app.call("GET", "/me", { session: session.replace("main.", "other.") })).status).toBe(401);
    expect((await app.call("GET", "/me", { key: session })).status).toBe(401);
    expect((await app.call("DELETE", "/session", { session })).status).toBe(204);
    expect((await app.call("GET", "/me", { session })).status).toBe(401);
  });

  it("ends a session that was idle for two weeks or is older than ninety days", async () => {
    for (const column of [
      "last_seen_at = now() - interval '15 days'",
      "expires_at = now() - interval '1 second'",
    ]) {
      const { session = "" } = await signIn(ADMIN.login, ADMIN.password);
      await app.database.db.query({
        text: `update w_main.session set ${column} where id = (select id from w_main.session order by created_at desc limit 1)`,
      });
      expect((await app.call("GET", "/me", { session })).status, column).toBe(401);
    }
  });

  it("says the same of an unknown login, a wrong password and a deactivated person, and locks after five, known or not", async () => {
    const off = await person("off.duty");
    await app.call("PATCH", `/records/user/${off.id}`, { session: admin, body: { active: false } });
    const answers = [
      await signIn(ADMIN.login, "wrong"),
      await signIn("nobody", "wrong"),
      await signIn("off.duty", off.password),
    ];
    expect(answers.map((answer) => [answer.status, answer.at("code"), answer.at("detail")])).toEqual(
      answers.map(() => [401, "bad_credentials", "The login or password is incorrect."]),
    );
    await person("lock.me");
    for (const login of ["lock.me", "no.such.person"]) {
      for (let tries = 0; tries < 5; tries += 1)
        expect((await signIn(login, "wrong", "10.0.0.2")).at("code")).toBe("bad_credentials");
      const locked = await signIn(login, "tulip mango anvil", "10.0.0.2");
      expect([locked.status, locked.at("code")]).toEqual([401, "locked"]);
      expect(Number(locked.headers["retry-after"])).toBeGreaterThan(880);
    }
    await app.database.db.query({
      text: `update w_main.sign_in_attempt set locked_until = now() - interval '1 second'`,
    });
    for (let tries = 0; tries < 5; tries += 1) await signIn("lock.me", "wrong", "10.0.0.2");
    // The second lock lasts twice as long.
    expect(Number((await signIn("lock.me", "wrong", "10.0.0.2")).headers["retry-after"])).toBeGreaterThan(
      1780,
    );
  });

  it("lets no more than five guesses through when they come at once", async () => {
    await person("race.me");
    const answers = await Promise.all(
      Array.from({ length: 12 }, () => signIn("race.me", "wrong", "10.0.0.3")),
    );
    expect(answers.filter((answer) => answer.at("code") === "bad_credentials")).toHaveLength(5);
  });

  it("writes down who came and who failed, for those who may read it", async () => {
    const seller = await person("log.qian", ["seller"]);
    expect((await app.call("GET", "/access-log", { session: seller.session })).status).toBe(403);
    await signIn("log.qian", "wrong", "10.0.0.7");
    const log = await app.call("GET", `/access-log?user=${seller.id}`, { session: admin });
    expect(log.at("data.0")).toMatchObject({ kind: "sign_in_failed", login: "log.qian", ip: "10.0.0.7" });
    expect(log.at("data.1.kind")).toBe("sign_in");
  });

  it("answers hostile text with a refusal, not an error", async () => {
    for (const login of ["a\0b", "x".repeat(5000), "' or 1=1 --", "\ud800"])
      expect([400, 401], login.slice(0, 9)).toContain((await signIn(login, "wrong", "10.0.0.8")).status);
    expect(
      (await app.call("PUT", "/me/preferences", { session: admin, body: { list: "a\0b" } })).at("data.list"),
    ).toBe("ab");
    expect((await app.call("DELETE", "/sessions/not-an-id", { session: admin })).status).toBe(404);
    expect((await app.call("GET", "/invitations/main.%00")).status).toBe(400);
  });

  it("slows one address that fails with many logins", async () => {
    await app.database.db.query({
      text: `insert into w_main.access_log (kind, ip) select 'sign_in_failed', '10.9.9.9' from generate_series(1, 60)`,
    });
    const slowed = await signIn(ADMIN.login, ADMIN.password, "10.9.9.9");
    expect([slowed.status, slowed.at("code"), slowed.headers["retry-after"]]).toEqual([
      429,
      "too_many_attempts",
      "900",
    ]);
    expect((await signIn(ADMIN.login, ADMIN.password, "10.9.9.8")).status).toBe(200);
  });

  it("replaces the session a browser had, lists and ends one's own, others' only with the right", async () => {
    const seller = await person("sessions.li", ["seller"]);
    const again = await app.call("POST", "/session", {
      body: { login: "sessions.li", password: seller.password },
      session: seller.session,
    });
    expect((await app.call("GET", "/me", { session: seller.session })).status).toBe(401);
    const session = again.session ?? "";
    const other = (await signIn("sessions.li", seller.password)).session ?? "";
    const listed = await app.call("GET", "/sessions", { session });
    expect([listed.at("data.length"), listed.at("data.0.current"), listed.at("data.1.current")]).toEqual([
      2,
      false,
      true,
    ]);
    expect((await app.call("GET", `/sessions?user=${seller.id}`, { session: admin })).at("data.length")).toBe(
      2,
    );
    const { id: adminId } = {
      id: String((await app.call("GET", "/me", { session: admin })).at("data.user.id")),
    };
    expect((await app.call("GET", `/sessions?user=${adminId}`, { session })).status).toBe(403);
    const adminSession = String((await app.call("GET", "/sessions", { session: admin })).at("data.0.id"));
    expect((await app.call("DELETE", `/sessions/${adminSession}`, { session })).status).toBe(404);
    expect(
      (await app.call("DELETE", `/sessions/${String(listed.at("data.0.id"))}`, { session })).status,
    ).toBe(204);
    expect((await app.call("GET", "/me", { session: other })).status).toBe(401);
  });
});
