import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { save } from "../../../../engine/record/save.ts";
import type { OperationResult } from "../../../../engine/kernel/save-request.ts";
import { type Client, clientOf, type Reply, testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
let seller: Client & { id: string };
let adminId: string;
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({
  name,
  label: both(name),
  type,
  entry: [],
  exit: [],
  ...more,
});
const STAGES = [
  stage("needs", "open", {
    exit: [{ id: "checked", kind: "checklist", items: [{ id: "pain", label: both("pain") }] }],
  }),
  stage("demo", "open", {
    probability: 50,
    entry: [
      { kind: "fields", fields: ["amount", "close_date"] },
      { kind: "condition", expression: "amount >= 1000", message: both("at least 1000") },
    ],
  }),
  stage("won", "won"),
  stage("lost", "lost", { entry: [{ kind: "fields", fields: ["lost_reason"] }] }),
];
interface Answer {
  readonly status: number;
  /** What stands at a place of the answer: `at("data.stage")`. */
  at(path: string): unknown;
}
const answerOf = ({ status, json }: Reply): Answer => ({
  status,
  at: (path) =>
    path
      .split(".")
      .reduce(
        (value: unknown, name) =>
          typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined,
        json,
      ),
});
const call = async (
  method: "GET" | "POST" | "PATCH",
  path: string,
  body?: object,
  client: Client = app.admin,
) => answerOf(await client.send(method, path, body));

beforeAll(async () => {
  app = await testApp();
  seller = await app.person({ name: "Seller", role: "seller" });
  adminId = String((await call("GET", "/me")).at("data.user.id"));
  const made = await call("POST", "/pipelines", {
    object: "opportunity",
    name: "roads",
    label: both("roads"),
    stages: STAGES,
  });
  pipeline = String(made.at("data.id"));
  const published = await call("POST", `/pipelines/${pipeline}/publish`, {});
  expect([made.status, published.status, published.at("errors")]).toEqual([201, 200, undefined]);
});
afterAll(() => app.close());

const deal = async (name: string) =>
  (
    await app.admin.make("opportunity", {
      name,
      pipeline,
      stage: "needs",
      owner: seller.id,
      external_id: `roads-${name}`,
    })
  ).id;
const stageNow = async (id: string) => (await call("GET", `/records/opportunity/${id}`)).at("data.stage");
const codesOf = (errors: unknown): string[] =>
  Array.isArray(errors)
    ? errors
        .map(
          (error: { code: string; field?: string; criterion?: string }) =>
            `${error.criterion} ${error.code} ${error.field ?? ""}`,
        )
        .sort()
    : [String(errors)];
const refused = (reply: Answer) => ({
  status: reply.status,
  code: reply.at("code"),
  codes: codesOf(reply.at("errors")),
});
const saveCodes = (result: OperationResult | undefined) =>
  result && !result.ok ? codesOf(result.refusal.reasons) : ["passed"];

describe("one gate on all roads", () => {
  const SHUT = [
    "checked checklist_open ",
    "demo_entry_1 required amount",
    "demo_entry_1 required close_date",
    "demo_entry_2 condition_unmet ",
  ];

  test("transitions, PATCH, board, bulk and import are refused with the same reasons", async () => {
    const id = await deal("a");
    const listed = await call("GET", `/records/opportunity/${id}/transitions`);
    const demo = (listed.at("data") as { to: string; allowed: boolean; unmet: unknown }[]).find(
      (one) => one.to === "demo",
    );
    expect(demo?.allowed).toBe(false);
    expect(codesOf(demo?.unmet)).toEqual(SHUT);

    expect(refused(await call("POST", `/records/opportunity/${id}/transitions`, { to: "demo" }))).toEqual({
      status: 422,
      code: "gate_shut",
      codes: SHUT,
    });
    expect(refused(await call("PATCH", `/records/opportunity/${id}`, { stage: "demo" }))).toEqual({
      status: 422,
      code: "gate_shut",
      codes: SHUT,
    });
    const bulk = await call("POST", "/records/opportunity/bulk", { ids: [id], values: { stage: "demo" } });
    expect([bulk.status, codesOf(bulk.at("results.0.errors"))]).toEqual([422, SHUT]);

    const context = await app.context();
    for (const road of ["import", "automation", "sync", "seed", "board"] as const) {
      const { results } = await save(context, {
        road,
        mode: "each",
        operations: [{ op: "update", object: "opportunity", id, values: { stage: "demo" } }],
      });
      expect([road, saveCodes(results[0])]).toEqual([road, SHUT]);
    }
    expect(await stageNow(id)).toBe("needs");
  });

  test("an API key and an import over HTTP meet the same gate", async () => {
    const id = await deal("keyed");
    const key = String((await call("POST", "/api-keys", { name: "erp" })).at("key"));
    const program = clientOf(app.app, { authorization: `Bearer ${key}` });
    expect(refused(await call("PATCH", `/records/opportunity/${id}`, { stage: "demo" }, program))).toEqual({
      status: 422,
      code: "gate_shut",
      codes: SHUT,
    });

    const options = {
      object: "opportunity",
      match: ["external_id"],
      mapping: { external_id: "external_id", stage: "stage" },
    };
    const part = (name: string, value: string) =>
      `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
    const file = `--x\r\ncontent-disposition: form-data; name="file"; filename="rows.csv"\r\ncontent-type: text/csv\r\n\r\nexternal_id,stage\nroads-keyed,demo\n\r\n`;
    const started = await app.admin.post(
      "/imports",
      Buffer.from(`${file}${part("options", JSON.stringify(options))}--x--\r\n`),
      {
        "content-type": "multipart/form-data; boundary=x",
      },
    );
    await app.idle();
    const done = answerOf(await app.admin.get(`/imports/${started.json.id}`));
    expect([started.status, done.at("data.failed"), done.at("data.updated")]).toEqual([202, 1, 0]);
    const errors = (await app.admin.get(`/imports/${started.json.id}/errors.csv`)).text;
    for (const word of ["checklist_open", "amount", "close_date", "condition_unmet"])
      expect(errors).toContain(word);
    expect(await stageNow(id)).toBe("needs");
  });

  test("creating in a later stage asks what moving there asks", async () => {
    const reply = await call("POST", "/records/opportunity", { name: "b", pipeline, stage: "demo" });
    expect(refused(reply)).toEqual({ status: 422, code: "gate_shut", codes: SHUT });
    expect(
      refused(await call("POST", "/records/opportunity", { name: "b", pipeline, stage: "nowhere" })).codes,
    ).toEqual(["rule.unknown_stage unknown_stage stage"]);
  });

  test("what was supplied is kept only when the move succeeds", async () => {
    const id = await deal("c");
    const low = await call("POST", `/records/opportunity/${id}/transitions`, {
      to: "demo",
      values: { amount: "999.99", close_date: "2027-01-31" },
      meet: [{ criterion: "checked", value: ["pain"] }],
    });
    expect(refused(low).codes).toEqual(["demo_entry_2 condition_unmet "]);
    const kept = await call("GET", `/records/opportunity/${id}`);
    expect([kept.at("data.amount"), kept.at("data.stage")]).toEqual([null, "needs"]);
    const met = await call("POST", `/records/opportunity/${id}/transitions`, {
      to: "demo",
      values: { amount: "1000.00", close_date: "2027-01-31" },
      meet: [{ criterion: "checked", value: { pain: true } }],
    });
    expect([met.status, met.at("data.stage"), met.at("data.stage_type"), met.at("data.probability")]).toEqual(
      [200, "demo", "open", "50"],
    );
  });

  test("an override needs the right and a reason, is in the changes and is counted", async () => {
    const id = await deal("d");
    const path = `/records/opportunity/${id}/transitions`;
    expect((await call("POST", path, { to: "demo", override: {} })).status).toBe(422);
    expect(
      refused(await call("POST", path, { to: "demo", override: { reason: "please" } }, seller)).codes,
    ).toEqual([...SHUT, "rule.override_not_allowed override_not_allowed "]);
    expect(await stageNow(id)).toBe("needs");
    expect((await call("POST", path, { to: "demo", override: { reason: "董事长特批" } })).status).toBe(200);
    expect(JSON.stringify((await call("GET", `/records/opportunity/${id}/changes`)).at("data"))).toContain(
      "董事长特批",
    );
    const counted = await call("GET", `/pipelines/${pipeline}/overrides`);
    expect([
      counted.at("groups.0.person"),
      counted.at("groups.0.stage"),
      counted.at("groups.0.overrides"),
    ]).toEqual([adminId, "demo", 1]);
    expect(codesOf(counted.at("data.0.unmet"))).toEqual(SHUT.map((one) => one.replace(/ $/, " ")));
  });

  test("a closed record opens again only with the right and a reason", async () => {
    const id = await deal("e");
    const path = `/records/opportunity/${id}/transitions`;
    expect(refused(await call("POST", path, { to: "lost" })).codes).toEqual([
      "lost_entry_1 required lost_reason",
    ]);
    expect(
      (await call("POST", path, { to: "lost", values: { lost_reason: "price_too_high" } })).at(
        "data.stage_type",
      ),
    ).toBe("lost");
    expect(
      refused(await call("PATCH", `/records/opportunity/${id}`, { stage: "needs" }, seller)).codes,
    ).toEqual(["rule.reopen_not_allowed reopen_not_allowed "]);
    expect(refused(await call("POST", path, { to: "needs" })).codes).toEqual([
      "rule.reopen_reason_required reopen_reason_required ",
    ]);
    expect((await call("POST", path, { to: "needs", reason: "budget is back" })).status).toBe(200);
    const visits = (await call("GET", `/records/opportunity/${id}/visits`)).at("data") as {
      stage: string;
      next_stage: string | null;
      reason: string | null;
    }[];
    expect(visits.map((visit) => [visit.stage, visit.next_stage, visit.reason])).toEqual([
      ["needs", "lost", null],
      ["lost", "needs", null],
      ["needs", null, "budget is back"],
    ]);
  });

  test("two movers at once: one visit each, none lost, the second judged by where the first left it", async () => {
    const id = await deal("f");
    const path = `/records/opportunity/${id}/transitions`;
    const both = await Promise.all([
      call("POST", path, {
        to: "won",
        values: { amount: "1000", close_date: "2027-01-31" },
        meet: [{ criterion: "checked", value: ["pain"] }],
      }),
      call("POST", path, { to: "lost", from: "needs", values: { lost_reason: "price_too_high" } }),
    ]);
    const [won, lost] = both.map((reply) => reply.status);
    expect([
      [200, 409],
      [200, 200],
      [422, 200],
    ]).toContainEqual([won, lost]);
    const visits = (await call("GET", `/records/opportunity/${id}/visits`)).at("data") as {
      left_at: string | null;
      stage: string;
    }[];
    expect(visits.filter((visit) => visit.left_at === null).map((visit) => visit.stage)).toEqual([
      await stageNow(id),
    ]);
  });

  test("an object made by the administrator has a pipeline of its own, with the same gate", async () => {
    expect((await call("POST", "/objects", { name: "tender_c", label: both("投标") })).status).toBe(201);
    expect(
      (
        await call("POST", "/objects/tender_c/fields", {
          name: "phase_c",
          kind: "stage",
          label: both("阶段"),
        })
      ).status,
    ).toBe(201);
    expect(
      (await call("POST", "/objects/tender_c/fields", { name: "bid_c", kind: "money", label: both("报价") }))
        .status,
    ).toBe(201);
    const stages = [
      stage("draft", "open"),
      stage("sent", "open", { entry: [{ id: "bid", kind: "condition", expression: "bid_c > 0" }] }),
      stage("won", "won"),
    ];
    const made = await call("POST", "/pipelines", {
      object: "tender_c",
      name: "tenders",
      label: both("tenders"),
      default: true,
      stages,
    });
    const published = await call("POST", `/pipelines/${String(made.at("data.id"))}/publish`, {});
    expect([made.status, published.status, published.at("errors")]).toEqual([201, 200, undefined]);
    const created = await call("POST", "/records/tender_c", { name: "T1" });
    expect([created.status, created.at("data.phase_c"), created.at("data.stage_type")]).toEqual([
      201,
      "draft",
      "open",
    ]);
    const path = `/records/tender_c/${String(created.at("data.id"))}`;
    expect(refused(await call("PATCH", path, { phase_c: "sent" }))).toEqual({
      status: 422,
      code: "gate_shut",
      codes: ["bid condition_unmet "],
    });
    expect(
      (await call("POST", `${path}/transitions`, { to: "sent", values: { bid_c: "5" } })).at("data.phase_c"),
    ).toBe("sent");
    const counted = await call("POST", "/records/tender_c/aggregate", {
      group_by: [{ field: "phase_c" }],
      measures: [{ fn: "count" }],
    });
    expect(counted.at("groups.0.key.phase_c")).toBe("sent");
  });
});
