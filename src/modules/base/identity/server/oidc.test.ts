import { afterAll, beforeAll, expect, it } from "vitest";
import { type Answered, type FreshApp, freshApp } from "../../../../testing/fresh-app.ts";
import { testProvider, type TestProvider } from "../../../../testing/oidc.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
const BACK = "http://localhost/api/v1/session/oidc/callback";
let app: FreshApp;
let provider: TestProvider;
let admin: string;
let adminId: string;

beforeAll(async () => {
  [app, provider] = await Promise.all([freshApp(), testProvider(BACK)]);
  const made = await app.call("POST", "/setup", {
    body: { ...ADMIN, name: "王立", company: "渠成测试", language: "zh-CN" },
  });
  admin = made.session ?? "";
  adminId = String(made.at("user.id"));
});
afterAll(() => Promise.all([app.close(), provider.close()]));

const settings = () => ({
  on: true,
  issuer: provider.issuer,
  client_id: provider.clientId,
  scopes: "openid email profile",
  match: "email",
  login_claim: "preferred_username",
  create: false,
  role: null as string | null,
  label: { "zh-CN": "企业账号", en: "Company account" },
});
const keep = (oidc: object, more: object = {}) =>
  app.call("PATCH", "/settings/security", {
    session: admin,
    body: { oidc: { ...settings(), ...oidc }, oidc_secret: provider.clientSecret, ...more },
  });
const person = async (login: string, email: string): Promise<string> =>
  String(
    (await app.call("POST", "/records/user", { session: admin, body: { name: login, login, email } })).at(
      "data.id",
    ),
  );
const cookieOf = (answer: Answered, name: string): string =>
  new RegExp(`${name}=([^;]+);`).exec([answer.headers["set-cookie"]].flat().join("\n"))?.[1] ?? "";

/** Begins here, signs in there; gives what the browser then holds. */
async function visit(account: string, to = "/"): Promise<{ cookie: string; back: URL }> {
  const begun = await app.call("GET", `/session/oidc?to=${encodeURIComponent(to)}`);
  return {
    cookie: cookieOf(begun, "sluice_oidc"),
    back: await provider.visit(String(begun.headers["location"]), account),
  };
}
const comeBack = (search: string, cookie: string, ip = "10.0.0.1") =>
  app.call("GET", `/session/oidc/callback${search}`, { headers: { cookie: `sluice_oidc=${cookie}` }, ip });
async function signIn(account: string, to?: string): Promise<Answered> {
  const { cookie, back } = await visit(account, to);
  return comeBack(back.search, cookie);
}
const refusedWith = (answer: Answered): string =>
  `${String(answer.headers["location"]).replace("/sign-in?refused=", "")} ${answer.session ?? ""}`.trim();

it("is off until it is set up rightly, and never shows its secret", async () => {
  expect((await app.call("GET", "/session/ways")).at("data")).toEqual({ passwords: true, oidc: null });
  expect(refusedWith(await app.call("GET", "/session/oidc"))).toBe("oidc_off");
  for (const issuer of [
    "http://idp.example.com",
    "javascript:alert(1)",
    "https://me:pw@idp.example.com",
    "file:///etc/passwd",
  ])
    expect((await keep({ issuer })).at("errors.0.code"), issuer).toBe("bad_issuer");
  expect((await keep({ create: true })).at("errors.0.field")).toBe("oidc.role");
  const kept = await keep({});
  expect(kept.status, JSON.stringify(kept.json)).toBe(200);
  expect(kept.at("data.oidc_redirect")).toBe(BACK);
  expect(JSON.stringify(kept.json)).not.toContain(provider.clientSecret);
  for (const table of ["security", "access_log"]) {
    const [found] = await app.database.db.query<{ leaked: number }>({
      text: `select count(*)::int as leaked from w_main.${table} t where t::text like '%' || $1 || '%' or t::text like '%' || $2 || '%'`,
      values: [provider.clientSecret, Buffer.from(provider.clientSecret).toString("hex")],
    });
    expect(found?.leaked, table).toBe(0);
  }
  expect((await app.call("GET", "/session/ways")).at("data.oidc.label.en")).toBe("Company account");
});

it("is not switched on with an address that tells nothing of a provider, and tells the door when it has fallen silent", async () => {
  const silent = await keep({ issuer: "http://127.0.0.1:9" });
  expect([silent.status, silent.at("errors.0.code"), silent.at("errors.0.field")]).toEqual([
    422,
    "issuer_silent",
    "oidc.issuer",
  ]);
  expect((await app.call("GET", "/settings/security", { session: admin })).at("data.oidc.issuer")).toBe(
    provider.issuer,
  );
  // What is changed beside it is kept although the provider may be away.
  expect((await keep({ scopes: "openid email" })).status).toBe(200);
  expect((await keep({})).status).toBe(200);
});

it("takes a consent that was not given for what it is: no failed try, and not by somebody else's answer", async () => {
  const failed = async () =>
    (await app.call("GET", "/access-log?kind=sign_in_failed", { session: admin })).at("data.length");
  const before = await failed();
  const begun = await app.call("GET", "/session/oidc");
  const cookie = cookieOf(begun, "sluice_oidc");
  const state = new URL(String(begun.headers["location"])).searchParams.get("state") ?? "";
  expect(refusedWith(await comeBack(`?error=access_denied&state=${state}`, cookie))).toBe("oidc_cancelled");
  expect(await failed()).toBe(before);
  expect(refusedWith(await comeBack("?error=access_denied&state=other", cookie))).toBe("oidc_failed");
});

it("lets a known person in by a verified address, to where they wanted to go", async () => {
  await person("li.na", "Li.Na@example.com");
  provider.people.set("1", { email: "li.na@example.com", email_verified: true });
  const inside = await signIn("1", "/records/account?x=1");
  expect([inside.status, inside.headers["location"]]).toEqual([303, "/records/account?x=1"]);
  expect((await app.call("GET", "/me", { session: inside.session ?? "" })).at("data.user.login")).toBe(
    "li.na",
  );
  for (const elsewhere of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/%2F/../..//evil.example",
  ])
    expect(String((await signIn("1", elsewhere)).headers["location"]), elsewhere).toMatch(/^\/(?!\/|\\)/);
});

it("refuses unverified addresses, strangers, people who left and people from elsewhere", async () => {
  provider.people.set("2", { email: "li.na@example.com", email_verified: false });
  provider.people.set("3", { email: "nobody@example.com", email_verified: true });
  provider.people.set("4", { email: "left@example.com", email_verified: true });
  const left = await person("left", "left@example.com");
  await app.call("PATCH", `/records/user/${left}`, { session: admin, body: { active: false } });
  const [role] = await app.database.db.query<{ id: string }>({
    text: "select id from w_main.o_role where name = 'seller'",
  });
  expect(refusedWith(await signIn("2"))).toBe("oidc_unverified");
  expect(refusedWith(await signIn("3"))).toBe("oidc_unknown");
  await keep({ create: true, role: role?.id ?? "" });
  expect(refusedWith(await signIn("4"))).toBe("oidc_unknown");
  expect(refusedWith(await signIn("2"))).toBe("oidc_unverified");
  provider.people.set("5", { email: "new@example.com", email_verified: true, name: "新来的" });
  const made = await signIn("5");
  expect((await app.call("GET", "/me", { session: made.session ?? "" })).json).toMatchObject({
    data: { user: { name: "新来的" }, roles: [{ name: "seller" }] },
  });
  expect(
    (await app.call("GET", "/access-log?kind=sign_in_failed", { session: admin })).at("data.0.detail.oidc"),
  ).toBe("oidc_unverified");
});

it("takes only its own answer: state, browser, code and time must fit", async () => {
  const { cookie, back } = await visit("1");
  const other = await visit("1");
  const changed = new URLSearchParams(back.search);
  changed.set("state", "another");
  expect(refusedWith(await comeBack(`?${changed}`, cookie))).toBe("oidc_failed");
  expect(refusedWith(await comeBack(back.search, ""))).toBe("oidc_failed");
  expect(refusedWith(await comeBack(back.search, other.cookie)), "another browser").toBe("oidc_failed");
  expect(refusedWith(await comeBack(back.search, `${cookie.slice(0, -4)}AAAA`))).toBe("oidc_failed");
  expect(refusedWith(await comeBack("?error=access_denied&state=x", cookie))).toBe("oidc_failed");
  const stolen = new URLSearchParams(other.back.search);
  stolen.set("state", back.searchParams.get("state") ?? "");
  expect(refusedWith(await comeBack(`?${stolen}`, cookie)), "a code of another flow").toBe("oidc_failed");
  provider.tampers = true;
  expect(refusedWith(await signIn("1")), "an ID token changed on the way").toBe("oidc_failed");
  provider.tampers = false;
  const own = await visit("1");
  expect((await comeBack(own.back.search, own.cookie)).session).toBeTruthy();
  expect(refusedWith(await comeBack(own.back.search, own.cookie)), "a code used before").toBe("oidc_failed");
});

it("binds the first account that comes to a person; another one with the same address is refused until somebody releases it", async () => {
  const chen = await person("chen.jie", "chen.jie@example.com");
  const inbound = async (account: string) => (await signIn(account)).session ?? "";
  provider.people.set("7", { email: "chen.jie@example.com", email_verified: true });
  provider.people.set("8", { email: "chen.jie@example.com", email_verified: true });
  const own = await inbound("7");
  expect((await app.call("GET", "/me", { session: own })).at("data.user.id")).toBe(chen);
  const other = await signIn("8");
  expect(refusedWith(other)).toBe("oidc_other_account");
  expect(
    (await app.call("GET", "/access-log?kind=sign_in_failed", { session: admin })).at("data.0"),
  ).toMatchObject({
    login: "chen.jie@example.com",
    detail: { oidc: "oidc_other_account" },
  });
  provider.people.set("7", { email: "li.na@example.com", email_verified: true });
  expect(
    (await app.call("GET", "/me", { session: await inbound("7") })).at("data.user.id"),
    "the account counts, not the address",
  ).toBe(chen);
  const path = `/users/${chen}/company-account`;
  expect((await app.call("GET", path, { session: admin })).at("data")).toEqual([
    { issuer: provider.issuer, subject: "7", bound_at: expect.any(String) },
  ]);
  expect([
    (await app.call("GET", path, { session: own })).status,
    (await app.call("DELETE", path, { session: own })).status,
  ]).toEqual([403, 403]);
  expect((await app.call("DELETE", path, { session: admin })).status).toBe(204);
  expect((await app.call("DELETE", path, { session: admin })).status).toBe(404);
  expect(
    (await app.call("GET", "/access-log?kind=oidc_released", { session: admin })).at("data.0.detail"),
  ).toMatchObject({ by: adminId, subject: "7" });
  const both = await Promise.all([visit("8"), visit("8")]);
  const came = await Promise.all(both.map(({ cookie, back }) => comeBack(back.search, cookie)));
  expect(
    came.map(({ session }) => Boolean(session)),
    "twice at once is once",
  ).toEqual([true, true]);
  expect((await app.call("GET", "/me", { session: await inbound("8") })).at("data.user.id")).toBe(chen);
  expect(refusedWith(await signIn("7")), "li.na has an account of her own").toBe("oidc_other_account");
  await app.call("PATCH", `/records/user/${chen}`, { session: admin, body: { active: false } });
  expect(refusedWith(await signIn("8"))).toBe("oidc_unknown");
});

it("leaves passwords to one administrator where the company wants it so", async () => {
  const passwords = { everybody: false, break_glass: adminId };
  await person("old.way", "old@example.com");
  const [user] = await app.database.db.query<{ id: string }>({
    text: "select id from w_main.o_user where login = 'old.way'",
  });
  await app.call("POST", `/users/${user?.id}/credentials`, {
    session: admin,
    body: { password: "tulip mango anvil" },
  });
  expect((await keep({ on: false }, { passwords })).at("errors.0.code")).toBe("passwords_needed");
  expect(
    (await keep({}, { passwords: { everybody: false, break_glass: user?.id } })).at("errors.0.code"),
  ).toBe("no_break_glass");
  expect((await keep({}, { passwords })).status).toBe(200);
  const old = (password: string) => app.call("POST", "/session", { body: { login: "old.way", password } });
  expect([(await old("tulip mango anvil")).at("code"), (await old("wrong")).at("code")]).toEqual([
    "password_off",
    "bad_credentials",
  ]);
  expect((await app.call("POST", "/session", { body: ADMIN })).status).toBe(200);
  expect((await app.call("GET", "/session/ways")).at("data.passwords")).toBe(false);
  expect((await keep({ on: false })).at("errors.0.code"), "the only other way in stays").toBe(
    "passwords_needed",
  );
});
