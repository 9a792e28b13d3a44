import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, testApp, type TestApp } from "../../../testing/app.ts";

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
    world.admin.make("role", { name, label: { "zh-CN": name, en: name }, rights: { objects: { "*": { ...work, read } }, fields, abilities: [] } });
  await Promise.all([role("spy", "all"), role("own_spy", "own")]);
  spy = await world.person({ name: "探子", role: "spy" });
  const account = await world.admin.make("account", { name: "保密公司", phone: "13877776666" });
  contact = String((await world.admin.make("contact", { name: "保密联系人", account: account.id, mobile: MOBILE, email: "leak4711@mimi.example" })).id);
});
afterAll(() => world.close());

test("a masked value is found by the whole of it in any spelling, never by a part, and only where the record may be seen", async () => {
  const found = async (who: Client, text: string) => (await who.get(`/search?q=${q(text)}`)).json.data.map((row: { id: string }) => row.id);
  const listed = async (who: Client, object: string, text: string, more = "") =>
    (await who.get(`/records/${object}?search=${q(text)}${more}`)).json.data.map((row: { id: string }) => row.id);
  const spelt = ["13911112222", "139 1111 2222", "+86 139-1111-2222", "008613911112222", "８６１３９１１１１２２２２", "保密联系人 13911112222"];
  for (const text of spelt) {
    expect(await found(spy, text), text).toEqual([contact]);
    expect(await listed(spy, "contact", text), text).toEqual([contact]);
  }
  expect((await spy.get(`/search?q=13911112222`)).text).not.toContain(MOBILE);
  const parts = ["1391111222", "3911112222", "139111122223", "139", "2222", "139 1111", "1111 2222", "139****2222", "+139", "13911112222 13877776666"];
  for (const text of parts) expect([...(await found(spy, text)), ...(await listed(spy, "contact", text))], text).toEqual([]);
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
  expect(await listed(spy, "contact", "13900009999", `&as_of=${now}`), "then it was another number").toEqual([]);
});
