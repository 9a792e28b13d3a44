import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, clientOf, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";

/** The nine kinds (decision 0023) with other inputs, on other roads. */
const all = { create: true, read: "all", update: "all", delete: "all" };
let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const role = (name: string, rights: object) =>
  world.admin.make("role", { name, label: { en: name }, rights: rights as never });
const code = (answer: Reply): unknown => answer.json?.errors?.[0]?.code ?? answer.json?.code;

test("a sharing rule is no question about what its writer may not read", async () => {
  await world.admin.make("account", { name: "Kunde", phone: "13855185478" });
  await role("rules", {
    objects: { "*": all },
    fields: { account: { phone: "mask", uscc: "hidden" } },
    abilities: ["permissions.explain"],
  });
  const clerk = await world.person({ name: "rules", role: "rules" });
  const friend = await world.person({ name: "friend", role: "seller" });
  const to = { object: "user", id: friend.id };
  const rule = (criteria: string) => ({
    name: criteria.slice(0, 40),
    object: "account",
    criteria,
    level: "read",
    to,
  });
  for (const criteria of [
    'phone == "13855185478"',
    'name == "x" || uscc != ""',
    'parent.phone.startsWith("138")',
    'related("account.parent", phone != "").count() > 0',
  ]) {
    expect(code(await clerk.post("/records/sharing_rule", rule(criteria))), criteria).toBe("unreadable");
    const batch = await clerk.post("/batch", {
      operations: [{ op: "create", object: "sharing_rule", values: rule(criteria) }],
    });
    expect(code(batch), criteria).toBe("unreadable");
    expect((await world.admin.post("/records/sharing_rule", rule(criteria))).status, criteria).toBe(201);
  }
  const made = await clerk.post("/records/sharing_rule", rule('name == "y"'));
  expect(made.status).toBe(201);
  expect(
    code(await clerk.patch(`/records/sharing_rule/${made.json.data.id}`, { criteria: 'phone != ""' })),
  ).toBe("unreadable");
  const [others] = (
    await clerk.get(`/records/sharing_rule?filter=${encodeURIComponent('criteria.contains("1385")')}`)
  ).json.data;
  expect(
    (await clerk.patch(`/records/sharing_rule/${others.id}`, { active: false })).status,
    "what stands there may be turned off",
  ).toBe(200);
});

test("a batch is answered at no greater length than one record", async () => {
  const values = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`k${at}`, 1]));
  const operations = Array.from({ length: 100 }, () => ({ op: "create", object: "account", values }));
  const answer = await world.admin.post("/batch", { operations });
  expect([answer.status, answer.json.results.length, answer.json.results[99].code]).toEqual([
    422,
    100,
    "invalid",
  ]);
  expect(answer.text.length).toBeLessThan(60_000);
});

test("formatting that is nested without end is refused in words before it costs anything", async () => {
  const account = await world.admin.make("account", { name: "Rich" });
  const regarding = { object: "account", id: account.id };
  const note = await world.admin.make("note", { content: "<ul><li><b>fine</b></li></ul>", regarding });
  for (const content of [
    "<div>".repeat(150_000),
    "<b><i>".repeat(60_000),
    `<div x="</div>">`.repeat(10_000),
    "<div><!--</div>-->".repeat(10_000),
  ])
    for (const answer of [
      await world.admin.post("/records/note", { content: `${content}x`, regarding }),
      await world.admin.patch(`/records/note/${note.id}`, { content: `${content}x` }),
    ])
      expect([answer.status, code(answer)], content.slice(0, 20)).toEqual([422, "too_nested"]);
  const long = await world.admin.post("/records/note", { content: "<b></b>".repeat(300_000), regarding });
  expect([long.status, code(long)]).toEqual([422, "too_long"]);
  const deep = `${"<div>".repeat(60)}seen${"</div>".repeat(60)}`;
  expect((await world.admin.make("note", { content: deep, regarding }))["content"]).toContain("seen");
});

test("nobody sees more by handing over the work of others, or by moving them with their records", async () => {
  const people = { user: all, department: all, user_department: all };
  const subtree = { create: true, read: "subtree", update: "subtree", delete: "none" };
  await role("personnel", {
    objects: { ...people, account: subtree },
    abilities: ["people.manage", "record.transfer"],
  });
  await role("own_only", {
    objects: { account: { create: true, read: "own", update: "own", delete: "none" } },
  });
  const [north, south] = [
    await world.admin.make("department", { name: "north" }),
    await world.admin.make("department", { name: "south" }),
  ];
  const clerk = await world.person({ name: "clerk", role: "personnel", department: north.id });
  const neighbour = await world.person({ name: "neighbour", role: "own_only", department: north.id });
  const seller = await world.person({ name: "seller", role: "own_only", department: south.id });
  const other = await world.person({ name: "other", role: "own_only", department: south.id });
  const chief = await world.person({ name: "chief", role: "administrator", department: south.id });
  const secret = await world.admin.make("account", {
    name: "of the south",
    owner: seller.id,
    department: south.id,
  });
  await world.admin.make("account", { name: "of the chief", owner: chief.id, department: south.id });
  const seen = async (): Promise<number> => (await clerk.get("/records/account?count=exact")).json.total;
  const before = await seen();
  const refused: readonly (readonly [string, object, string])[] = [
    [`/handovers/${seller.id}`, { to: clerk.id, deactivate: false }, "exceeds_sight"],
    [`/handovers/${seller.id}`, { to: neighbour.id, deactivate: false }, "exceeds_sight"],
    [
      `/handovers/${seller.id}`,
      { to: other.id, objects: { account: clerk.id }, deactivate: false },
      "exceeds_sight",
    ],
    [`/handovers/${seller.id}`, { to: other.id, deactivate: false }, "exceeds_sight"],
    [`/handovers/${chief.id}`, { to: other.id, deactivate: false }, "forbidden"],
    [`/users/${seller.id}/department`, { department: north.id, move_records: true }, "exceeds_sight"],
  ];
  for (const [path, body, expected] of refused) {
    const answer = await clerk.post(path, body);
    await world.idle();
    expect([answer.status, answer.json.code], `${path} ${JSON.stringify(body)}`).toEqual([403, expected]);
    expect(await seen(), path).toBe(before);
  }
  expect((await world.admin.get(`/records/account/${secret.id}`)).json.data.owner).toBe(seller.id);
  const mine = await neighbour.make("account", { name: "of the north" });
  expect(
    (await clerk.post(`/handovers/${neighbour.id}`, { to: other.id, deactivate: false })).status,
    "what the clerk sees",
  ).toBe(202);
  await world.idle();
  expect((await world.admin.get(`/records/account/${mine.id}`)).json.data.owner).toBe(other.id);
  expect(
    (await world.admin.post(`/handovers/${seller.id}`, { to: other.id, deactivate: false })).status,
  ).toBe(202);
});

test("a narrowed key decides nothing that its person was asked in person, and has no role that its person lacks", async () => {
  const label = { en: "L", "zh-CN": "L" };
  const stage = (name: string, order: number, approval?: string) => ({
    name,
    label,
    type: "open",
    order,
    exit: [],
    entry: approval ? [{ id: `s${order}`, kind: "approval", approval }] : [],
  });
  const boss = await world.person({ name: "boss", role: "administrator" });
  const seller = await world.person({ name: "keyed", role: "seller", manager: boss.id });
  await role("small", {
    objects: { account: { create: false, read: "own", update: "none", delete: "none" } },
  });
  const keyed = async (person: Client, of: string): Promise<Client> => {
    const made = await person.post("/api-keys", { name: of, role: of });
    expect(made.status, made.text).toBe(201);
    return clientOf(world.app, { authorization: `Bearer ${made.json.key}` });
  };
  await world.admin.make("role", {
    name: "key_maker",
    label: { en: "x" },
    rights: { objects: {}, abilities: ["api_keys.manage"] } as never,
  });
  const [maker] = (await world.admin.get(`/records/role?filter=${encodeURIComponent('name == "key_maker"')}`))
    .json.data;
  await world.admin.make("user_role", { user: seller.id, role: maker.id });
  const made = await world.admin.post("/pipelines", {
    object: "opportunity",
    name: "keyed",
    label,
    stages: [stage("a", 1), stage("b", 2, "sales_manager")],
  });
  const published = await world.admin.post(`/pipelines/${made.json.data.id}/publish`);
  expect(published.status, published.text).toBe(200);
  const asked = async (): Promise<string> => {
    const deal = await world.admin.make("opportunity", {
      name: "Deal",
      pipeline: made.json.data.id,
      owner: seller.id,
    });
    const sent = await world.admin.post(`/records/opportunity/${deal.id}/transitions`, { to: "b" });
    expect(sent.status, sent.text).toBe(202);
    return sent.json.approvals[0];
  };
  const inPerson = await asked();
  // As a request to the manager of an owner stands.
  await world.database.db.query({
    text: "update w_main.o_approval_request set approver = $2, approver_role = null where id = $1",
    values: [inPerson, boss.id],
  });
  const cases = [
    [await keyed(boss, "small"), inPerson],
    [await keyed(seller, "sales_manager"), await asked()],
  ] as const;
  for (const [key, request] of cases) {
    expect((await key.get("/approvals")).json.data).toEqual([]);
    for (const [verb, body] of [
      ["approve", {}],
      ["approve", { seen: "" }],
      ["refuse", { comment: "x" }],
      ["withdraw", {}],
    ] as const)
      expect((await key.post(`/approvals/${request}/${verb}`, body)).status, verb).toBe(404);
  }
  const whole = await boss.post("/api-keys", { name: "whole" });
  const key = clientOf(world.app, { authorization: `Bearer ${whole.json.key}` });
  expect((await key.get("/approvals")).json.data.map(({ id }: { id: string }) => id)).toEqual([inPerson]);
});

test("a package tells and changes no gate for who may not manage pipelines", async () => {
  await role("builder", {
    objects: { "*": all },
    fields: { opportunity: { amount: "hidden" } },
    abilities: ["objects.manage"],
  });
  const builder = await world.person({ name: "builder", role: "builder" });
  const whole = (await world.admin.get("/definitions/package")).json;
  expect(whole.pipelines.length).toBeGreaterThan(0);
  expect((await builder.get("/definitions/package")).json.pipelines ?? []).toEqual([]);
  const brought = await builder.post("/definitions/package", {
    package: { ...whole, pipelines: whole.pipelines.map((one: object) => ({ ...one, default: false })) },
  });
  const lines = brought.json.data.lines.filter(({ part }: { part: string }) => part === "pipelines");
  expect(new Set(lines.map(({ difference }: { difference: string }) => difference))).toEqual(
    new Set(["refused"]),
  );
  expect((await world.admin.get("/definitions/package")).json.pipelines).toEqual(whole.pipelines);
});
