import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { save } from "../../../../engine/record/save.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { findDuplicates } from "./find-duplicates.ts";
import { labelledCompanies } from "./labelled-companies.fixture.ts";
import { rebuildKeys } from "./rebuild-keys.job.ts";
import { LIKELY } from "./score-pair.ts";

let world: TestApp;
let wang: Client & { id: string };
let li: Client & { id: string };
beforeAll(async () => {
  world = await testApp();
  wang = await world.person({ name: "王芳", role: "seller" });
  li = await world.person({ name: "李雷", role: "seller" });
});
afterAll(() => world.close());

const look = async (who: Client, object: string, values: object, id?: string) =>
  (await who.post(`/records/${object}/duplicates`, { values, ...(id ? { id } : {}) })).json.data;
const ruleOf = async (object: string, kind: string) =>
  (
    await world.admin.get(
      `/records/duplicate_rule?filter=${encodeURIComponent(`object == "${object}" && kind == "${kind}"`)}`,
    )
  ).json.data[0].id;
const keysOf = () =>
  world.database.db.query({
    text: "select object, id, kind, key from w_main.duplicate_key order by id, kind, key",
  });

it("finds the same company written another way, says why, and shows a stranger only that it exists and whose it is", async () => {
  const made = await wang.make("account", { name: "苏州恒润精密机械有限公司", phone: "0512-66668888" });
  const [own] = await look(wang, "account", { name: "恒润精密机械（苏州）有限责任公司" });
  expect(own).toMatchObject({
    id: made.id,
    title: "苏州恒润精密机械有限公司",
    owner_name: "王芳",
    exact: true,
    action: "warn",
  });
  const [other] = await look(li, "account", { phone: "(0512) 6666 8888" });
  expect(other).toMatchObject({
    id: null,
    title: "苏州****公司",
    owner_name: "王芳",
    reason: "Same phone number",
  });
  expect(await look(li, "account", { name: "无锡恒润精密机械有限公司" })).toEqual([]);
  expect(await look(wang, "account", { name: made["name"] }, made.id)).toEqual([]);
  const [lead] = await look(li, "lead", { company: "苏州恒闰精密机械有限公司", contact_name: "赵一" });
  expect(lead).toMatchObject({ object: "account", id: null, reason: "The names sound the same" });
  await world.admin.patch(`/records/account/${made.id}`, { phone: null });
  expect(await look(li, "account", { phone: "0512-66668888" })).toEqual([]);
  await world.admin.delete(`/records/account/${made.id}`);
  expect(await look(wang, "account", { name: made["name"] })).toEqual([]);
  await world.admin.post(`/records/account/${made.id}/restore`);
  expect(await look(wang, "account", { name: made["name"] })).toHaveLength(1);
});

it("two records with one credit code cannot be; the refusal names the first", async () => {
  await wang.make("account", { name: "宁波海天塑机集团有限公司", uscc: "91350100M000100Y43" });
  const again = await li.post("/records/account", { name: "海天", uscc: "91350100m000100y43" });
  expect(again.status).toBe(409);
  expect(again.json).toMatchObject({
    code: "duplicate",
    candidates: [{ object: "account", id: null, title: "宁波****公司", owner_name: "王芳" }],
  });
  expect(again.json.errors[0].message).toContain("王芳");
});

it("a rule set to block refuses on form, API, batch and import, also two at once, and lets warned ones through", async () => {
  await world.admin.patch(`/records/duplicate_rule/${await ruleOf("lead", "phone")}`, { action: "block" });
  const lead = (name: string) => ({
    company: name,
    contact_name: "孙七",
    mobile: "13900001111",
    source: "website",
  });
  const race = await Promise.all(
    ["甲", "乙", "丙"].map((name) => wang.post("/records/lead", lead(`${name}公司`))),
  );
  expect(race.map(({ status }) => status).toSorted()).toEqual([201, 409, 409]);
  const refused = await li.post("/records/lead", lead("丁公司"));
  expect(refused.json).toMatchObject({ code: "duplicate", candidates: [{ id: null, owner_name: "王芳" }] });
  const twice = await li.post("/batch", {
    operations: [1, 2].map((n) => ({
      op: "create",
      object: "lead",
      values: { ...lead(`戊${n}`), mobile: "13900002222" },
    })),
  });
  expect([twice.status, twice.json.code]).toEqual([409, "duplicate"]);
  const form = new FormData();
  form.set(
    "options",
    JSON.stringify({
      object: "lead",
      mapping: { 公司: "company", 联系人: "contact_name", 手机: "mobile", 来源: "source" },
    }),
  );
  form.set(
    "file",
    new Blob(["公司,联系人,手机,来源\n己公司,周八,139 0000 1111,website\n庚公司,吴九,13900003333,website\n"]),
    "leads.csv",
  );
  const encoded = new Response(form);
  const sent = await world.app.inject({
    method: "POST",
    url: "/api/v1/imports",
    headers: {
      ...world.admin.headers,
      origin: "http://localhost",
      host: "localhost",
      "content-type": encoded.headers.get("content-type") ?? "",
    },
    payload: Buffer.from(await encoded.arrayBuffer()),
  });
  expect(sent.statusCode, sent.body).toBe(202);
  await world.idle();
  expect((await world.admin.get(`/imports/${sent.json().id}`)).json.data).toMatchObject({
    created: 1,
    failed: 1,
  });
  const errors = await world.app.inject({
    url: `/api/v1/imports/${sent.json().id}/errors.csv`,
    headers: world.admin.headers,
  });
  expect(errors.body).toContain("duplicate");
  expect(errors.body).toContain("王芳");
  await world.admin.patch(`/records/duplicate_rule/${await ruleOf("lead", "phone")}`, { action: "warn" });
  expect((await li.post("/records/lead", lead("丁公司"))).status).toBe(201);
  expect(
    (await li.patch(`/records/duplicate_rule/${await ruleOf("lead", "phone")}`, { action: "off" })).status,
  ).toBe(404);
});

it("a rule counts from the likeness it names, in what is told and in what is refused", async () => {
  await wang.make("account", { name: "佛山禾瑞精密模具有限公司" });
  const rule = await ruleOf("account", "similar");
  const asked = async () =>
    (await li.post("/records/account/duplicates", { values: { name: "佛山禾瑞" } })).json.data.map(
      ({ score, action }: { score: number; action: string }) => [score, action],
    );
  expect(await asked()).toEqual([[0.88, "warn"]]);
  await world.admin.patch(`/records/duplicate_rule/${rule}`, { least: 90 });
  expect(await asked()).toEqual([]);
  await world.admin.patch(`/records/duplicate_rule/${rule}`, { least: 80, action: "block" });
  expect(await asked()).toEqual([[0.88, "block"]]);
  expect((await li.post("/records/account", { name: "佛山禾瑞" })).json.code).toBe("duplicate");
  expect((await world.admin.patch(`/records/duplicate_rule/${rule}`, { least: 20 })).status).toBe(422);
  await world.admin.patch(`/records/duplicate_rule/${rule}`, { least: null, action: "warn" });
});

it("keys made anew are those that writing made", async () => {
  const before = await keysOf();
  expect(before.length).toBeGreaterThan(10);
  await world.database.db.query({ text: "delete from w_main.duplicate_key where kind <> 'email'" });
  await rebuildKeys(await world.context());
  expect(await keysOf()).toEqual(before);
});

describe("a labelled thousand", () => {
  it("is told apart with precision of at least 0.95 and recall of at least 0.9", async () => {
    const rows = labelledCompanies();
    const context = await world.context();
    const ids: string[] = [];
    for (let from = 0; from < rows.length; from += 250) {
      const operations = rows.slice(from, from + 250).map(({ name, phone }) => ({
        op: "create" as const,
        object: "account",
        values: { name, ...(phone ? { phone } : {}) },
      }));
      const { results } = await save(context, { operations, road: "seed", mode: "all" });
      ids.push(...results.flatMap((result) => (result.ok ? [result.id] : [])));
    }
    const place = new Map(ids.map((id, at) => [id, at]));
    const found = new Set<string>();
    for (let from = 0; from < rows.length; from += 250) {
      const probes = rows
        .slice(from, from + 250)
        .map(({ name, phone }, at) => ({ id: ids[from + at] ?? "", values: { name, phone } }));
      (await findDuplicates(context.db, context, "account", probes)).forEach((all, at) => {
        for (const one of all) {
          const other = one.id === null ? undefined : place.get(one.id);
          if (one.score >= LIKELY && other !== undefined)
            found.add([from + at, other].toSorted((a, b) => a - b).join("-"));
        }
      });
    }
    const truth = new Set(
      rows.flatMap(({ same }, at) =>
        rows.flatMap((other, b) => (b > at && other.same === same ? [`${at}-${b}`] : [])),
      ),
    );
    const right = [...found].filter((pair) => truth.has(pair)).length;
    const say = (pairs: readonly string[]) =>
      pairs.slice(0, 12).map((pair) =>
        pair
          .split("-")
          .map((at) => rows[Number(at)]?.name)
          .join(" = "),
      );
    expect(truth.size).toBeGreaterThan(150);
    expect(
      right / found.size,
      `wrong: ${say([...found].filter((pair) => !truth.has(pair))).join("; ")}`,
    ).toBeGreaterThanOrEqual(0.95);
    expect(
      right / truth.size,
      `missed: ${say([...truth].filter((pair) => !found.has(pair))).join("; ")}`,
    ).toBeGreaterThanOrEqual(0.9);
  });
});
