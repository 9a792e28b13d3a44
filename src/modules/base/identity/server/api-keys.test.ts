import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Client, clientOf, signIn, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let clerk: Client & { id: string };
let count = 0;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

/** Somebody with a role of their own, who may make keys. */
beforeEach(async () => {
  count += 1;
  const rights = {
    objects: { account: { create: true, read: "own", update: "own", delete: "none" } },
    fields: {},
    abilities: ["api_keys.manage"],
  };
  await app.admin.make("role", { name: `clerk_${count}`, label: { en: "Clerk" }, rights });
  clerk = await app.person({ name: `Clerk ${count}`, role: `clerk_${count}` });
});
const makeWith = (who: Client, body: object) => who.post("/api-keys", { name: "ERP", ...body });
const keyOf = async (body: object = {}): Promise<Client & { id: string }> => {
  const made = await makeWith(clerk, body);
  expect(made.status, made.text).toBe(201);
  return { ...clientOf(app.app, { authorization: `Bearer ${made.json.key}` }), id: made.json.id };
};
const sql = (text: string, values: readonly unknown[] = []) =>
  app.database.db.query({ text, values: [...values] });
const status = async (who: Client, path = "/me") => (await who.get(path)).status;

test("a key acts as its person, and tells it of itself by its last signs only", async () => {
  const made = await makeWith(clerk, { name: "  ERP\tNightly " });
  const [listed] = (await clerk.get("/api-keys")).json.data;
  expect(listed).toMatchObject({
    name: "ERP Nightly",
    hint: made.json.key.slice(-4),
    role: null,
    last_used_at: null,
  });
  expect(JSON.stringify(listed)).not.toContain(made.json.key);
  const key = clientOf(app.app, { authorization: `Bearer ${made.json.key}` });
  expect((await key.get("/me")).json.data.user.id).toBe(clerk.id);
  const account = await key.make("account", { name: `By key ${count}` });
  const [line] = (await app.admin.get(`/audit/changes?record=${account.id}`)).json.data;
  expect([line.actor.kind, line.actor.id]).toEqual(["program", clerk.id]);
});

test("a name of blanks is none", async () => {
  expect((await makeWith(clerk, { name: " \t " })).status).toBe(400);
});

test("only who manages keys makes one", async () => {
  const seller = await app.person({ name: `Seller ${count}`, role: "seller" });
  expect((await makeWith(seller, {})).status).toBe(403);
  expect((await seller.get("/api-keys")).json.data).toEqual([]);
});

test("a key makes no keys: what a program was given can be taken back", async () => {
  const key = await keyOf();
  expect((await makeWith(key, {})).json.code).toBe("person_needed");
});

test("it is narrowed by a role's name or id, and by none that is unknown or deleted", async () => {
  const [own] = (
    await app.admin.get(`/records/role?filter=${encodeURIComponent(`name == "clerk_${count}"`)}`)
  ).json.data;
  expect((await makeWith(clerk, { role: own.name })).status).toBe(201);
  expect((await makeWith(clerk, { role: own.id })).status).toBe(201);
  const gone = await app.admin.make("role", {
    name: `gone_${count}`,
    label: { en: "Gone" },
    rights: own.rights,
  });
  await app.admin.delete(`/records/role/${gone.id}`);
  for (const role of ["nobody", `gone_${count}`, gone.id, "00000000-0000-4000-8000-000000000001"]) {
    const refused = await makeWith(clerk, { role });
    expect([refused.status, refused.json.code, refused.json.errors[0].field], role).toEqual([
      422,
      "unknown_role",
      "role",
    ]);
  }
});

test("a key whose role was deleted later may do nothing any more", async () => {
  const all = { create: true, read: "own", update: "own", delete: "own" };
  const rights = { objects: { account: all }, fields: {}, abilities: [] };
  const role = await app.admin.make("role", { name: `narrow_${count}`, label: { en: "Narrow" }, rights });
  const key = await keyOf({ role: role.id });
  await key.make("account", { name: `Narrow ${count}` });
  const seen = async () => (await key.get("/records/account")).json.data.length;
  expect(await seen()).toBe(1);
  expect((await app.admin.delete(`/records/role/${role.id}`)).status).toBe(204);
  expect(await seen()).toBe(0);
  expect((await key.post("/records/account", { name: `Again ${count}` })).status).toBe(403);
});

test("an expiry lies in the future, and after it the key is nobody's", async () => {
  for (const expires_at of ["2020-01-01T00:00:00Z", "not a moment", "2026-02-31 at noon"])
    expect((await makeWith(clerk, { expires_at })).json.code, expires_at).toBe("past_expiry");
  const key = await keyOf({ expires_at: "2099-01-01T00:00:00Z" });
  expect(await status(key)).toBe(200);
  await sql("update w_main.api_key set expires_at = now() - interval '1 second' where id = $1", [key.id]);
  expect(await status(key)).toBe(401);
});

test("a moment so far away that no database knows it is refused, not an error", async () => {
  for (const expires_at of ["+275760-09-12T00:00:00Z", "+010000-01-01T00:00:00Z"])
    expect((await makeWith(clerk, { expires_at })).status, expires_at).toBe(400);
});

test("a use is written down at most every five minutes", async () => {
  const key = await keyOf();
  const used = async () =>
    (await sql("select last_used_at::text as at from w_main.api_key where id = $1", [key.id]))[0];
  await key.get("/me");
  const first = await used();
  expect(first).toEqual({ at: expect.any(String) });
  await key.get("/me");
  expect(await used()).toEqual(first);
  await sql("update w_main.api_key set last_used_at = now() - interval '6 minutes' where id = $1", [key.id]);
  const old = await used();
  await key.get("/me");
  expect(await used()).not.toEqual(old);
});

test("one's own are listed and revoked by oneself; others' by who manages people", async () => {
  const key = await keyOf();
  const other = await app.person({ name: `Other ${count}`, role: `clerk_${count}` });
  expect((await other.get("/api-keys")).json.data).toEqual([]);
  expect((await other.get(`/api-keys?user=${clerk.id}`)).status).toBe(403);
  expect((await other.get("/api-keys?user=*")).status).toBe(403);
  expect((await other.delete(`/api-keys/${key.id}`)).status).toBe(404);
  expect(await status(key)).toBe(200);
  expect((await clerk.delete(`/api-keys/${key.id}`)).status).toBe(204);
  expect(await status(key)).toBe(401);
  expect((await clerk.get("/api-keys")).json.data).toEqual([]);
  expect((await clerk.delete(`/api-keys/${key.id}`)).status, "a second time").toBe(404);
  expect((await clerk.delete("/api-keys/nonsense")).status).toBe(404);
});

test("a key lives as long as its person may come in, though not by their sessions", async () => {
  const key = await keyOf();
  await app.admin.delete(`/users/${clerk.id}/sessions`);
  expect([await status(clerk), await status(key)]).toEqual([401, 200]);
  await app.admin.patch(`/records/user/${clerk.id}`, { active: false });
  expect(await status(key)).toBe(401);
  await app.admin.patch(`/records/user/${clerk.id}`, { active: true });
  expect(await status(key)).toBe(200);
});

test("a bearer goes before a cookie, and one that is not good is not made up for by the cookie", async () => {
  const key = await keyOf();
  const both = { ...clerk.headers, authorization: "Bearer sk_main_nonsense" };
  expect(await status(clientOf(app.app, both))).toBe(401);
  expect(await status(clientOf(app.app, { ...app.admin.headers, ...key.headers }))).toBe(200);
  const me = await clientOf(app.app, { ...app.admin.headers, ...key.headers }).get("/me");
  expect(me.json.data.user.id).toBe(clerk.id);
});

test("a key has no password, no second factor and no session of its own", async () => {
  const key = await keyOf();
  const change = { current: "Long-enough-for-all-77", next: "harbour linen 42 otter" };
  expect((await key.post("/me/password", change)).json.code).toBe("person_needed");
  expect((await key.post("/me/second-factor", { password: change.current })).json.code).toBe("person_needed");
  expect((await key.delete("/session")).status).toBe(204);
  expect(await status(key), "signing out ends no key").toBe(200);
});

test("making and revoking stand in the log with the name, not with the key", async () => {
  const key = await keyOf({ name: "BI" });
  await clerk.delete(`/api-keys/${key.id}`);
  const lines = (await app.admin.get(`/access-log?user=${clerk.id}`)).json.data;
  const kinds = lines.map((line: { kind: string }) => line.kind);
  expect(kinds.slice(0, 2)).toEqual(["key_revoked", "key_made"]);
  expect(lines[1].detail).toEqual({ name: "BI", role: null });
  expect(lines[0].detail).toMatchObject({ name: "BI" });
});

test("a new password ends sessions, keys go on", async () => {
  const key = await keyOf();
  const login = (await clerk.get("/me")).json.data.user.login;
  const elsewhere = await signIn(app.app, login, "Long-enough-for-all-77");
  const next = "harbour linen 42 otter";
  expect((await clerk.post("/me/password", { current: "Long-enough-for-all-77", next })).status).toBe(204);
  expect([await status(elsewhere), await status(clerk), await status(key)]).toEqual([401, 200, 200]);
});
