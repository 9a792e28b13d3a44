import { afterAll, beforeAll, expect, test } from "vitest";
import { checkExpression } from "../../../../shared/expression/check.ts";
import { holds } from "../../../../shared/expression/evaluate.ts";
import type { Values, WireValue } from "../../../../shared/metadata/object.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import type { Context } from "../../../../engine/kernel/context.ts";
import { type Client, testApp, type TestApp } from "../../../../testing/app.ts";
import { columnState, judgeColumns, type JudgingMove, shuttingFirst } from "../shared/judge-columns.ts";
import { judgeWithAnswers, type Supplied } from "../shared/judge-with-answers.ts";
import { shippedKinds } from "../shared/kinds/shipped-kinds.ts";
import type { SentFacts } from "../shared/moves.contract.ts";
import type { PipelineDefinition } from "../../pipeline/shared/pipeline.ts";

let app: TestApp;
let seller: Client & { id: string };
let pipeline: string;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
const QUESTIONS = [{ id: "why", kind: "text" as const, required: true, label: both("why") }];

beforeAll(async () => {
  app = await testApp();
  await app.admin.make("form", { name: "browser_survey", label: both("survey"), questions: QUESTIONS });
  const role = await app.admin.make("role", {
    name: "blind_seller",
    label: { "zh-CN": "看不到金额的销售", en: "Blind seller" },
    rights: {
      objects: Object.fromEntries(
        [
          "opportunity",
          "pipeline",
          "form",
          "form_response",
          "file",
          "activity",
          "account",
          "user",
          "department",
        ].map((name) => [name, { create: true, read: "all", update: "all", delete: "none" }]),
      ),
      fields: { opportunity: { amount: "hidden" } },
      abilities: [],
    },
  });
  seller = await app.person({ name: "Blind", role: "blind_seller" });
  expect(role.id).toBeTruthy();
  const stages = [
    stage("one", "open", {
      exit: [
        { id: "b_fields", kind: "fields", fields: ["next_step"] },
        {
          id: "b_list",
          kind: "checklist",
          items: [
            { id: "x", label: both("x") },
            { id: "y", label: both("y") },
          ],
        },
      ],
    }),
    stage("two", "open", {
      entry: [
        { id: "b_amount", kind: "condition", expression: "amount >= 1000", message: both("big enough") },
      ],
      exit: [{ id: "b_form", kind: "form", form: "browser_survey" }],
    }),
    stage("three", "open", {
      entry: [
        { id: "b_paper", kind: "document", document_type: "contract" },
        { id: "b_sign", kind: "approval", approval: "finance" },
        { id: "b_talk", kind: "related", object: "activity" },
      ],
    }),
    stage("won", "won"),
  ];
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "browser",
    label: both("browser"),
    stages,
  });
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).json.errors).toBeUndefined();
});
afterAll(() => app.close());

/** The gate as the browser judges it: nothing but what was sent, and what was typed. */
async function inBrowser(
  client: Client,
  id: string,
  to: string,
  supplied: Partial<Supplied>,
): Promise<string[]> {
  const [record, gates, view] = await Promise.all([
    client.get(`/records/opportunity/${id}`),
    client.get(`/records/opportunity/${id}/transitions`),
    client.get(`/pipelines/${pipeline}`),
  ]);
  const context = await app.context();
  const answer = judgeWithAnswers({
    ...judgingOf(context, view.json.data, record.json.data, gates.json.judged_by),
    to,
    supplied: { values: {}, meet: {}, reason: "", ...supplied },
    found: gates.json.data.find((one: { to: string }) => one.to === to).unmet,
  });
  return asked(answer?.unmet);
}
function judgingOf(
  context: Context,
  view: Pick<PipelineDefinition, "stages" | "rules">,
  record: Values,
  sent: SentFacts,
): JudgingMove {
  return {
    definition: {
      object: "opportunity",
      name: "browser",
      label: both("b"),
      stages: view.stages,
      rules: view.rules,
    },
    stageField: "stage",
    record,
    sent,
    calendar: calendarOf([]),
    kinds: new Map(Object.entries(shippedKinds)),
    labels: {
      field: both,
      object: both,
      documentType: both,
      form: both,
      role: both,
      fieldsOf: () => ["amount"],
    },
    person: seller.id,
    questionsOf: () => QUESTIONS,
    holds: (source, values) => {
      const checked = checkExpression(source, {
        schema: context.catalog,
        object: "opportunity",
        expects: "boolean",
      });
      return checked.ok && checked.expression.references.fields.every((name) => values[name] !== undefined)
        ? holds(checked.expression, {
            now: context.now,
            zone: "Asia/Shanghai",
            actor: null,
            departments: [],
            calendar: calendarOf([]),
            record: values,
          })
        : null;
    },
  };
}
const asked = (errors: readonly { criterion?: string; code: string; field?: string }[] = []) =>
  errors.map(({ criterion, code, field }) => `${criterion} ${code} ${field ?? ""}`).toSorted();

test("the browser finds just what the server then says, whatever is supplied", async () => {
  const choices: readonly Partial<{ values: Values; meet: Record<string, WireValue> }>[] = [
    {},
    { values: { next_step: "call" } },
    { values: { amount: "999.99" } },
    { values: { amount: "1000", next_step: "x" }, meet: { b_list: ["x", "y"] } },
    { meet: { b_list: { x: true } } },
    { values: { amount: "1000", next_step: " " }, meet: { b_list: ["x", "y"], b_form: { why: "" } } },
    { values: { amount: "1000", next_step: "x" }, meet: { b_list: ["x", "y"], b_form: { why: "so" } } },
  ];
  for (const to of ["two", "three", "won"])
    for (const { values = {}, meet = {} } of choices) {
      const { id } = await app.admin.make("opportunity", { name: "b", pipeline });
      const here = await inBrowser(app.admin, id, to, { values, meet });
      const body = {
        to,
        values,
        meet: Object.entries(meet).map(([criterion, value]) => ({ criterion, value })),
      };
      const reply = await app.admin.post(`/records/opportunity/${id}/transitions`, body);
      expect([to, values, meet, here]).toEqual([to, values, meet, asked(reply.json.errors)]);
    }
});

test("what somebody may not see stays on the server, and its verdict comes with its message only", async () => {
  const { id } = await app.admin.make("opportunity", {
    name: "hidden",
    pipeline,
    amount: "5",
    owner: seller.id,
  });
  const reply = await seller.get(`/records/opportunity/${id}/transitions`);
  const sent: SentFacts = reply.json.judged_by;
  expect([sent.hidden, "b_amount" in sent.facts, JSON.stringify(reply.json).includes("amount >=")]).toEqual([
    ["b_amount"],
    false,
    false,
  ]);
  expect(
    await inBrowser(seller, id, "two", { values: { next_step: "x" }, meet: { b_list: ["x", "y"] } }),
  ).toEqual(["b_amount condition_unmet "]);
  expect((await app.admin.patch(`/records/opportunity/${id}`, { amount: "1000" })).status).toBe(200);
  expect(
    await inBrowser(seller, id, "two", { values: { next_step: "x" }, meet: { b_list: ["x", "y"] } }),
  ).toEqual([]);
});

test("a gate names a role by its label, in the language of whoever reads", async () => {
  const { id } = await app.admin.make("opportunity", { name: "roles", pipeline });
  const unmet = (await app.admin.get(`/records/opportunity/${id}/transitions`)).json.data.find(
    (one: { to: string }) => one.to === "three",
  ).unmet;
  const [role] = (await app.admin.get(`/records/role?filter=${encodeURIComponent('name == "finance"')}`)).json
    .data;
  const sign = unmet.find((one: { criterion: string }) => one.criterion === "b_sign");
  expect(sign.message).toContain(role.label.en);
  expect([sign.message.includes("finance”"), sign.params.role]).toEqual([false, "finance"]);
});

test("the columns of the board are what the server then lists, by facts sent before and the card as a list shows it now", async () => {
  const { id } = await app.admin.make("opportunity", { name: "columns", pipeline, amount: "5" });
  const earlier = (await app.admin.get(`/records/opportunity/${id}/transitions`)).json;
  const view = (await app.admin.get(`/pipelines/${pipeline}`)).json.data;
  const changes: readonly Values[] = [
    {},
    { next_step: "call" },
    { amount: "1000" },
    { next_step: null },
    { amount: "999" },
  ];
  for (const values of changes) {
    expect((await app.admin.patch(`/records/opportunity/${id}`, values)).status).toBe(200);
    const [card] = (await app.admin.get(`/records/opportunity?filter=${encodeURIComponent(`id == "${id}"`)}`))
      .json.data;
    const columns = judgeColumns(judgingOf(await app.context(), view, card, earlier.judged_by), earlier.data);
    const listed: { to: string; current?: boolean; unmet: [] }[] = (
      await app.admin.get(`/records/opportunity/${id}/transitions`)
    ).json.data;
    expect([...columns].map(([to, unmet]) => [values, to, asked(unmet), columnState(true, unmet)])).toEqual(
      listed
        .filter(({ current }) => !current)
        .map(({ to, unmet }) => [values, to, asked(unmet), columnState(true, unmet)]),
    );
  }
});

test("a column asks for what can be supplied on the way, and is shut where nothing that one types opens it", async () => {
  const states = async (client: Client, id: string) => {
    const { data } = (await client.get(`/records/opportunity/${id}/transitions`)).json;
    const mayMove = data.find((one: { current?: boolean }) => one.current).allowed;
    return Object.fromEntries(
      data.map((one: { to: string; unmet: [] }) => [one.to, columnState(mayMove, one.unmet)]),
    );
  };
  const { id } = await app.admin.make("opportunity", {
    name: "states",
    pipeline,
    amount: "1000",
    next_step: "x",
  });
  expect(await states(app.admin, id)).toMatchObject({ two: "asks", won: "asks" });
  await app.admin.post(`/records/opportunity/${id}/gate`, {
    meet: [{ criterion: "b_list", value: ["x", "y"] }],
  });
  expect((await states(app.admin, id))["two"]).toBe("open");
  expect(columnState(false, [])).toBe("shut");
  expect(
    columnState(true, [
      { fix: { action: "fill", fields: ["amount"] } },
      { fix: { action: "wait", until: "2030-01-01" } },
    ]),
  ).toBe("shut");
  const mixed = [
    { fix: { action: "fill", fields: ["amount"] } },
    { fix: { action: "none" } },
    { fix: { action: "tick", items: [] } },
  ] as const;
  expect(shuttingFirst(mixed).map(({ fix }) => fix.action)).toEqual(["none", "fill", "tick"]);
});

test("a field that a list does not carry is not called missing, unless the server said so", async () => {
  const { id } = await app.admin.make("opportunity", {
    name: "partial",
    pipeline,
    amount: "1000",
    next_step: "x",
  });
  const view = (await app.admin.get(`/pipelines/${pipeline}`)).json.data;
  const { judged_by, data } = (await app.admin.get(`/records/opportunity/${id}/transitions`)).json;
  const {
    next_step: _left,
    amount: _out,
    ...card
  } = (await app.admin.get(`/records/opportunity/${id}`)).json.data;
  const columns = judgeColumns(judgingOf(await app.context(), view, card, judged_by), data);
  expect(asked(columns.get("two"))).toEqual(
    asked(data.find((one: { to: string }) => one.to === "two").unmet),
  );
});
