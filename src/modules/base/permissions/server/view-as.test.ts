import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { modules } from "../../../../apps/server/modules.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
type Person = Client & { id: string };
let seller: Person;
let director: Person;
let other: Person;
let looked: Person;
let account = "";
const routes = modules.flatMap((module) => module.routes ?? []);
const roleId = async (name: string) =>
  (await app.admin.get(`/records/role?filter=${encodeURIComponent(`name == "${name}"`)}`)).json.data[0].id;

beforeAll(async () => {
  app = await testApp();
  const east = await app.admin.make("department", { name: "华东" });
  const south = await app.admin.make("department", { name: "华南" });
  seller = await app.person({ name: "王芳", role: "seller", department: east.id });
  other = await app.person({ name: "李明", role: "seller", department: south.id });
  await app.admin.make("role", {
    name: "lead_of_sales",
    label: { "zh-CN": "主管" },
    rights: {
      objects: { "*": { create: true, read: "all", update: "all", delete: "all" } },
      fields: {},
      abilities: ["permissions.view_as"],
    },
  });
  director = await app.person({ name: "主管", role: "lead_of_sales", department: east.id });
  looked = await app.person({ name: "离职者", role: "seller" });
  account = (await seller.make("account", { name: "王芳的客户" })).id;
  await other.make("account", { name: "李明的客户" });
  await seller.make("view", { name: "我的视图", object: "account", visibility: "private" });
  await app.admin.delete("/view-as");
});
afterAll(() => app.close());

const namesOf = async (client: Client, object: string) =>
  (await client.get(`/records/${object}`)).json.data.map((row: { name: string }) => row.name).toSorted();

describe("viewing as a person", () => {
  it("shows exactly what they get, and who really looks", async () => {
    expect((await app.admin.post("/view-as", { user: seller.id })).status).toBe(200);
    const me = (await app.admin.get("/me")).json.data;
    expect([me.user.id, me.viewing.kind, me.viewing.by.id === seller.id]).toEqual([seller.id, "user", false]);
    expect(me.abilities).toEqual((await seller.get("/me")).json.data.abilities);
    expect(await namesOf(app.admin, "account")).toEqual(["王芳的客户"]);
    expect((await app.admin.get("/objects/account")).json).toEqual(
      (await seller.get("/objects/account")).json,
    );
    const [mine, theirs] = [
      await app.admin.get(`/records/account/${account}`),
      await seller.get(`/records/account/${account}`),
    ];
    expect(mine.json).toEqual(theirs.json);
  });

  it("refuses every write, on every road, and changes nothing", async () => {
    const db = app.database.db;
    const count = async () =>
      (await db.query<{ n: string }>({ text: "select count(*) as n from w_main.changes" }))[0]?.n;
    const before = await count();
    const tried: string[] = [];
    for (const route of routes.filter(
      ({ method, reads, viewing }) => method !== "GET" && !reads && viewing !== "open",
    )) {
      const path = route.path.replace(":object", "account").replaceAll(/:\w+/g, account);
      const answer = await app.admin.send(route.method, path, route.method === "DELETE" ? undefined : {});
      expect([route.method, route.path, answer.status, answer.json?.code]).toEqual([
        route.method,
        route.path,
        403,
        "view_as_read_only",
      ]);
      tried.push(`${route.method} ${route.path}`);
    }
    expect(tried).toEqual(
      expect.arrayContaining([
        "POST /me/password",
        "POST /api-keys",
        "PATCH /records/:object/:id",
        "POST /imports",
        "PUT /me/preferences",
        "POST /view-as",
      ]),
    );
    expect(await count()).toBe(before);
  });

  it("keeps shut what is theirs alone: views, notifications, sessions, keys, files of exports, login and preferences", async () => {
    await seller.send("PUT", "/me/preferences", { secret: "mine" });
    expect(
      (await app.admin.get("/records/view?filter=" + encodeURIComponent('visibility == "private"'))).json
        .data,
    ).toEqual([]);
    expect((await app.admin.get("/records/notification")).json.data).toEqual([]);
    for (const [method, path] of [
      ["GET", "/sessions"],
      ["GET", "/api-keys"],
      ["POST", "/exports"],
    ] as const)
      expect([
        path,
        (
          await app.admin.send(
            method,
            path,
            method === "POST" ? { object: "account", format: "csv" } : undefined,
          )
        ).status,
      ]).toEqual([path, 403]);
    const me = (await app.admin.get("/me")).json.data;
    expect([me.preferences, me.user.login, me.user.email]).toEqual([{}, null, null]);
    expect((await app.admin.get("/notifications")).json.data).toEqual([]);
  });

  it("turns to nobody, not back to the one who looks, when the right to look is gone", async () => {
    const [session] = await app.database.db.query<{ id: string }>({
      text: `update w_main.session set view_as = jsonb_build_object('user', $1::text, 'since', now()) where view_as is not null returning id`,
      values: [looked.id],
    });
    expect(session).toBeDefined();
    await app.database.db.query({
      text: "update w_main.o_user set active = false where id = $1",
      values: [looked.id],
    });
    expect((await app.admin.get("/records/account")).json.data).toEqual([]);
    expect((await app.admin.patch(`/records/account/${account}`, { name: "x" })).json.code).toBe(
      "view_as_read_only",
    );
  });

  it("ends on demand and is in the access log, with who looked", async () => {
    expect((await app.admin.delete("/view-as")).status).toBe(204);
    const me = (await app.admin.get("/me")).json.data;
    expect([me.viewing, me.abilities]).toEqual([undefined, ["*"]]);
    const log = (await app.admin.get("/access-log?kind=view_as")).json.data;
    expect(
      log.map((line: { user: string; detail: { step: string } }) => [line.user, line.detail.step]),
    ).toEqual([
      [me.user.id, "end"],
      [me.user.id, "start"],
    ]);
    expect(log[1].detail).toMatchObject({ as: "王芳", user: seller.id });
    expect(await namesOf(app.admin, "account")).toEqual(["李明的客户", "王芳的客户"]);
  });
});

describe("who may view as whom", () => {
  it("needs the ability, a session of one's own, and nobody gains by it", async () => {
    expect((await seller.post("/view-as", { user: other.id })).status).toBe(403);
    const key = await app.admin.post("/api-keys", { name: "k" });
    const program: Client = { ...app.anonymous };
    const answer = await program.send(
      "POST",
      "/view-as",
      { user: seller.id },
      { authorization: `Bearer ${key.json.key}` },
    );
    expect([answer.status, answer.json.code]).toEqual([403, "person_needed"]);
    const [admin] = (await app.admin.get("/me")).json.data.user.id.split();
    expect((await director.post("/view-as", { user: admin })).json.code).toBe("view_as_exceeds");
    expect((await director.post("/view-as", { user: other.id })).json.code).toBe("view_as_exceeds");
    expect((await director.post("/view-as", { user: seller.id })).status).toBe(200);
    expect(await namesOf(director, "account")).toEqual(["王芳的客户"]);
    expect((await director.delete("/view-as")).status).toBe(204);
  });

  it("as a role in a department: somebody who owns nothing", async () => {
    const east = (await app.admin.get(`/records/department?filter=${encodeURIComponent('name == "华东"')}`))
      .json.data[0].id;
    expect(
      (await app.admin.post("/view-as", { role: await roleId("sales_manager"), department: east })).status,
    ).toBe(200);
    const me = (await app.admin.get("/session")).json.data;
    expect([me.viewing.kind, me.roles[0].name, me.departments]).toEqual([
      "role",
      "sales_manager",
      [{ id: east, name: "华东" }],
    ]);
    expect(await namesOf(app.admin, "account")).toEqual(["王芳的客户"]);
    expect((await app.admin.delete("/session")).status).toBe(204);
    const log = await app.database.db.query<{ user_id: string }>({
      text: "select user_id from w_main.access_log where kind = 'sign_out' order by id desc limit 1",
    });
    expect(log[0]?.user_id).toBe(me.viewing.by.id);
  });
});
