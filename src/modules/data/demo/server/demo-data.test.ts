import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { aggregate } from "../../../../engine/query/aggregate.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { startJob } from "../../../base/jobs/public.ts";
import { demoRecords, FIRST_ID, REMOVED_IN_ORDER } from "./demo-records.ts";
import { generateCompany } from "./generate-company.ts";
import { demoLoadKind } from "./load-demo.job.ts";

const SMALL = { accounts: 12, leads: 10, deals: 20 };
let world: TestApp;
let admin: Client;
beforeAll(async () => {
  world = await testApp();
  admin = world.admin;
});
afterAll(() => world.close());

/** Live records of every object, those of the demo and the company's own. */
async function counts(): Promise<Readonly<Record<string, number>>> {
  const entries = await Promise.all(
    REMOVED_IN_ORDER.map(async (name) => {
      const [row] = await world.database.db.query<{ n: number }>({
        text: `select count(*)::int as n from w_main.o_${name} where deleted_at is null`,
      });
      return [name, row?.n ?? -1] as const;
    }),
  );
  return Object.fromEntries(entries);
}
async function load(round: number): Promise<string> {
  const context = await world.context();
  const payload = { today: context.now.slice(0, 10), round, size: SMALL };
  const job = await startJob(context, demoLoadKind, { payload });
  await world.idle();
  return job.ok ? job.value : "";
}
const stateOf = async () => (await admin.get("/demo")).json.data;
async function removed(with_added: boolean): Promise<{ status: string; result: unknown }> {
  const { status, json } = await admin.post("/demo/removal", { with_added });
  expect(status).toBe(202);
  await world.idle();
  return (await admin.get(`/jobs/${json.id}`)).json.data;
}

describe("demo data from the screen", () => {
  let before: Readonly<Record<string, number>>;
  it("knows every object that its story tells of", () => {
    const told = new Set(generateCompany("2026-11-30", "zh-CN").map(({ object }) => object));
    expect([...told].toSorted()).toEqual([...REMOVED_IN_ORDER].toSorted());
  });

  it("is added by a job that can be followed, beside people of the company", async () => {
    before = await counts();
    expect(await stateOf()).toEqual({ state: "none", job: null, own: [] });
    expect((await admin.get("/demo/removal")).status).toBe(409);
    await load(1);
    expect(await stateOf()).toMatchObject({ state: "whole", job: null, own: [] });
    expect(await counts()).toMatchObject({ account: SMALL.accounts, opportunity: SMALL.deals });
    const again = await admin.post("/demo", {});
    expect([again.status, again.json.code]).toEqual([409, "demo_loaded"]);
  });

  it("goes without a trace where nobody has added anything, and comes again", async () => {
    const done = await removed(false);
    expect(done).toMatchObject({ status: "done", result: { refused: 0 } });
    expect(await counts()).toEqual(before);
    expect(await stateOf()).toEqual({ state: "none", job: null, own: [] });
    const context = await world.context();
    const yesterday = new Date(Date.parse(context.now) - 30 * 86_400_000).toISOString();
    const then = await aggregate(context, {
      object: "opportunity",
      as_of: yesterday,
      measures: [{ fn: "count" }],
    });
    expect(then.ok && then.value.groups.map(({ values }) => values)).toEqual([[0]]);
    await load(2);
    expect(await counts()).toMatchObject({ account: SMALL.accounts, opportunity: SMALL.deals });
  });

  it("lists what people added, and leaves it with what it hangs on", async () => {
    const context = await world.context();
    const [first, second] = await demoRecords(context.db, context, "account", FIRST_ID, 2);
    const own = await admin.post("/records/activity", {
      subject: "自己的拜访",
      type: "visit",
      regarding: { object: "account", id: first },
    });
    const [person] = await demoRecords(context.db, context, "user", FIRST_ID, 1);
    const account = await admin.post("/records/account", { name: "自己的客户", owner: person });
    expect([own.status, account.status]).toEqual([201, 201]);
    const [place] = await demoRecords(context.db, context, "department", FIRST_ID, 1);
    const colleague = await world.person({ name: "新同事", role: "seller", department: place ?? "" });
    const { data } = (await admin.get("/demo/removal")).json;
    expect(data.added).toEqual([{ object: "activity", id: own.json.data.id, title: "自己的拜访" }]);
    expect([data.added_total, data.owned]).toEqual([1, 1]);

    const done = await removed(false);
    expect(done.status).toBe("done");
    expect((await admin.get(`/records/activity/${own.json.data.id}`)).status).toBe(200);
    expect((await admin.get(`/records/account/${first}`)).status).toBe(200);
    expect((await admin.get(`/records/account/${second}`)).status).toBe(404);
    const kept = (await admin.get(`/records/account/${account.json.data.id}`)).json.data;
    expect(kept.owner).toBe((await admin.get("/me")).json.data.user.id);
    const { department } = (await admin.get(`/records/user/${colleague.id}`)).json.data;
    expect((await admin.get(`/records/department/${department}`)).status).toBe(200);
    expect(department).not.toBe(place);
    // With a customer of its own no second story is mixed in.
    const refused = await admin.post("/demo", {});
    expect([refused.status, refused.json.code]).toEqual([409, "has_own_data"]);
    expect(refused.json.detail).toContain("Accounts 1");
  });

  it("takes what people added with it where that is wanted, and nothing else of theirs", async () => {
    await load(3);
    const context = await world.context();
    const [first] = await demoRecords(context.db, context, "account", FIRST_ID, 1);
    const deal = await admin.post("/records/opportunity", { name: "自己的商机", account: first });
    const own = await admin.get("/records/account?filter=" + encodeURIComponent("name = '自己的客户'"));
    expect(deal.status).toBe(201);
    expect(await removed(true)).toMatchObject({ status: "done", result: { refused: 0 } });
    expect((await admin.get(`/records/opportunity/${deal.json.data.id}`)).status).toBe(404);
    expect((await admin.get(`/records/account/${own.json.data[0].id}`)).status).toBe(200);
    expect(await counts()).toMatchObject({
      opportunity: 0,
      user: (before["user"] ?? 0) + 1,
      department: before["department"],
    });
  });

  it("is for whoever manages settings and people", async () => {
    const seller = await world.person({ name: "卖家", role: "seller" });
    const answers = [
      await seller.get("/demo"),
      await seller.post("/demo", {}),
      await seller.get("/demo/removal"),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
  });
});
