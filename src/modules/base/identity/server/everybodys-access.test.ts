import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, clientOf, signIn, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let admin: Client;
let adminId: string;
let seller: Client & { id: string };
let login: string;
const PASSWORD = "Long-enough-for-all-77";
beforeAll(async () => {
  app = await testApp();
  admin = app.admin;
  adminId = (await admin.get("/me")).json.data.user.id;
  seller = await app.person({ name: "李娜", role: "seller" });
  login = (await seller.get("/me")).json.data.user.login;
});
afterAll(() => app.close());

const all = async (path: string) => (await admin.get(path)).json.data;
const log = (kind: string, user: string) => all(`/access-log?kind=${kind}&user=${user}`);

test("administrators see every session: who, from where, on what, since when and how they came in; others only their own", async () => {
  await signIn(app.app, login, PASSWORD);
  const rows = await all("/sessions?user=*");
  const hers = rows.filter((row: { user: string }) => row.user === seller.id);
  expect(hers).toHaveLength(2);
  expect(hers[0]).toMatchObject({
    name: "李娜",
    login,
    way: "password",
    current: false,
    ip: expect.any(String),
    user_agent: expect.any(String),
  });
  expect(rows.filter((row: { current: boolean }) => row.current)).toMatchObject([{ user: adminId }]);
  expect((await all(`/sessions?user=*&q=${encodeURIComponent("李")}`)).length).toBe(2);
  expect(await all("/sessions?user=*&q=nobody")).toEqual([]);
  expect(JSON.stringify(rows)).not.toMatch(/token|hash/);
  expect([
    (await seller.get("/sessions?user=*")).status,
    (await seller.get("/api-keys?user=*")).status,
  ]).toEqual([403, 403]);
  expect((await seller.get("/sessions")).json.data).toHaveLength(2);
});

test("lists of sessions go on where they stopped", async () => {
  const first = await admin.get("/sessions?user=*");
  const [newest, second] = first.json.data;
  const rest = await admin.get(
    `/sessions?user=*&cursor=${encodeURIComponent(`${newest.created_at}~${newest.id}`)}`,
  );
  expect(rest.json.data[0].id).toBe(second.id);
  expect(rest.json.data).toHaveLength(first.json.data.length - 1);
  expect((await admin.get("/sessions?user=*&cursor=x")).status).toBe(400);
});

test("one session or all of a person are ended at once, and the log says by whom", async () => {
  const other = await signIn(app.app, login, PASSWORD);
  const [newest] = await all(`/sessions?user=${seller.id}`);
  expect((await admin.delete(`/sessions/${newest.id}?user=${seller.id}`)).status).toBe(204);
  expect([(await other.get("/me")).status, (await seller.get("/me")).status]).toEqual([401, 200]);
  expect((await seller.delete(`/users/${adminId}/sessions`)).status).toBe(403);
  expect((await admin.delete(`/users/${seller.id}/sessions`)).json).toEqual({ data: { ended: 2 } });
  expect((await seller.get("/me")).status).toBe(401);
  expect((await log("session_ended", seller.id)).map(({ detail }: { detail: object }) => detail)).toEqual([
    { by: adminId, sessions: 2 },
    { by: adminId },
  ]);
  expect((await admin.delete(`/users/${adminId}/sessions`)).status).toBe(200);
  expect((await admin.get("/me")).status, "one's own of this moment stays").toBe(200);
  expect((await admin.delete("/users/x/sessions")).status).toBe(404);
});

test("every key is seen with its person, role, last use and expiry, and revoked alone or with all of a person", async () => {
  const marketing = await app.person({ name: "周市场", role: "marketing" });
  const { db } = app.database;
  const [role] = await all(`/records/role?filter=${encodeURIComponent('name == "marketing"')}`);
  await admin.patch(`/records/role/${role.id}`, {
    rights: { ...role.rights, abilities: [...role.rights.abilities, "api_keys.manage"] },
  });
  const keys = [];
  for (const name of ["ERP", "BI", "网站"]) {
    const made = await marketing.post("/api-keys", { name, role: "read_only", expires_at: "2099-01-01" });
    expect(made.status, made.text).toBe(201);
    keys.push({ id: made.json.id, client: clientOf(app.app, { authorization: `Bearer ${made.json.key}` }) });
  }
  expect((await keys[0]?.client.get("/me"))?.status).toBe(200);
  const listed = await all(`/api-keys?user=*&q=${encodeURIComponent("周")}`);
  expect(listed).toHaveLength(3);
  expect(listed[2]).toMatchObject({
    name: "ERP",
    person: "周市场",
    role: "read_only",
    role_label: { en: expect.any(String) },
    expires_at: expect.stringContaining("2099"),
    last_used_at: expect.any(String),
  });
  expect((await all("/api-keys?user=*&q=BI")).length).toBe(1);
  const [stored] = await db.query<{ hash: string }>({
    text: "select encode(token_hash, 'hex') as hash from w_main.api_key limit 1",
  });
  expect(JSON.stringify(listed)).not.toContain(stored?.hash);
  expect((await admin.delete(`/api-keys/${keys[0]?.id}`)).status).toBe(204);
  expect([(await keys[0]?.client.get("/me"))?.status, (await keys[1]?.client.get("/me"))?.status]).toEqual([
    401, 200,
  ]);
  expect((await admin.delete(`/users/${marketing.id}/api-keys`)).json).toEqual({ data: { ended: 2 } });
  expect((await keys[1]?.client.get("/me"))?.status).toBe(401);
  expect((await log("key_revoked", marketing.id)).map(({ detail }: { detail: object }) => detail)).toEqual([
    { by: adminId, keys: 2 },
    { by: adminId, name: "ERP" },
  ]);
});
