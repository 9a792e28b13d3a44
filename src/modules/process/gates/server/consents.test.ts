import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let boss: Client & { id: string };
let seller: Client & { id: string };
let director: Client & { id: string };
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });

beforeAll(async () => {
  app = await testApp();
  boss = await app.person({ name: "Boss", role: "sales_manager" });
  seller = await app.person({ name: "Seller", role: "sales_director", manager: boss.id });
  director = await app.person({ name: "Director", role: "sales_director" });
  const stages = [
    stage("a", "open", { exit: [{ id: "k_amount", kind: "fields", fields: ["amount"] }] }),
    stage("b", "open", { entry: [{ id: "k_sign", kind: "approval", approval: "finance" }] }),
    stage("c", "open"),
    stage("won", "won"),
  ];
  const rules = { override_approval: "manager", reopen_approval: { role: "sales_manager" } };
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "consents",
    label: both("consents"),
    stages,
    rules,
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).status).toBe(200);
});
afterAll(() => app.close());

const deal = async (more: object = {}) =>
  (await app.admin.make("opportunity", { name: "deal", pipeline, owner: seller.id, ...more })).id;
const move = (client: Client, id: string, to: string, more: object = {}) =>
  client.post(`/records/opportunity/${id}/transitions`, { to, ...more });
const stageOf = async (id: string) => (await app.admin.get(`/records/opportunity/${id}`)).json.data.stage;
const codes = (reply: Reply): string[] =>
  (reply.json.errors ?? []).map(
    (error: { criterion: string; code: string }) => `${error.criterion} ${error.code}`,
  );
/** Decides about what the request shows now. */
const decide = async (
  client: Client,
  id: string | undefined,
  decision: "approve" | "refuse",
  more: object = {},
) => {
  const seen = (await client.get(`/approvals/${id}`)).json.data?.card?.seen ?? "";
  return client.post(`/approvals/${id}/${decision}`, { seen, ...more });
};
const waiting = async (client: Client) =>
  (await client.get("/approvals?box=decide")).json.data as {
    id: string;
    subject: string;
    what: { en: string };
  }[];

test("an override waits for the owner's manager: the values are kept at once, the move waits; with consent it is made as who asked", async () => {
  const id = await deal();
  const asked = await move(seller, id, "c", {
    override: { reason: "customer is in a hurry", valid_days: 3 },
    values: { next_step: "call" },
  });
  expect([asked.status, asked.json.errors, asked.json.approvals?.length]).toEqual([202, undefined, 1]);
  const again = await move(seller, id, "c", {
    override: { reason: "customer is in a hurry", valid_days: 3 },
    values: { next_step: "call" },
  });
  expect([again.status, again.json.code]).toEqual([409, "approval_pending"]);
  const record = (await app.admin.get(`/records/opportunity/${id}`)).json.data;
  expect([record.stage, record.next_step]).toEqual(["a", "call"]);
  // On other roads the missing consent is an unmet reason, and who asked cannot consent.
  const [request] = await waiting(boss);
  expect([request?.subject, (await waiting(seller)).length, (await waiting(director)).length]).toEqual([
    "deal",
    0,
    0,
  ]);
  expect((await decide(seller, request?.id, "approve")).status).toBe(403);
  const approved = await decide(boss, request?.id, "approve", { comment: "once" });
  expect([approved.status, approved.json.data.status]).toEqual([200, "approved"]);
  const moved = (await app.admin.get(`/records/opportunity/${id}`)).json.data;
  expect([moved.stage, moved.next_step, moved.updated_by]).toEqual(["c", "call", seller.id]);
  expect((await decide(boss, request?.id, "approve")).status).toBe(409);

  // The exception holds until its day is over, then the criterion is owed wherever the record goes on.
  const { data } = (await app.admin.get(`/pipelines/${pipeline}/exceptions`)).json;
  expect(
    data.map((one: { criterion: string; record: string; is_over: boolean }) => [
      one.criterion,
      one.record,
      one.is_over,
    ]),
  ).toEqual([
    ["k_amount", id, false],
    // Of the stage that was left out.
    ["k_sign", id, false],
  ]);
  // Beside the record: what must be supplied and by when, until it is supplied.
  const running = async () => (await seller.get(`/records/opportunity/${id}/exceptions`)).json.data;
  const [owed] = await running();
  expect([owed.criterion, owed.missing.length, owed.reason, owed.is_over]).toEqual([
    "k_amount",
    1,
    "customer is in a hurry",
    false,
  ]);
  await seller.patch(`/records/opportunity/${id}`, { amount: "7" });
  expect((await running()).map((one: { criterion: string }) => one.criterion)).toEqual(["k_sign"]);
  expect((await app.anonymous.get(`/records/opportunity/${id}/exceptions`)).status).toBe(401);
  const state = moved.gate_state ?? {};
  expect(state.$exceptions.k_amount.until > new Date().toISOString().slice(0, 10)).toBe(true);
  const forged = await seller.patch(`/records/opportunity/${id}`, {
    gate_state: { $exceptions: { k_amount: { until: "2999-01-01", reason: "forged", at: "", by: null } } },
  });
  const after = (await app.admin.get(`/records/opportunity/${id}`)).json.data.gate_state;
  expect([forged.status, after.$exceptions.k_amount.until]).toEqual([200, state.$exceptions.k_amount.until]);
});

test("a sign-off is asked for when nothing else is missing; a gate shut meanwhile sends it back with reasons", async () => {
  const finance = await app.person({ name: "Finance", role: "finance" });
  const id = await deal({ amount: "10" });
  const both = await move(director, await deal(), "b");
  expect([both.status, codes(both)]).toEqual([422, ["k_amount required", "k_sign approval_required"]]);
  const asked = await move(director, id, "b");
  expect(asked.status).toBe(202);
  const [request] = await waiting(finance);
  expect((await app.admin.patch(`/records/opportunity/${id}`, { amount: null })).status).toBe(200);
  const returned = await decide(finance, request?.id, "approve");
  expect([
    returned.json.data.status,
    returned.json.data.reasons.map((one: { code: string }) => one.code),
  ]).toEqual(["returned", ["required"]]);
  expect(await stageOf(id)).toBe("a");

  await app.admin.patch(`/records/opportunity/${id}`, { amount: "10" });
  expect((await move(director, id, "b")).status).toBe(202);
  const [second] = await waiting(finance);
  expect((await decide(finance, second?.id, "refuse")).status).toBe(422);
  expect((await decide(finance, second?.id, "refuse", { comment: "no" })).json.data.status).toBe("refused");
  expect((await move(director, id, "b")).status).toBe(202);
  const [third] = await waiting(finance);
  expect((await decide(finance, third?.id, "approve")).json.data.status).toBe("approved");
  const record = (await app.admin.get(`/records/opportunity/${id}`)).json.data;
  expect([record.stage, record.gate_state.k_sign.by, record.gate_state.k_sign.role]).toEqual([
    "b",
    finance.id,
    "finance",
  ]);

  // A sign-off belongs to its visit: back and forth again, it is asked for anew.
  expect((await move(director, id, "a")).status).toBe(200);
  expect(codes(await app.admin.patch(`/records/opportunity/${id}`, { stage: "b" }))).toEqual([
    "k_sign approval_required",
  ]);
});

test("reopening needs the consent that the pipeline names, on every road; it can be withdrawn", async () => {
  const stages = [stage("a", "open"), stage("c", "open"), stage("won", "won")];
  const rules = { reopen_approval: { role: "sales_manager" } };
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "reopens",
    label: both("reopens"),
    stages,
    rules,
  });
  await app.admin.post(`/pipelines/${made.json.data.id}/publish`, {});
  const id = await deal({ pipeline: made.json.data.id });
  expect((await move(director, id, "won")).status).toBe(200);
  expect(codes(await director.patch(`/records/opportunity/${id}`, { stage: "c" }))).toEqual([
    "rule.reopen_reason_required reopen_reason_required",
  ]);
  const asked = await move(director, id, "c", { reason: "order cancelled" });
  expect(asked.status).toBe(202);
  expect((await director.post(`/approvals/${asked.json.approvals[0]}/withdraw`, {})).json.data.status).toBe(
    "withdrawn",
  );
  const again = await move(director, id, "c", { reason: "order cancelled" });
  expect(again.json.approvals[0]).not.toBe(asked.json.approvals[0]);
  expect((await decide(boss, again.json.approvals[0], "approve")).json.data.status).toBe("approved");
  expect(await stageOf(id)).toBe("c");
});
