import { afterAll, beforeAll, expect, test } from "vitest";
import { admin, app, openCompany, person } from "../../../../testing/worlds/sign-in-world.ts";

beforeAll(openCompany);
afterAll(() => app.close());

const invite = (body: object, session = admin) => app.call("POST", "/users/invite", { session, body });
const people = (query = "", session = admin) => app.call("GET", `/users${query}`, { session });
async function roleId(name: string): Promise<string> {
  const filter = encodeURIComponent(`name == "${name}"`);
  return String(
    (await app.call("GET", `/records/role?filter=${filter}`, { session: admin })).at("data.0.id"),
  );
}
const lineOf = async (name: string, query = "") => {
  const answer = await people(`?search=${encodeURIComponent(name)}${query}`);
  expect(answer.status, JSON.stringify(answer.json)).toBe(200);
  return (part: string) => answer.at(`data.0.${part}`);
};

test("a person, their role and their link come in one go, and they get in by it", async () => {
  const role = await roleId("seller");
  const made = await invite({ name: "梁红霞", contact: "liang@example.com", roles: [role, role] });
  expect(made.status, JSON.stringify(made.json)).toBe(201);
  expect(made.at("data.login")).toBe("liang@example.com");
  const invited = await lineOf("梁红霞");
  expect([invited("state"), invited("roles"), invited("seen_at")]).toEqual(["invited", [role], null]);
  expect(invited("invited_until")).toBe(made.at("data.invitation.expires_at"));
  expect(invited("person.email")).toBe("liang@example.com");
  const token = String(made.at("data.invitation.path")).replace("/invite/", "");
  const body = { password: "harbour linen 42 otter" };
  const entered = await app.call("POST", `/invitations/${token}`, { body, ip: "10.0.0.1" });
  const me = await app.call("GET", "/me", { session: entered.session ?? "" });
  expect(me.at("data.roles.0.name")).toBe("seller");
  const enabled = await lineOf("梁红霞");
  expect(enabled("state")).toBe("enabled");
  expect(enabled("seen_at")).not.toBeNull();
});

test("a number with spaces is the login and the mobile", async () => {
  const made = await invite({ name: "王子涵", contact: "138 0013 8000" });
  expect(made.at("data.login")).toBe("13800138000");
  expect((await lineOf("王子涵"))("person.mobile")).toContain("13800138000");
});

test("what cannot be is said at its field, and nobody is left behind", async () => {
  const before = await people();
  const taken = await invite({ name: "A", contact: "admin@example.com" });
  expect([taken.status, taken.at("errors.0.field")]).toEqual([409, "login"]);
  const wrong = await invite({ name: "A", contact: "nobody@" });
  expect([wrong.status, wrong.at("errors.0.field")]).toEqual([422, "email"]);
  const gone = await invite({ name: "A", contact: "a.b", roles: ["00000000-0000-4000-8000-000000000001"] });
  expect([gone.status, gone.at("errors.0.field")]).toEqual([422, "role"]);
  expect((await people()).at("data.length")).toBe(before.at("data.length"));
});

test("who manages people, but has less, gives no role that reaches further, and no person stays", async () => {
  const clerk = await app.call("POST", "/records/role", {
    session: admin,
    body: {
      name: "clerk",
      label: { en: "Clerk", "zh-CN": "文员" },
      rights: {
        objects: {
          user: { create: true, read: "all", update: "all", delete: "none" },
          user_role: { create: true, read: "all", update: "none", delete: "none" },
          role: { create: false, read: "all", update: "none", delete: "none" },
        },
        fields: {},
        abilities: ["people.manage", "roles.manage"],
      },
    },
  });
  expect(clerk.status, JSON.stringify(clerk.json)).toBe(201);
  const { session } = await person("clerk.one", ["clerk"]);
  const beyond = await invite(
    { name: "爬高", contact: "climber", roles: [await roleId("administrator")] },
    session,
  );
  expect([beyond.at("errors.0.field"), beyond.status >= 400]).toEqual(["role", true]);
  expect((await people(`?search=${encodeURIComponent("爬高")}`)).at("data.length")).toBe(0);
  expect((await invite({ name: "平级", contact: "peer" }, session)).status).toBe(201);
});

test("only who manages people invites or sees how others come in", async () => {
  const { session } = await person("seller.one", ["seller"]);
  expect((await invite({ name: "A", contact: "a" }, session)).status).toBe(403);
  expect((await people("", session)).status).toBe(403);
});

test("the list is narrowed by state; an invitation that ran out is none", async () => {
  const id = (await invite({ name: "过期", contact: "expired.one" })).at("data.id");
  await app.call("POST", "/records/user", { session: admin, body: { name: "旁观" } });
  const away = await app.call("POST", "/records/user", {
    session: admin,
    body: { name: "离职", active: false },
  });
  expect(away.status).toBe(201);
  const named = async (state: string) => {
    const answer = await people(`?state=${state}`);
    return [...Array(Number(answer.at("data.length"))).keys()].map((at) =>
      answer.at(`data.${at}.person.name`),
    );
  };
  expect(await named("invited")).toContain("过期");
  await app.database.db.query({
    text: "update w_main.invitation set expires_at = now() - interval '1 minute' where user_id = $1",
    values: [id],
  });
  expect(await named("invited")).not.toContain("过期");
  expect(await named("none")).toEqual(expect.arrayContaining(["过期", "旁观"]));
  expect(await named("none")).not.toContain("离职");
  expect(await named("inactive")).toEqual(["离职"]);
  expect(await named("enabled")).toContain("王立");
});
