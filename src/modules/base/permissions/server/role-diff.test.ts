import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import type { RoleDiff } from "../shared/role-diff.contract.ts";

let app: TestApp;
let role: { id: string };
const people: (Client & { id: string })[] = [];
const OBJECTS = ["account", "opportunity", "task", "note"] as const;
const SCOPES = ["none", "own", "department", "subtree", "all"] as const;
const rightsOf = (scopes: Record<string, string>, abilities: readonly string[] = []) => ({
  objects: Object.fromEntries(
    Object.entries(scopes).map(([name, read]) => [
      name,
      { create: read !== "none", read, update: "none", delete: "none" },
    ]),
  ),
  fields: {},
  abilities,
});

beforeAll(async () => {
  app = await testApp();
  const east = await app.admin.make("department", { name: "华东" });
  const shanghai = await app.admin.make("department", { name: "上海", parent: east.id });
  role = await app.admin.make("role", {
    name: "draft",
    label: { "zh-CN": "草稿" },
    rights: rightsOf({ account: "own", opportunity: "own", task: "own", note: "own" }),
  });
  await app.admin.make("role", {
    name: "base",
    label: { "zh-CN": "底" },
    rights: rightsOf({ opportunity: "department", "*": "none" }),
  });
  for (const [at, department] of [east.id, shanghai.id, shanghai.id].entries())
    people.push(await app.person({ name: `成员${at}`, role: "draft", department }));
  people.push(await app.person({ name: "兼任", role: "draft", department: east.id }));
  const [base] = (await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "base"')}`)).json
    .data;
  await app.admin.make("user_role", { user: people[3]?.id ?? "", role: base.id });
  for (const [at, owner] of [...people, null].entries()) {
    const values: Values = owner ? { owner: owner.id } : {};
    const account = await app.admin.make("account", { name: `客户${at}`, ...values });
    const deal = await app.admin.make("opportunity", { name: `商机${at}`, account: account.id, ...values });
    await app.admin.make("task", {
      subject: `任务${at}`,
      regarding: { object: "opportunity", id: deal.id },
      ...values,
    });
    await app.admin.make("note", {
      content: `记录${at}`,
      regarding: { object: "account", id: account.id },
      ...values,
    });
  }
});
afterAll(() => app.close());

const seenBy = async (person: Client, object: string): Promise<Set<string>> =>
  new Set((await person.get(`/records/${object}?limit=500`)).json.data.map((row: { id: string }) => row.id));
const seen = () =>
  Promise.all(people.map((person) => Promise.all(OBJECTS.map((object) => seenBy(person, object)))));
const minus = (one: Set<string>, other: Set<string>) => [...one].filter((id) => !other.has(id));

/** Saves roles of any scopes and compares what was said before with what each person then sees. */
async function expectToldTruly(): Promise<void> {
  const scope = fc.constantFrom(...SCOPES);
  await fc.assert(
    fc.asyncProperty(
      fc.record({ account: scope, opportunity: scope, task: scope, note: scope }),
      async (scopes) => {
        const rights = rightsOf(scopes);
        const before = await seen();
        const answer = await app.admin.post("/permissions/diff", { role: role.id, rights });
        expect(answer.status, answer.text).toBe(200);
        const diff: RoleDiff = answer.json.data;
        expect(await seen()).toEqual(before);
        expect((await app.admin.patch(`/records/role/${role.id}`, { rights })).status).toBe(200);
        const after = await seen();
        expect([diff.holders, diff.complete]).toEqual([4, true]);
        for (const [at, object] of OBJECTS.entries()) {
          const said = diff.objects.find((one) => one.object === object && one.action === "read");
          const gained = people.map((_, who) =>
            minus(after[who]?.[at] ?? new Set(), before[who]?.[at] ?? new Set()),
          );
          const lost = people.map((_, who) =>
            minus(before[who]?.[at] ?? new Set(), after[who]?.[at] ?? new Set()),
          );
          expect([object, said?.records_gained ?? 0, said?.records_lost ?? 0]).toEqual([
            object,
            new Set(gained.flat()).size,
            new Set(lost.flat()).size,
          ]);
          expect([said?.people_gaining ?? 0, said?.people_losing ?? 0]).toEqual([
            gained.filter((ids) => ids.length > 0).length,
            lost.filter((ids) => ids.length > 0).length,
          ]);
          for (const person of said?.people ?? []) {
            const who = people.findIndex(({ id }) => id === person.id);
            expect([person.gained, person.lost]).toEqual([gained[who]?.length, lost[who]?.length]);
          }
          for (const sample of said?.samples.gained ?? []) expect(gained.flat()).toContain(sample.id);
        }
      },
    ),
    { numRuns: 8 },
  );
}

it("says before saving what each person then really gains and loses", expectToldTruly);

it("says it also where shares and rules single records out", async () => {
  const [account] = (await app.admin.get(`/records/account?filter=${encodeURIComponent('name == "客户1"')}`))
    .json.data;
  const shared = await app.admin.post("/records/share", {
    regarding: { object: "account", id: account.id },
    to: { object: "user", id: people[0]?.id },
  });
  expect(shared.status, shared.text).toBe(201);
  const to = { object: "role", id: role.id };
  for (const [object, criteria] of [
    ["opportunity", 'name == "商机2" || account.name == "客户3"'],
    ["account", 'created_by == me() && name == "客户4"'],
  ])
    await app.admin.make("sharing_rule", {
      name: `${object}`,
      object: object ?? "",
      criteria: criteria ?? "",
      level: "read",
      to,
      active: true,
    });
  await expectToldTruly();
});

it("names fields, creating and abilities, as far as other roles do not give them anyway", async () => {
  const rights = {
    ...rightsOf({ account: "own", opportunity: "own" }, ["record.export"]),
    fields: { opportunity: { amount: "hidden" }, account: { phone: "mask" } },
  };
  await app.admin.patch(`/records/role/${role.id}`, {
    rights: rightsOf({ account: "own", opportunity: "own", task: "own" }),
  });
  const diff: RoleDiff = (await app.admin.post("/permissions/diff", { role: role.id, rights })).json.data;
  expect(diff.abilities).toMatchObject([
    { ability: "record.export", label: { en: "Export" }, gaining: 4, losing: 0 },
  ]);
  expect(diff.create).toEqual([{ object: "task", gaining: 0, losing: 4 }]);
  expect(diff.fields).toEqual(
    expect.arrayContaining([
      { object: "opportunity", field: "amount", before: "edit", after: "hidden", people: 3 },
      { object: "account", field: "phone", before: "edit", after: "mask", people: 4 },
    ]),
  );
});

it("is for those who manage roles, and says no to malformed rights", async () => {
  expect((await people[0]?.post("/permissions/diff", { role: role.id, rights: {} }))?.status).toBe(403);
  const answer = await app.admin.post("/permissions/diff", {
    role: role.id,
    rights: { objects: { account: { read: "everything" } } },
  });
  expect([answer.status, answer.json.errors[0].code]).toEqual([422, "bad_rights"]);
  expect(
    (await app.admin.post("/permissions/diff", { role: "01900000-0000-7000-8000-000000000000", rights: {} }))
      .status,
  ).toBe(404);
});
