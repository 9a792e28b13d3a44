import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type FreshApp, freshApp } from "../../../../testing/fresh-app.ts";
import { authenticate } from "./authenticate.ts";

const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };
const PASSWORD = "tulip mango anvil";
let app: FreshApp;
let admin: string;
let adminId: string;

beforeAll(async () => {
  app = await freshApp();
  admin = (await app.call("POST", "/setup", { body: { ...ADMIN, company: "渠成" } })).session ?? "";
  adminId = String((await app.call("GET", "/me", { session: admin })).at("data.user.id"));
});
afterAll(() => app.close());

async function idOf(object: string, name: string): Promise<string> {
  const [row] = await app.database.db.query<{ id: string }>({
    text: `select id from w_main.o_${object} where name = $1`,
    values: [name],
  });
  return row?.id ?? "";
}
const make = async (object: string, body: object, session = admin) =>
  app.call("POST", `/records/${object}`, { session, body });
/** Its id; nothing but a created record will do. */
async function made(object: string, body: object): Promise<string> {
  const answer = await make(object, body);
  expect(answer.status, JSON.stringify(answer.json)).toBe(201);
  return String(answer.at("data.id"));
}
async function person(login: string, roles: readonly string[], values: object = {}) {
  const id = await made("user", { name: login, login, ...values });
  const links: string[] = [];
  for (const role of roles) links.push(await made("user_role", { user: id, role: await idOf("role", role) }));
  expect(
    (await app.call("POST", `/users/${id}/credentials`, { session: admin, body: { password: PASSWORD } }))
      .status,
  ).toBe(200);
  // As if they had changed it already.
  await app.database.db.query({
    text: "update w_main.credential set must_change = false where user_id = $1",
    values: [id],
  });
  return {
    id,
    links,
    session: (await app.call("POST", "/session", { body: { login, password: PASSWORD } })).session ?? "",
  };
}
const role = (name: string, rights: object, session = admin) =>
  make("role", { name, label: { "zh-CN": name }, rights }, session);

describe("rights take effect with the next request", () => {
  it("when a role is given, taken or changed, a department moved, a person deactivated", async () => {
    const south = await made("department", { name: "华南" });
    const guangzhou = await made("department", { name: "广州", parent: south });
    const owner = await person("owner.wu", ["seller"], { department: guangzhou });
    const account = await made("account", { name: "羊城阀门", owner: owner.id });
    const seen = async (session: string) =>
      (await app.call("GET", `/records/account/${account}`, { session })).status;
    const boss = await person("boss.zhao", ["seller"], { department: south });
    expect(await seen(boss.session)).toBe(404);
    const manager = await made("user_role", { user: boss.id, role: await idOf("role", "sales_manager") });
    expect(await seen(boss.session)).toBe(200);
    await app.call("PATCH", `/records/department/${guangzhou}`, { session: admin, body: { parent: null } });
    expect(await seen(boss.session)).toBe(404);
    await app.call("PATCH", `/records/department/${guangzhou}`, { session: admin, body: { parent: south } });
    expect(await seen(boss.session)).toBe(200);
    expect((await app.call("DELETE", `/records/user_role/${manager}`, { session: admin })).status).toBe(204);
    expect(await seen(boss.session)).toBe(404);
    await app.call("PATCH", `/records/user/${boss.id}`, { session: admin, body: { active: false } });
    expect(await seen(boss.session)).toBe(401);
    await app.call("PATCH", `/records/user/${boss.id}`, { session: admin, body: { active: true } });
    // The session ended for good; being active again does not revive it.
    expect(await seen(boss.session)).toBe(401);
  });
});

describe("API keys", () => {
  it("act as their person, narrowed by a role, until revoked, expired or the person is gone", async () => {
    const made = await app.call("POST", "/api-keys", {
      session: admin,
      body: { name: "ERP", role: "read_only" },
    });
    expect(made.status).toBe(201);
    const key = String(made.at("key"));
    expect(key).toMatch(/^sk_main_[\w-]{43}$/);
    expect((await app.call("POST", "/records/account", { key, body: { name: "x" } })).status).toBe(403);
    expect((await app.call("GET", "/records/account", { key })).status).toBe(200);
    expect((await app.call("GET", "/records/user_role", { key })).at("data")).toEqual([]);
    expect((await app.call("PATCH", "/settings/company", { key, body: { name: "x" } })).status).toBe(403);
    const whole = await app.call("POST", "/api-keys", {
      session: admin,
      body: { name: "whole", expires_at: "2099-01-01" },
    });
    const second = await app.call("POST", "/api-keys", {
      key: String(whole.at("key")),
      body: { name: "child" },
    });
    expect([second.status, second.at("code")]).toEqual([403, "person_needed"]);
    const listed = await app.call("GET", "/api-keys", { session: admin });
    expect(listed.at("data.1")).toMatchObject({ name: "ERP", role: "read_only", hint: key.slice(-4) });
    expect(JSON.stringify(listed.json)).not.toContain(key);
    await app.database.db.query({
      text: "update w_main.api_key set expires_at = now() where name = 'whole'",
    });
    expect((await app.call("GET", "/me", { key: String(whole.at("key")) })).status).toBe(401);
    expect((await app.call("DELETE", `/api-keys/${String(made.at("id"))}`, { session: admin })).status).toBe(
      204,
    );
    expect((await app.call("GET", "/me", { key })).status).toBe(401);
  });

  it("never exceed a person who is less than the role", async () => {
    await role("keys_c", { abilities: ["api_keys.manage"] });
    const seller = await person("keys.he", ["seller", "keys_c"]);
    const made = await app.call("POST", "/api-keys", {
      session: seller.session,
      body: { name: "mine", role: "administrator" },
    });
    const key = String(made.at("key"));
    expect((await app.call("GET", "/me", { key })).at("data.abilities")).toEqual(
      expect.not.arrayContaining(["*", "people.manage"]),
    );
    expect(
      (await app.call("PATCH", `/records/user/${seller.id}`, { key, body: { department: null } })).status,
    ).toBe(403);
    expect(
      (
        await app.call("POST", "/api-keys", {
          session: seller.session,
          body: { name: "past", expires_at: "2020-01-01" },
        })
      ).at("errors.0.code"),
    ).toBe("past_expiry");
    expect((await app.call("GET", "/api-keys?user=*", { session: seller.session })).status).toBe(403);
    const plain = await person("nokeys.he", ["seller"]);
    expect(
      (await app.call("POST", "/api-keys", { session: plain.session, body: { name: "mine" } })).status,
    ).toBe(403);
  });
});

describe("nobody grants more than they have", () => {
  it("neither by giving a role, nor by widening one, nor by making one", async () => {
    const everyone = { create: true, read: "all", update: "all", delete: "all" };
    const rights = {
      objects: { user_role: everyone, role: everyone, user: everyone },
      abilities: ["roles.manage"],
    };
    expect((await role("granter_c", rights)).status).toBe(201);
    await role("granter_blind_c", { ...rights, abilities: [] });
    const granter = await person("granter.lin", ["granter_c"]);
    const blind = await person("blind.lin", ["granter_blind_c"]);
    const give = async (name: string, session: string) =>
      make("user_role", { user: granter.id, role: await idOf("role", name) }, session);
    expect((await give("administrator", granter.session)).at("errors.0.code")).toBe("exceeds_abilities");
    expect((await give("sales_manager", granter.session)).at("errors.0.code")).toBe("exceeds_abilities");
    expect((await give("read_only", granter.session)).at("errors.0.code")).toBe("exceeds_objects");
    expect((await give("granter_blind_c", granter.session)).status).toBe(201);
    const blindly = await make(
      "user_role",
      { user: blind.id, role: await idOf("role", "granter_c") },
      blind.session,
    );
    expect(blindly.at("errors.0.code")).toBe("ability_needed");
    const own = await idOf("role", "granter_c");
    expect(
      (
        await app.call("PATCH", `/records/role/${own}`, {
          session: granter.session,
          body: { rights: { ...rights, abilities: ["*"] } },
        })
      ).at("errors.0.code"),
    ).toBe("exceeds_abilities");
    expect((await role("made_c", { objects: { "*": everyone } }, granter.session)).at("errors.0.code")).toBe(
      "exceeds_objects",
    );
    const bad = await role("bad_c", { objects: { lead: { read: "everything" } } });
    expect([bad.status, bad.at("errors.0.code"), bad.at("errors.0.params.place")]).toEqual([
      422,
      "bad_rights",
      "objects.lead.read",
    ]);
  });
});

it("departments stay a tree at any depth, in one batch, and when two move at once", async () => {
  const move = (id: string | undefined, parent: string | undefined) =>
    app.call("PATCH", `/records/department/${id}`, { session: admin, body: { parent } });
  const chain: string[] = [];
  for (let depth = 0; depth < 9; depth += 1)
    chain.push(await made("department", { name: `第${depth}层`, parent: chain.at(-1) ?? null }));
  for (const below of [1, 8]) {
    const answer = await move(chain[0], chain[below]);
    expect([answer.status, answer.at("errors.0.code")], String(below)).toEqual([422, "circle"]);
  }
  const [a, b] = [await made("department", { name: "甲" }), await made("department", { name: "乙" })];
  const operations = [
    { op: "update", object: "department", id: a, values: { parent: b } },
    { op: "update", object: "department", id: b, values: { parent: a } },
  ];
  expect((await app.call("POST", "/batch", { session: admin, body: { operations } })).status).toBe(422);
  const race = await Promise.all([move(a, b), move(b, a)]);
  expect(race.map(({ status }) => status).toSorted()).toEqual([200, 422]);
});

it("a request is known by one primary-key statement", async () => {
  const { db } = app.database;
  const asked: string[] = [];
  const counting: typeof db = {
    ...db,
    query: (statement) => (asked.push(statement.text), db.query(statement)),
  };
  const { session = "" } = await app.call("POST", "/session", {
    body: { login: "owner.wu", password: PASSWORD },
  });
  expect(await authenticate(counting, { code: "main", schema: "w_main" }, { cookie: session })).toMatchObject(
    { kind: "person", roleId: null },
  );
  expect(asked).toHaveLength(1);
});

describe("one administrator stays", () => {
  const last = (answer: { at(path: string): unknown }) => answer.at("errors.0.code");

  it("whether deactivated, deleted, stripped or unnamed, and its role keeps its rights", async () => {
    const link = (
      await app.database.db.query<{ id: string }>({
        text: `select id from w_main.o_user_role where "user" = $1`,
        values: [adminId],
      })
    )[0]?.id;
    expect(
      last(await app.call("PATCH", `/records/user/${adminId}`, { session: admin, body: { active: false } })),
    ).toBe("last_administrator");
    expect(
      last(await app.call("PATCH", `/records/user/${adminId}`, { session: admin, body: { login: null } })),
    ).toBe("last_administrator");
    expect(last(await app.call("DELETE", `/records/user_role/${link}`, { session: admin }))).toBe(
      "last_administrator",
    );
    expect((await app.call("DELETE", `/records/user/${adminId}`, { session: admin })).status).not.toBe(204);
    const id = await idOf("role", "administrator");
    expect((await app.call("DELETE", `/records/role/${id}`, { session: admin })).status).not.toBe(204);
    expect(
      last(
        await app.call("PATCH", `/records/role/${id}`, {
          session: admin,
          body: { rights: { abilities: ["*"] } },
        }),
      ),
    ).toBe("administrator_rights");
    expect((await app.call("GET", "/me", { session: admin })).status).toBe(200);
  });

  // Last in this file: either of the two may be left.
  it("also when two remove each other at once, or one request removes both", async () => {
    const other = await person("admin.two", ["administrator"]);
    const both = await app.call("POST", "/batch", {
      session: admin,
      body: {
        operations: [
          { op: "update", object: "user", id: other.id, values: { active: false } },
          { op: "update", object: "user", id: adminId, values: { active: false } },
        ],
      },
    });
    expect(both.status, JSON.stringify(both.json)).toBe(422);
    const split = await app.call("POST", "/batch", {
      session: admin,
      body: {
        operations: [
          { op: "update", object: "user", id: adminId, values: { active: false } },
          { op: "delete", object: "user_role", id: other.links[0] },
        ],
      },
    });
    expect(split.status, JSON.stringify(split.json)).toBe(422);
    const race = await Promise.all([
      app.call("PATCH", `/records/user/${other.id}`, { session: admin, body: { active: false } }),
      app.call("PATCH", `/records/user/${adminId}`, { session: other.session, body: { active: false } }),
    ]);
    expect(race.filter((answer) => answer.status === 200)).toHaveLength(1);
  });
});
