import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, clientOf, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";

type Person = Client & { id: string };
const all = { create: true, read: "all", update: "all", delete: "all" };
const scope = (read: string) => ({ create: true, read, update: read, delete: "none" });
const people = {
  user: all,
  department: all,
  user_department: all,
  user_role: all,
  team: all,
  team_member: all,
  role: all,
};
let app: TestApp;
let clerk: Person;
let below: Person;
let elsewhere: Person;
let administrator: Person;
const departments: Record<string, string> = {};

const role = (name: string, rights: object) =>
  app.admin.make("role", { name, label: { en: name }, rights: rights as never });
beforeAll(async () => {
  app = await testApp();
  await role("clerk", {
    objects: { ...people, account: scope("subtree") },
    abilities: ["record.import", "people.manage", "roles.manage"],
  });
  await role("unit", { objects: { account: scope("subtree") } });
  await role("line", { objects: { account: scope("reports") } });
  await role("own", { objects: { account: scope("own") } });
  for (const [name, parent] of [
    ["root", ""],
    ["north", "root"],
    ["city", "north"],
    ["south", "root"],
  ] as const)
    departments[name] = (
      await app.admin.make("department", { name, parent: departments[parent] ?? null })
    ).id;
  const { north = "", city = "", south = "" } = departments;
  clerk = await app.person({ name: "clerk", role: "clerk", department: north });
  below = await app.person({ name: "below", role: "unit", department: city });
  elsewhere = await app.person({ name: "elsewhere", role: "unit", department: south });
  administrator = await app.person({ name: "boss", role: "administrator" });
});
afterAll(() => app.close());

const code = (answer: Reply): unknown =>
  answer.json?.errors?.[0]?.code ?? answer.json?.results?.[0]?.errors?.[0]?.code ?? answer.json?.code;

describe("who somebody is", () => {
  test("login, mail, activity and the person themselves are changed by those who have no less, on every road", async () => {
    for (const target of [administrator.id, elsewhere.id])
      for (const values of [
        { email: "clerk@company.example" },
        { login: "gone" },
        { login: null },
        { active: false },
      ]) {
        const roads: Reply[] = [
          await clerk.patch(`/records/user/${target}`, values),
          await clerk.post("/batch", { operations: [{ op: "update", object: "user", id: target, values }] }),
          await clerk.post("/records/user/bulk", { ids: [target], values }),
        ];
        expect(roads.map(code), JSON.stringify(values)).toEqual([
          "exceeds_person",
          "exceeds_person",
          "exceeds_person",
        ]);
      }
    expect(code(await clerk.delete(`/records/user/${administrator.id}`))).toBe("exceeds_person");
    expect((await clerk.post(`/users/${administrator.id}/credentials`, { login: "x" })).status).toBe(403);
    expect(
      (await clerk.post(`/users/${elsewhere.id}/credentials`, { password: "tulip mango anvil 7" })).status,
    ).toBe(403);
  });

  test("what says nothing of rights stays the clerk's work, and those below too", async () => {
    expect(
      (await clerk.patch(`/records/user/${administrator.id}`, { title: "Chief", mobile: "13812345678" }))
        .status,
    ).toBe(200);
    expect((await clerk.patch(`/records/user/${below.id}`, { email: "below@company.example" })).status).toBe(
      200,
    );
    expect((await clerk.patch(`/records/user/${clerk.id}`, { email: "clerk@company.example" })).status).toBe(
      200,
    );
    expect(
      (
        await clerk.post("/records/user", {
          name: "new",
          login: "new.hire",
          email: "new@company.example",
          department: departments["south"],
        })
      ).status,
    ).toBe(201);
    expect(
      (await app.admin.patch(`/records/user/${administrator.id}`, { email: "boss@company.example" })).status,
    ).toBe(200);
  });

  test("an import does not go round it", async () => {
    const boundary = "sluice-boundary";
    const options = JSON.stringify({ object: "user", match: ["id"], mapping: { id: "id", mail: "email" } });
    const body = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="p.csv"\r\n\r\nid,mail\r\n${administrator.id},clerk2@company.example\r\n\r\n--${boundary}\r\ncontent-disposition: form-data; name="options"\r\n\r\n${options}\r\n--${boundary}--\r\n`;
    const started = await clerk.post("/imports", Buffer.from(body), {
      "content-type": `multipart/form-data; boundary=${boundary}`,
    });
    await app.idle();
    const done =
      started.status < 300 ? (await clerk.get(`/imports/${started.json.id}`)).json.data : { updated: 0 };
    expect(done.updated).toBe(0);
  });
});

describe("where somebody stands", () => {
  test("nobody changes their own place", async () => {
    const { root = "", city = "" } = departments;
    for (const values of [
      { department: root },
      { department: city },
      { department: null },
      { manager: administrator.id },
      { departments: [root] },
    ])
      for (const answer of [
        await clerk.patch(`/records/user/${clerk.id}`, values),
        await clerk.post("/records/user/bulk", { ids: [clerk.id], values }),
        await clerk.post("/batch", { operations: [{ op: "update", object: "user", id: clerk.id, values }] }),
      ])
        expect([code(answer), JSON.stringify(values)]).toEqual(["own_place", JSON.stringify(values)]);
    expect(code(await clerk.post("/records/user_department", { user: clerk.id, place: root }))).toBe(
      "own_place",
    );
    expect((await clerk.get("/me")).json.data.departments.map(({ name }: { name: string }) => name)).toEqual([
      "north",
    ]);
  });

  test("nobody gives a place that shows more than they see themselves", async () => {
    const { root = "", south = "", north = "" } = departments;
    for (const department of [root, south]) {
      expect(code(await clerk.patch(`/records/user/${below.id}`, { department })), "department").toBe(
        "exceeds_place",
      );
      expect(
        code(await clerk.patch(`/records/user/${below.id}`, { departments: [department] })),
        "departments",
      ).toBe("exceeds_place");
      expect(
        code(await clerk.post("/records/user_department", { user: below.id, place: department })),
        "user_department",
      ).toBe("exceeds_place");
    }
    expect((await clerk.patch(`/records/user/${below.id}`, { department: north })).status).toBe(200);
    expect(
      (await clerk.patch(`/records/user/${below.id}`, { departments: [departments["city"]] })).status,
    ).toBe(200);
    const plain = await app.person({ name: "plain", role: "own", department: north });
    expect(
      (await clerk.patch(`/records/user/${plain.id}`, { department: south })).status,
      "places show the plain one nothing",
    ).toBe(200);
    expect((await app.admin.patch(`/records/user/${below.id}`, { department: root })).status).toBe(200);
    await app.admin.patch(`/records/user/${below.id}`, { department: departments["city"] });
  });

  test("the line of managers shows nobody what the one who draws it does not see", async () => {
    expect(code(await clerk.patch(`/records/user/${elsewhere.id}`, { manager: clerk.id }))).toBe(
      "exceeds_place",
    );
    const lead = await app.person({
      name: "lead",
      role: "line",
      department: departments["north"],
      manager: clerk.id,
    });
    expect(code(await clerk.patch(`/records/user/${elsewhere.id}`, { manager: lead.id }))).toBe(
      "exceeds_place",
    );
    expect((await clerk.patch(`/records/user/${below.id}`, { manager: lead.id })).status).toBe(200);
    expect((await app.admin.patch(`/records/user/${elsewhere.id}`, { manager: lead.id })).status).toBe(200);
    await app.admin.patch(`/records/user/${elsewhere.id}`, { manager: null });
  });

  test("departments are moved among those one sees", async () => {
    const { root = "", north = "", city = "", south = "" } = departments;
    const move = (id: string, parent: string | null) => clerk.patch(`/records/department/${id}`, { parent });
    for (const answer of [
      await move(north, null),
      await move(south, north),
      await move(root, null),
      await move(city, root),
      await move(city, null),
    ])
      expect([answer.status, code(answer)].join(" ")).toMatch(/exceeds_tree|^200 $/);
    expect((await app.admin.get(`/records/department/${north}`)).json.data.parent).toBe(root);
    expect((await app.admin.get(`/records/department/${south}`)).json.data.parent).toBe(root);
    expect((await app.admin.get(`/records/department/${city}`)).json.data.parent).toBe(north);
    const made = await clerk.post("/records/department", { name: "village", parent: city });
    expect(made.status).toBe(201);
    expect(
      code(await move(made.json.data.id, north)),
      "others would see more there than the clerk does",
    ).toBe("exceeds_tree");
    await role("head", { objects: { ...people, "*": scope("subtree") } });
    const head = await app.person({ name: "head", role: "head", department: north });
    expect((await head.patch(`/records/department/${made.json.data.id}`, { parent: north })).status).toBe(
      200,
    );
    expect(code(await head.patch(`/records/department/${made.json.data.id}`, { parent: root }))).toBe(
      "exceeds_tree",
    );
    expect((await clerk.patch(`/records/department/${south}`, { name: "The South" })).status).toBe(200);
  });

  test("a team that something is shared with is joined by those who see it already", async () => {
    const secret = await app.admin.make("account", { name: "secret", owner: elsewhere.id });
    const team = await app.admin.make("team", { name: "insiders" });
    await app.admin.make("share", {
      regarding: { object: "account", id: secret.id },
      to: { object: "team", id: team.id },
      level: "read",
    });
    expect(code(await clerk.post("/records/team_member", { team: team.id, user: clerk.id }))).toBe(
      "exceeds_place",
    );
    expect(code(await clerk.patch(`/records/team/${team.id}`, { members: [clerk.id] }))).toBe(
      "exceeds_place",
    );
    expect((await clerk.get(`/records/account/${secret.id}`)).status).toBe(404);
    const mine = await clerk.post("/records/team", { name: "mine", members: [clerk.id] });
    expect(mine.status, mine.text).toBe(201);
  });

  test("a role is given to nobody whose place makes it more than one's own", async () => {
    const { json } = await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "unit"')}`);
    const unit = json.data[0].id;
    const high = await app.person({ name: "high", role: "own", department: departments["root"] });
    const low = await app.person({ name: "low", role: "own", department: departments["city"] });
    expect(code(await clerk.post("/records/user_role", { user: high.id, role: unit }))).toBe("exceeds_place");
    expect((await clerk.post("/records/user_role", { user: low.id, role: unit })).status).toBe(201);
  });
});

describe("sessions and keys", () => {
  test("of those who have more are not ended, one by one or all at once", async () => {
    const [session] = (await clerk.get(`/sessions?user=${administrator.id}`)).json.data;
    expect((await clerk.delete(`/sessions/${session.id}?user=${administrator.id}`)).status).toBe(403);
    expect((await clerk.delete(`/users/${administrator.id}/sessions`)).status).toBe(403);
    const key = await administrator.post("/api-keys", { name: "boss" });
    expect((await clerk.delete(`/api-keys/${key.json.id}`)).status).toBe(403);
    expect((await clerk.delete(`/users/${administrator.id}/api-keys`)).status).toBe(403);
    expect((await clerk.delete(`/users/${elsewhere.id}/sessions`)).status).toBe(403);
    expect((await administrator.get("/me")).status).toBe(200);
    expect((await clerk.delete(`/users/${below.id}/sessions`)).status).toBe(200);
  });

  test("a key that is narrowed manages none of its person's others, and may end itself", async () => {
    const wide = await administrator.post("/api-keys", { name: "wide" });
    const narrow = await administrator.post("/api-keys", { name: "narrow", role: "own" });
    const key = clientOf(app.app, { authorization: `Bearer ${narrow.json.key}` });
    const [session] = (await administrator.get("/sessions")).json.data;
    for (const answer of [
      await key.get("/api-keys"),
      await key.get("/sessions"),
      await key.delete(`/api-keys/${wide.json.id}`),
      await key.delete(`/sessions/${session.id}`),
    ])
      expect(answer.status).toBe(403);
    expect((await key.patch("/me", { email: "other@company.example" })).status).toBe(422);
    expect((await administrator.get("/me")).status).toBe(200);
    expect((await key.delete(`/api-keys/${narrow.json.id}`)).status).toBe(204);
    expect((await key.get("/me")).status).toBe(401);
  });
});
