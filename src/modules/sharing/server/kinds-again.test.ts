import { afterAll, beforeAll, expect, test } from "vitest";
import { type Reply, testApp, type TestApp } from "../../../testing/app.ts";

/** The nine kinds (decision 0023) with other inputs, on other roads. */
const all = { create: true, read: "all", update: "all", delete: "all" };
let world: TestApp;
beforeAll(async () => {
  world = await testApp();
});
afterAll(() => world.close());
const role = (name: string, rights: object) => world.admin.make("role", { name, label: { en: name }, rights: rights as never });
const code = (answer: Reply): unknown => answer.json?.errors?.[0]?.code ?? answer.json?.code;

test("a sharing rule is no question about what its writer may not read", async () => {
  await world.admin.make("account", { name: "Kunde", phone: "13855185478" });
  await role("rules", { objects: { "*": all }, fields: { account: { phone: "mask", uscc: "hidden" } }, abilities: ["permissions.explain"] });
  const clerk = await world.person({ name: "rules", role: "rules" });
  const friend = await world.person({ name: "friend", role: "seller" });
  const to = { object: "user", id: friend.id };
  const rule = (criteria: string) => ({ name: criteria.slice(0, 40), object: "account", criteria, level: "read", to });
  for (const criteria of ['phone == "13855185478"', 'name == "x" || uscc != ""', 'parent.phone.startsWith("138")', 'related("account.parent", phone != "").count() > 0']) {
    expect(code(await clerk.post("/records/sharing_rule", rule(criteria))), criteria).toBe("unreadable");
    const batch = await clerk.post("/batch", { operations: [{ op: "create", object: "sharing_rule", values: rule(criteria) }] });
    expect(code(batch), criteria).toBe("unreadable");
    expect((await world.admin.post("/records/sharing_rule", rule(criteria))).status, criteria).toBe(201);
  }
  const made = await clerk.post("/records/sharing_rule", rule('name == "y"'));
  expect(made.status).toBe(201);
  expect(code(await clerk.patch(`/records/sharing_rule/${made.json.data.id}`, { criteria: 'phone != ""' }))).toBe("unreadable");
  const [others] = (await clerk.get(`/records/sharing_rule?filter=${encodeURIComponent('criteria.contains("1385")')}`)).json.data;
  expect((await clerk.patch(`/records/sharing_rule/${others.id}`, { active: false })).status, "what stands there may be switched off").toBe(200);
});

test("a batch is answered at no greater length than one record", async () => {
  const values = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`k${at}`, 1]));
  const operations = Array.from({ length: 100 }, () => ({ op: "create", object: "account", values }));
  const answer = await world.admin.post("/batch", { operations });
  expect([answer.status, answer.json.results.length, answer.json.results[99].code]).toEqual([422, 100, "invalid"]);
  expect(answer.text.length).toBeLessThan(60_000);
});

test("formatting that is nested without end is refused in words before it costs anything", async () => {
  const account = await world.admin.make("account", { name: "Rich" });
  const regarding = { object: "account", id: account.id };
  const note = await world.admin.make("note", { content: "<ul><li><b>fine</b></li></ul>", regarding });
  for (const content of ["<div>".repeat(150_000), "<b><i>".repeat(60_000), `<div x="</div>">`.repeat(10_000), "<div><!--</div>-->".repeat(10_000)])
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
