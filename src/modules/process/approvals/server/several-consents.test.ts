import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  app,
  both,
  chief,
  decide,
  openConsentWorld,
  stage,
} from "../../../../testing/worlds/consent-world.ts";

type Person = Awaited<ReturnType<typeof app.person>>;
let finance: Person, asker: Person, boss: Person;
let pipeline: string;
beforeAll(async () => {
  await openConsentWorld();
  boss = await app.person({ name: "Boss", role: "sales_director" });
  finance = await app.person({ name: "Finance", role: "finance" });
  asker = await app.person({ name: "Asker", role: "sales_director", manager: boss.id });
  const sign = (approval: string) => ({ id: `s_${approval}`, kind: "approval", approval });
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "twice_signed",
    label: both("twice signed"),
    stages: [
      stage("a", "open", { exit: [{ id: "k", kind: "fields", fields: ["next_step"] }] }),
      stage("b", "open", { entry: [sign("finance"), sign("sales_manager")] }),
      stage("c", "open"),
      stage("won", "won"),
    ],
    rules: { override_approval: "manager" },
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
});
afterAll(() => app.close());

const deal = async (more: object = {}) =>
  (await app.admin.make("opportunity", { name: "deal", pipeline, owner: asker.id, ...more })).id;
const move = (id: string, to: string, more: object = {}, who: Person = asker) =>
  who.post(`/records/opportunity/${id}/transitions`, { to, ...more });
const read = async (id: string) => (await app.admin.get(`/records/opportunity/${id}`)).json.data;
/** The requests of a deal, by whom they wait for. */
const requests = async (id: string): Promise<Record<string, { id: string; status: string }>> =>
  Object.fromEntries(
    (await app.admin.get(`/records/opportunity/${id}/approvals`)).json.data.map(
      (one: { id: string; status: string; approver: { role?: string; person?: string } }) => [
        one.approver.role ?? one.approver.person,
        one,
      ],
    ),
  );
const idOf = async (id: string, role: string) => (await requests(id))[role]?.id ?? "";

describe("a move that needs two sign-offs", () => {
  it("is made with the last of them, signed by both", async () => {
    const id = await deal({ next_step: "x" });
    expect((await move(id, "b")).json.approvals).toHaveLength(2);
    expect((await decide(finance, await idOf(id, "finance"), "approve")).json.data.status).toBe("approved");
    expect((await read(id)).stage).toBe("a");
    await decide(chief, await idOf(id, "sales_manager"), "approve");
    const { stage: now, gate_state } = await read(id);
    expect([now, gate_state.s_finance.by, gate_state.s_sales_manager.by]).toEqual([
      "b",
      finance.id,
      chief.id,
    ]);
  });

  it("is off with the first refusal: the other request is closed, and nobody is asked any more", async () => {
    const id = await deal({ next_step: "x" });
    await move(id, "b");
    await decide(finance, await idOf(id, "finance"), "refuse", { comment: "No" });
    const { finance: refused, sales_manager: closed } = await requests(id);
    expect([refused?.status, closed?.status]).toEqual(["refused", "withdrawn"]);
    expect((await decide(chief, closed?.id ?? "", "approve")).json.code).toBe("closed");
    expect((await move(id, "b")).status).toBe(202);
  });

  it("withdrawn by who asked, all of it is, also what was consented to", async () => {
    const id = await deal({ next_step: "x" });
    await move(id, "b");
    await decide(finance, await idOf(id, "finance"), "approve");
    await asker.post(`/approvals/${await idOf(id, "sales_manager")}/withdraw`, {});
    expect((await requests(id))["sales_manager"]?.status).toBe("withdrawn");
    expect([(await read(id)).stage, (await read(id)).gate_state?.s_finance ?? null]).toEqual(["a", null]);
  });
});

it("who asked decides nothing, even with the role: they may withdraw, and only they", async () => {
  const manager = await app.person({ name: "Both", role: "sales_manager" });
  const id = await deal({ next_step: "x", owner: manager.id });
  expect((await move(id, "b", {}, manager)).status).toBe(202);
  const request = await idOf(id, "sales_manager");
  expect((await manager.get(`/approvals/${request}`)).json.data.may).toEqual({
    decide: false,
    withdraw: true,
  });
  expect((await decide(manager, request, "approve")).json.code).toBe("not_yours");
  expect((await chief.post(`/approvals/${request}/withdraw`, {})).json.code).toBe("not_yours");
  expect((await manager.post(`/approvals/${request}/withdraw`, {})).json.data.status).toBe("withdrawn");
});

describe("an override that the manager consents to", () => {
  const override = { override: { reason: "The customer waits" } };
  it("waits for the manager of the record's owner, not of who asks", async () => {
    const id = await deal();
    const colleague = await app.person({ name: "Colleague", role: "sales_director", manager: chief.id });
    expect((await move(id, "c", override, colleague)).status).toBe(202);
    expect(Object.keys(await requests(id))).toEqual(["Boss"]);
  });

  it("asked by the manager themselves it goes to theirs; without one to an administrator", async () => {
    const id = await deal();
    expect((await move(id, "c", override, boss)).status).toBe(202);
    expect(Object.keys(await requests(id))).toEqual(["administrator"]);
    expect((await app.admin.patch(`/records/user/${boss.id}`, { manager: chief.id })).status).toBe(200);
    const second = await deal();
    await move(second, "c", override, boss);
    expect(Object.keys(await requests(second))).toEqual(["Cao Zhengyang"]);
  });

  it("a manager who has left is asked nothing: an administrator is", async () => {
    const left = await app.person({ name: "Left", role: "sales_manager" });
    const led = await app.person({ name: "Led", role: "sales_director", manager: left.id });
    expect((await app.admin.patch(`/records/user/${left.id}`, { active: false })).status).toBe(200);
    const id = await deal({ owner: led.id });
    await move(id, "c", override, led);
    expect(Object.keys(await requests(id))).toEqual(["administrator"]);
  });
});
