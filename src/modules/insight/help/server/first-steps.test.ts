import { afterAll, beforeAll, expect, it } from "vitest";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { loadDemo } from "../../../data/demo/public.ts";

let world: TestApp;
beforeAll(async () => void (world = await testApp()));
afterAll(() => world.close());

async function steps(client: Client): Promise<Readonly<Record<string, boolean>>> {
  const { data } = (await client.get("/first-steps")).json;
  return Object.fromEntries(
    data.steps.map(({ name, done }: { name: string; done: boolean }) => [name, done]),
  );
}

it("an administrator's steps are done when the records say so, and demo records count for nothing", async () => {
  const { admin } = world;
  expect(await steps(admin)).toEqual({
    customers: false,
    stages: false,
    colleagues: false,
    demo: false,
    mail: false,
  });
  await loadDemo(await world.context(), { accounts: 10, leads: 6, deals: 12 });
  expect(await steps(admin)).toEqual({
    customers: false,
    stages: false,
    colleagues: false,
    demo: true,
    mail: false,
  });
  expect((await admin.get("/first-steps")).json.data.demo).toEqual({ state: "whole", job: null });

  const server = { host: "127.0.0.1", port: 2525, security: "none", from: "crm@example.com" };
  expect((await admin.patch("/settings/mail", server)).status).toBe(200);
  await world.person({ name: "林同事", role: "seller" });
  const account = await admin.post("/records/account", { name: "自己的客户" });
  expect(await steps(admin)).toMatchObject({ customers: true, stages: false, colleagues: true, mail: true });
  const deal = { name: "自己的商机", account: account.json.data.id };
  const made = await admin.post("/records/opportunity", deal);
  expect(made.status).toBe(201);
  expect((await steps(admin))["stages"]).toBe(false);
  const moved = await admin.post("/records/opportunity/" + made.json.data.id + "/transitions", {
    to: "needs",
    override: { reason: "测试" },
  });
  expect(moved.status, JSON.stringify(moved.json)).toBe(200);
  expect((await steps(admin))["stages"]).toBe(true);
});

it("a seller has two of their own, done by nobody else's records", async () => {
  const seller = await world.person({ name: "陈新人", role: "seller" });
  expect(await steps(seller)).toEqual({ activity: false, deal: false });
  expect((await seller.get("/first-steps")).json.data.demo).toBeNull();
  const account = await seller.post("/records/account", { name: "陈的客户" });
  const { id } = account.json.data;
  await seller.post("/records/opportunity", { name: "陈的商机", account: id });
  expect(await steps(seller)).toEqual({ activity: false, deal: true });
});

it("whoever may write neither is asked for nothing", async () => {
  const reader = await world.person({ name: "只看", role: "read_only" });
  expect((await reader.get("/first-steps")).json.data).toEqual({ steps: [], demo: null });
});
