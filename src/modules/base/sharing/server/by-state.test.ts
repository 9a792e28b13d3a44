import { afterAll, beforeAll, expect, test } from "vitest";
import { accessPredicate } from "../../../../engine/access/predicate.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { Params } from "../../../../engine/kernel/params.ts";
import { getStatement } from "../../../../engine/query/get.ts";
import { preparePage } from "../../../../engine/query/list.ts";
import type { Values } from "../../../../shared/metadata/object.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

const PHONE = "13911112222";
const work = { create: true, read: "own", update: "own", delete: "none" };
const pool = { when: "ISBLANK(owner)", read: "all", update: "all", fields: { phone: "mask" } };
const closed = { when: 'industry == "done"', update: "none", fields: { website: "read" } };
const rightsOf = (states: Values) => ({
  objects: { "*": work, account: work, opportunity: { ...work, read: "all" } },
  fields: {},
  states,
  abilities: ["permissions.explain"],
});
const q = encodeURIComponent;
let world: TestApp;
let role: Values & { id: string };
let seller: Client & { id: string };
let open: Values & { id: string };
let mine: Values & { id: string };
beforeAll(async () => {
  world = await testApp();
  role = await world.admin.make("role", {
    name: "pooler",
    label: { "zh-CN": "公海销售", en: "Pool seller" },
    rights: rightsOf({
      account: [pool, closed],
      opportunity: [{ when: "owner != me()", fields: { amount: "hidden" } }],
    }),
  });
  seller = await world.person({ name: "小赵", role: "pooler" });
  const other = await world.person({ name: "老钱", role: "pooler" });
  open = await world.admin.make("account", { name: "公海客户", phone: PHONE, owner: null });
  await world.admin.patch(`/records/account/${open.id}`, { phone: "13955556666" });
  await world.admin.patch(`/records/account/${open.id}`, { phone: PHONE });
  mine = await world.admin.make("account", { name: "自己客户", phone: "13800001111", owner: seller.id });
  await world.admin.make("account", { name: "别人客户", phone: "13700001111", owner: other.id });
  for (const [owner, amount] of [
    [seller.id, "100.00"],
    [other.id, "900.00"],
  ] as const)
    await world.admin.make("opportunity", {
      name: `商机 ${amount}`,
      account: mine.id,
      owner,
      amount: { amount, currency: "CNY" },
    });
});
afterAll(() => world.close());

const phones = async (who: Client, more = ""): Promise<Record<string, unknown>> =>
  Object.fromEntries(
    (await who.get(`/records/account?sort=name${more}`)).json.data.map((row: Values) => [
      row["name"],
      row["phone"],
    ]),
  );

test("what nobody has yet is seen by all who may claim it, its phone in part, and found only by the whole of it", async () => {
  expect(await phones(seller)).toEqual({ 公海客户: "139****2222", 自己客户: "13800001111" });
  expect(await phones(seller, `&filter=${q('phone.startsWith("139")')}`)).toEqual({});
  expect(await phones(seller, `&filter=${q('phone.startsWith("138")')}`)).toEqual({
    自己客户: "13800001111",
  });
  expect(await phones(seller, `&search=${PHONE}`)).toEqual({ 公海客户: "139****2222" });
  expect(await phones(seller, "&search=1391111")).toEqual({});
  expect(await phones(seller, "&search=1380000")).toEqual({ 自己客户: "13800001111" });
  const got = (await seller.get(`/records/account/${open.id}`)).json;
  expect(got.data.phone).toBe("139****2222");
  expect(got.abilities).toMatchObject({ update: true, fields: { phone: "mask", website: "edit" } });
  const object = (await seller.get("/objects/account")).json.data;
  const phone = object.fields.find(({ name }: { name: string }) => name === "phone");
  expect(phone).toMatchObject({ right: "edit", by_state: true });
  const story = (await seller.get(`/records/account/${open.id}/timeline`)).text;
  expect(story).not.toContain("13955556666");
  expect((await seller.get(`/records/account/${mine.id}/timeline`)).text).toContain("13800001111");
});

test("sums are of what one may see, and the kept ones are not asked", async () => {
  const sum = async (who: Client, more: object = {}) =>
    (
      await who.post("/records/opportunity/aggregate", {
        measures: [{ fn: "count" }, { fn: "sum", field: "amount" }],
        ...more,
      })
    ).json.groups[0].values;
  expect(await sum(seller)).toEqual([2, { amount: "100.00", currency: "CNY" }]);
  expect(await sum(world.admin)).toEqual([2, { amount: "1000.00", currency: "CNY" }]);
  const listed = (await seller.get("/records/opportunity?sort=-amount")).json.data as Values[];
  expect(listed.map((row) => [row["name"], row["amount"] ?? "hidden"])).toEqual([
    ["商机 100.00", { amount: "100.00", currency: "CNY" }],
    ["商机 900.00", "hidden"],
  ]);
});

test("who claims it sees and changes it as any of their own, and the feed says to read it again", async () => {
  const refused = await seller.patch(`/records/account/${open.id}`, { phone: "13000000000" });
  expect([refused.status, refused.json.errors[0].code]).toEqual([422, "field_forbidden"]);
  const feed = async () => (await seller.get(`/changes?cursor=${cursor}&limit=500`)).json;
  let cursor = "0";
  for (let page = await feed(); ; page = await feed()) {
    cursor = page.page.next;
    if (!page.page.more) break;
  }
  await world.admin.patch(`/records/account/${open.id}`, { owner: seller.id });
  const told = (await feed()).data as Values[];
  expect(told.map(({ type, object }) => [type, object])).toContainEqual(["reset", "account"]);
  expect(await phones(seller)).toMatchObject({ 公海客户: PHONE });
  expect((await seller.patch(`/records/account/${open.id}`, { phone: "13000000000" })).status).toBe(200);
  const other = (await world.admin.get(`/records/user?filter=${q('name == "老钱"')}`)).json.data[0].id;
  await world.admin.patch(`/records/account/${open.id}`, { owner: other });
  const gone = (await feed()).data as Values[];
  expect(gone.filter(({ id }) => id === open.id).map(({ type }) => type)).toContain("gone");
  await world.admin.patch(`/records/account/${open.id}`, { owner: null, phone: PHONE });
});

test("a state closes what a role otherwise gives, and the proof says which and why", async () => {
  const ask = async (question: Record<string, string>) => {
    const query = new URLSearchParams({ user: seller.id, object: "account", ...question });
    return (await world.admin.get(`/permissions/explain?${query.toString()}`)).json.data;
  };
  await world.admin.patch(`/records/account/${mine.id}`, { industry: "done" });
  expect((await seller.patch(`/records/account/${mine.id}`, { name: "改名" })).status).toBe(403);
  const why = JSON.stringify(await ask({ record: mine.id, action: "update" }));
  expect(why).toContain('"allowed":false');
  const masked = await ask({ record: open.id, action: "read", field: "phone" });
  expect(masked.allowed).toBe(false);
  expect(JSON.stringify(masked.denied)).toContain("ISBLANK(owner)");
  const seen = await ask({ record: open.id, action: "read" });
  expect([seen.allowed, seen.because[0].why]).toEqual([true, "state"]);
  await world.admin.patch(`/records/account/${mine.id}`, { industry: null });
  expect((await seller.patch(`/records/account/${mine.id}`, { name: "自己客户" })).status).toBe(200);
});

test("a rule is about the record itself, by fields that its writer reads, and never about the time", async () => {
  const give = async (rule: Values) => {
    const reply = await world.admin.patch(`/records/role/${role.id}`, {
      rights: rightsOf({ account: [rule] }),
    });
    return [reply.status, reply.json.errors?.[0]?.code];
  };
  expect(await give({ when: "created_at < today()", read: "all" })).toEqual([422, "bad_state"]);
  expect(await give({ when: 'owner.name == "x"', read: "all" })).toEqual([422, "bad_state"]);
  expect(await give({ when: "no_such_field == 1", read: "all" })).toEqual([422, "bad_state"]);
  expect(await give({ when: "ISBLANK(owner)" })).toEqual([422, "empty_rule"]);
  expect(await give({ when: "", read: "all" })).toEqual([422, "bad_rights"]);
});

test("a draft of rules by state is counted: who sees more and less, and of which fields", async () => {
  const rights = rightsOf({ account: [{ ...pool, read: "none", update: "none" }] });
  const { data } = (await world.admin.post("/permissions/diff", { role: role.id, rights })).json;
  const read = data.objects.find((one: Values) => one["object"] === "account" && one["action"] === "read");
  expect(read).toMatchObject({ people_losing: 2, records_lost: 1, records_gained: 0 });
  expect(data.fields).toContainEqual({
    object: "opportunity",
    field: "amount",
    before: "hidden",
    after: "edit",
    by_state: true,
    people: 2,
  });
});

test("whoever has no rule by state asks the same statements as before there were any", async () => {
  const context = await world.context();
  const rights = { create: true, read: "department", update: "own", delete: "none" } as const;
  const principal = {
    kind: "person",
    id: seller.id,
    name: "",
    departments: [seller.id],
    subtree: [],
    roles: [{ id: role.id, name: "plain", objects: { "*": rights }, fields: {}, abilities: [] }],
  } as const;
  const plain: Context = { ...context, principal };
  const elsewhere = principal.roles.map((one) => ({
    ...one,
    states: { contact: [{ when: "true", read: "all" as const }] },
  }));
  const ruled: Context = { ...context, principal: { ...principal, roles: elsewhere } };
  const account = context.catalog.object("account")!;
  expect(accessPredicate(plain, account, "read", "t", new Params())).toBe(
    '(t."owner" = $1::uuid or t."department" = any($2::uuid[]))',
  );
  const asked = (one: Context) => {
    const page = preparePage(one, account, {
      object: "account",
      sort: "-updated_at",
      titles: true,
      search: "公海",
    });
    return [
      page.ok && page.value.statement.text,
      getStatement(one, account, mine.id, { titles: true }, undefined).text,
    ];
  };
  expect(asked(ruled)).toEqual(asked(plain));
  expect(asked(plain).join()).not.toMatch(/_seen_|\$right/);
});
