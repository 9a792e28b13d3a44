import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";

const MOBILE = "13911112222";
const work = { create: true, read: "all", update: "all", delete: "all" };
const fields = { account: { phone: "mask" }, contact: { email: "hidden", mobile: "mask" } };
const q = encodeURIComponent;
let world: TestApp;
let spy: Client;
let contact: string;
beforeAll(async () => {
  world = await testApp();
  const role = (name: string, read: string) =>
    world.admin.make("role", {
      name,
      label: { "zh-CN": name, en: name },
      rights: { objects: { "*": { ...work, read } }, fields, abilities: [] },
    });
  await Promise.all([role("spy", "all"), role("own_spy", "own")]);
  spy = await world.person({ name: "探子", role: "spy" });
  const account = await world.admin.make("account", { name: "保密公司", phone: "13877776666" });
  contact = String(
    (
      await world.admin.make("contact", {
        name: "保密联系人",
        account: account.id,
        mobile: MOBILE,
        email: "leak4711@mimi.example",
      })
    ).id,
  );
});
afterAll(() => world.close());

test("a masked value is found by the whole of it in any spelling, never by a part, and only where the record may be seen", async () => {
  const found = async (who: Client, text: string) =>
    (await who.get(`/search?q=${q(text)}`)).json.data.map((row: { id: string }) => row.id);
  const listed = async (who: Client, object: string, text: string, more = "") =>
    (await who.get(`/records/${object}?search=${q(text)}${more}`)).json.data.map(
      (row: { id: string }) => row.id,
    );
  const spelt = [
    "13911112222",
    "139 1111 2222",
    "+86 139-1111-2222",
    "008613911112222",
    "８６１３９１１１１２２２２",
    "保密联系人 13911112222",
  ];
  for (const text of spelt) {
    expect(await found(spy, text), text).toEqual([contact]);
    expect(await listed(spy, "contact", text), text).toEqual([contact]);
  }
  expect((await spy.get(`/search?q=13911112222`)).text).not.toContain(MOBILE);
  const parts = [
    "1391111222",
    "3911112222",
    "139111122223",
    "139",
    "2222",
    "139 1111",
    "1111 2222",
    "139****2222",
    "+139",
    "13911112222 13877776666",
  ];
  for (const text of parts)
    expect([...(await found(spy, text)), ...(await listed(spy, "contact", text))], text).toEqual([]);
  expect(await found(spy, "无关 13911112222")).toEqual([]);
  expect(await found(spy, "leak4711@mimi.example"), "hidden is hidden").toEqual([]);
  const outsider = await world.person({ name: "局外人", role: "own_spy" });
  expect(await found(outsider, MOBILE)).toEqual([]);
  const odd = await world.admin.make("account", { name: "分机公司", phone: "(0512) 6666-8888 转 801" });
  expect(await found(spy, "0512-66668888-801")).toEqual([odd.id]);
  expect([...(await found(spy, "0512-66668888")), ...(await found(spy, "801"))]).toEqual([]);
  const now = new Date().toISOString();
  await world.admin.patch(`/records/contact/${contact}`, { mobile: "13900009999" });
  expect(await listed(spy, "contact", "13900009999")).toEqual([contact]);
  expect(await listed(spy, "contact", "13900009999", `&as_of=${now}`), "then it was another number").toEqual(
    [],
  );
});

test("each question for a masked value stands in the access log without it, and only so many are answered in an hour, on every road", async () => {
  const guesser = await world.person({ name: "猜号", role: "spy" });
  const limit = async (masked_searches: number | null) =>
    expect((await world.admin.patch("/settings/security", { masked_searches })).status).toBe(200);
  await limit(3);
  try {
    for (const ask of [
      () => guesser.get("/search?q=13711110001"),
      () => guesser.get("/records/contact?search=13711110002"),
      () => guesser.get("/records/contact?search=13711110002&count=exact"),
      () =>
        guesser.post("/records/contact/aggregate", { search: "13711110003", measures: [{ fn: "count" }] }),
    ])
      expect((await ask()).status).toBe(200);
    const shut = [
      await guesser.get("/search?q=13711110004"),
      await guesser.get("/records/contact?search=13711110004"),
      await guesser.get("/records/contact?search=x+13711110004"),
      await guesser.post("/records/contact/aggregate", {
        search: "13711110004",
        measures: [{ fn: "count" }],
      }),
      await guesser.get("/search?q=13711110004&objects=contact"),
    ];
    for (const answer of shut)
      expect([answer.status, answer.json.code]).toEqual([429, "too_many_masked_searches"]);
    expect(Number(shut[0]?.headers["retry-after"])).toBeGreaterThan(3000);
    for (const [language, words] of [
      ["en", "limited to 3 an hour"],
      ["zh-CN", "每小时最多 3 次"],
    ] as const)
      expect(
        (await guesser.send("GET", "/search?q=13711110004", undefined, { "accept-language": language })).json
          .detail,
      ).toContain(words);
    expect((await guesser.get("/search?q=13711110001")).status, "answered before").toBe(200);
    expect((await guesser.get("/search?q=13")).status, "no value as a whole").toBe(200);
    expect((await guesser.get("/search?q=保密公司")).status, "no number").toBe(200);
    const { data } = (await world.admin.get(`/access-log?kind=masked_search&user=${guesser.id}`)).json;
    expect(data.map((line: { detail: { fields: string } }) => line.detail.fields)).toEqual([
      "contact.mobile",
      "contact.mobile",
      expect.stringContaining("account.phone, "),
    ]);
    expect(JSON.stringify(data)).not.toContain("1371111");
    expect((await world.admin.get("/records/contact?search=13711110005")).status, "who may read it all").toBe(
      200,
    );
    const everybody = (await world.admin.get("/access-log?kind=masked_search")).json.data.map(
      (line: { name: string }) => line.name,
    );
    expect(new Set(everybody)).toEqual(new Set(["探子", "局外人", "猜号"]));
    await limit(null);
    expect((await guesser.get("/search?q=13711110004")).status).toBe(200);
  } finally {
    await limit(100);
  }
});
