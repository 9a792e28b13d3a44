import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshApp, freshApp } from "../../../testing/fresh-app.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
let app: FreshApp;
let admin: string;

beforeAll(async () => {
  app = await freshApp();
  const made = await app.call("POST", "/setup", {
    body: { ...ADMIN, name: "王立", company: "渠成测试", language: "zh-CN" },
  });
  expect(made.json, JSON.stringify(made.json)).toMatchObject({ user: { login: ADMIN.login } });
  admin = made.session ?? "";
});
afterAll(() => app.close());

const signIn = (login: string, password: string, ip = "10.0.0.1") =>
  app.call("POST", "/session", { body: { login, password }, ip });
/** A person with roles who has changed the password that was set for them. */
async function person(
  login: string,
  roles: readonly string[] = [],
  values: object = {},
): ReturnType<typeof newPerson> {
  const made = await newPerson(login, roles, values);
  await app.database.db.query({
    text: "update w_main.credential set must_change = false where user_id = $1",
    values: [made.id],
  });
  return made;
}
/** A person with roles, made as an administrator makes them. */
async function newPerson(
  login: string,
  roles: readonly string[] = [],
  values: object = {},
): Promise<{ id: string; password: string; session: string }> {
  const made = await app.call("POST", "/records/user", {
    session: admin,
    body: { name: login, login, ...values },
  });
  const id = String(made.at("data.id"));
  for (const role of roles) {
    const granted = await app.call("POST", "/records/user_role", {
      session: admin,
      body: { user: id, role: await roleId(role) },
    });
    expect(granted.status, JSON.stringify(granted.json)).toBe(201);
  }
  const password = "tulip mango anvil";
  expect(
    (await app.call("POST", `/users/${id}/credentials`, { session: admin, body: { password } })).status,
  ).toBe(200);
  return { id, password, session: (await signIn(login, password)).session ?? "" };
}
async function roleId(name: string): Promise<string> {
  const [row] = await app.database.db.query<{ id: string }>({
    text: `select id from w_main.o_role where name = $1`,
    values: [name],
  });
  return row?.id ?? "";
}

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
      answers.map(() => [401, "bad_credentials", "The login or password is not right."]),
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

describe("passwords", () => {
  it("change with the current one and end the other sessions", async () => {
    const li = await newPerson("pass.li");
    const { session = "" } = await signIn("pass.li", li.password);
    expect((await app.call("GET", "/me", { session })).at("data.must_change_password")).toBe(true);
    const change = (current: string, next: string) =>
      app.call("POST", "/me/password", { session, body: { current, next } });
    expect((await change("wrong", "harbour linen 42 otter")).at("errors.0")).toMatchObject({
      code: "wrong_password",
      field: "current",
    });
    expect((await change(li.password, "password1234")).at("errors.0")).toMatchObject({
      code: "too_common",
      field: "next",
    });
    expect((await change(li.password, "harbour linen 42 otter")).status).toBe(204);
    expect((await app.call("GET", "/me", { session: li.session })).status).toBe(401);
    expect((await app.call("GET", "/me", { session })).at("data.must_change_password")).toBe(false);
    expect((await signIn("pass.li", "harbour linen 42 otter")).status).toBe(200);
  });

  it("are set once through an invitation", async () => {
    const made = await app.call("POST", "/records/user", { session: admin, body: { name: "新同事" } });
    const id = String(made.at("data.id"));
    expect(
      (await app.call("POST", `/users/${id}/credentials`, { session: admin, body: { invite: true } })).at(
        "errors.0.code",
      ),
    ).toBe("no_login");
    const invited = await app.call("POST", `/users/${id}/credentials`, {
      session: admin,
      body: { login: "xin.tongshi", invite: true },
    });
    const token = String(invited.at("data.invitation.path")).replace("/invite/", "");
    expect((await app.call("GET", `/invitations/${token}`)).json).toEqual({
      data: { name: "新同事", login: "xin.tongshi", company: "渠成测试" },
    });
    expect((await app.call("POST", `/invitations/${token}`, { body: { password: "short" } })).status).toBe(
      422,
    );
    const both = await Promise.all(
      [1, 2].map(() =>
        app.call("POST", `/invitations/${token}`, { body: { password: "harbour linen 42 otter" } }),
      ),
    );
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 410]);
    expect(
      (await app.call("GET", "/me", { session: both.find((answer) => answer.session)?.session ?? "" })).at(
        "data.user.id",
      ),
    ).toBe(id);
  });

  it("of people with more rights are not one's to set", async () => {
    const roles = await app.call("POST", "/records/role", {
      session: admin,
      body: {
        name: "hr_c",
        label: { "zh-CN": "人事" },
        rights: {
          objects: { user: { create: true, read: "all", update: "all" } },
          abilities: ["people.manage"],
        },
      },
    });
    expect(roles.status, JSON.stringify(roles.json)).toBe(201);
    const hr = await person("hr.zhang", ["hr_c"]);
    const plain = await person("plain.sun");
    const adminId = String((await app.call("GET", "/me", { session: admin })).at("data.user.id"));
    expect(
      (
        await app.call("POST", `/users/${plain.id}/credentials`, {
          session: hr.session,
          body: { password: "harbour linen 42 otter" },
        })
      ).status,
    ).toBe(200);
    const taken = await app.call("POST", `/users/${adminId}/credentials`, {
      session: hr.session,
      body: { password: "harbour linen 42 otter" },
    });
    expect([taken.status, taken.at("errors.0.code")]).toEqual([403, "exceeds_abilities"]);
    expect(
      (
        await app.call("POST", `/users/${adminId}/credentials`, {
          session: plain.session,
          body: { password: "harbour linen 42 otter" },
        })
      ).status,
    ).toBe(401);
    expect((await signIn(ADMIN.login, ADMIN.password)).status).toBe(200);
  });
});

describe("own details", () => {
  it("may be changed by oneself although people are not; preferences merge and stay small", async () => {
    const seller = await person("me.chen", ["seller"]);
    expect(
      (
        await app.call("PATCH", `/records/user/${seller.id}`, {
          session: seller.session,
          body: { department: null },
        })
      ).status,
    ).toBe(403);
    expect(
      (
        await app.call("PATCH", "/me", { session: seller.session, body: { language: "en", name: "Chen" } })
      ).at("data.user"),
    ).toMatchObject({
      language: "en",
      name: "Chen",
    });
    expect(
      (await app.call("PATCH", "/me", { session: seller.session, body: { active: false } })).status,
    ).toBe(400);
    await app.call("PUT", "/me/preferences", {
      session: seller.session,
      body: { shade: "dark", list: { width: null } },
    });
    await app.call("PUT", "/me/preferences", { session: seller.session, body: { shade: null, dense: true } });
    expect((await app.call("GET", "/me", { session: seller.session })).at("data.preferences")).toEqual({
      list: { width: null },
      dense: true,
    });
    expect(
      (
        await app.call("PUT", "/me/preferences", {
          session: seller.session,
          body: { big: "x".repeat(70_000) },
        })
      ).status,
    ).toBe(413);
    const half = { big: "x".repeat(40_000) };
    expect((await app.call("PUT", "/me/preferences", { session: seller.session, body: half })).status).toBe(
      200,
    );
    expect(
      (await app.call("PUT", "/me/preferences", { session: seller.session, body: { more: half.big } }))
        .status,
    ).toBe(413);
  });
});
