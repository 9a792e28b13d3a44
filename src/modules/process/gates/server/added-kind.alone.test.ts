import { dayIn } from "../../../../shared/time/zone.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { collectHooks, programOf } from "../../../../apps/server/modules.ts";
import type { Module } from "../../../../engine/module.ts";
import { label } from "../../../../shared/i18n/label.ts";
import { isMap } from "../../../../shared/metadata/wire-value.ts";
import { calendarOf } from "../../../../shared/time/working-calendar.ts";
import { list, object, text } from "../../../../shared/wire/schema.ts";
import { appOn, type Client, prepareApp, type TestApp } from "../../../../testing/app.ts";
import { testDatabase } from "../../../../testing/database.ts";
import { addedKind } from "../shared/added-kind.ts";
import type { GateKind } from "../shared/gate-kind.ts";
import { judgeWithAnswers } from "../shared/judge-with-answers.ts";
import { shippedKinds } from "../shared/kinds/shipped-kinds.ts";
import { defineCriterionKind } from "./gate-kinds.ts";
import { stateBefore } from "./met.ts";

const both = (words: string) => ({ "zh-CN": words, en: words });

/** Words that have to be said: some stand in the next step of the deal, the others are told in the dialog. */
const saidKind = addedKind("probe.said", object({ words: list(text()) }), {
  label: label("话已说到", "Words said"),
  layer: "review",
  check: ({ words }, place) =>
    words.length > 0 ? [] : [{ path: place.path, code: "no_words", text: both("Say which words") }],
  reads: () => ["next_step"],
  unmet: ({ words }, { evidence }, { record }) => {
    const step = typeof record["next_step"] === "string" ? record["next_step"] : "";
    const said = isMap(evidence) ? evidence : {};
    const open = words.filter((word) => !step.includes(word) && said[word] !== true);
    return open.length === 0
      ? []
      : [{ code: "unsaid", text: both(`Say ${open.join(", ")}`), fix: { action: "supply" } }];
  },
  title: ({ words }) => both(`Said: ${words.join(", ")}`),
  suppliedEvidence: (_settings, { given, evidence }) => ({
    ...(isMap(evidence) ? evidence : {}),
    ...(isMap(given) ? given : {}),
  }),
});
/** Made when the other program, from whose database this one starts, has started without it. */
const makeProbe = (): Module => ({
  name: "probe",
  contributes: defineCriterionKind(saidKind, {
    meet: async (meeting, { id }, value, met) =>
      isMap(value) ? { ...met, state: { ...stateBefore(meeting, met), [id]: value } } : null,
    keep: (_criterion, { value }) => (isMap(value) ? value : undefined),
  }),
});

let app: TestApp;
let probe: Module;
let blind: Client;
let pipeline: string;
const criterion = (words: readonly string[], more: object = {}) => ({
  id: "said",
  kind: "probe.said",
  settings: { words },
  ...more,
});
const stages = (...asked: readonly object[]) => [
  { name: "one", label: both("one"), type: "open", exit: asked },
  { name: "two", label: both("two"), type: "open" },
  { name: "won", label: both("won"), type: "won" },
];

beforeAll(async () => {
  const database = await testDatabase({ template: "app", prepare: prepareApp });
  probe = makeProbe();
  app = await appOn(database, { of: programOf([probe]) });
  const made = await app.admin.post("/pipelines", {
    object: "opportunity",
    name: "probing",
    label: both("probing"),
    stages: stages(criterion(["price", "date"])),
  });
  expect(made.status, made.text).toBe(201);
  pipeline = made.json.data.id;
  expect((await app.admin.post(`/pipelines/${pipeline}/publish`, {})).json.errors).toBeUndefined();
  const rights = { create: true, read: "all", update: "all", delete: "none" };
  await app.admin.make("role", {
    name: "step_blind",
    label: both("Blind"),
    rights: {
      objects: { opportunity: rights, pipeline: rights, user: rights },
      fields: { opportunity: { next_step: "hidden" } },
      abilities: [],
    },
  });
  blind = await app.person({ name: "Blind", role: "step_blind" });
});
afterAll(() => app.close());

const gates = (client: Client, id: string) => client.get(`/records/opportunity/${id}/transitions`);
const deal = (next_step: string) => app.admin.make("opportunity", { name: "d", pipeline, next_step });
const move = (id: string, body: object = {}) =>
  app.admin.post(`/records/opportunity/${id}/transitions`, { to: "two", ...body });

test("a definition is held against the kind that a module brings, and against its settings", async () => {
  const drawn = async (...asked: readonly object[]) => {
    const made = await app.admin.post("/pipelines", {
      object: "opportunity",
      name: `probe_${Math.random().toString(36).slice(2)}`,
      label: both("p"),
      stages: stages(...asked),
    });
    const reply = await app.admin.post(`/pipelines/${made.json.data.id}/publish`, {});
    return (reply.json.errors ?? []).map(({ code, message }: Fault) => [code, message]);
  };
  interface Fault {
    readonly code: string;
    readonly message: string;
  }
  const at = "one › Exit criteria › ";
  expect(await drawn(criterion([]))).toEqual([["no_words", `${at}Words said: Say which words`]]);
  expect(await drawn({ ...criterion([]), settings: { words: "x" } })).toEqual([
    ["bad_settings", `${at}Words said: The settings of “Words said” are not valid`],
  ]);
  expect(await drawn({ id: "n", kind: "probe.nothing", settings: {} })).toEqual([
    ["unknown_kind", `${at}probe.nothing: The criterion type “probe.nothing” is not supported`],
  ]);
});

test("the gate asks it, in its layer and its words, and opens as the record meets it", async () => {
  const { id } = await deal("about the price");
  const [two] = (await gates(app.admin, id)).json.data.filter((one: { to: string }) => one.to === "two");
  expect(two).toMatchObject({
    allowed: false,
    unmet: [
      {
        criterion: "said",
        kind: "probe.said",
        code: "unsaid",
        message: "Say date",
        fix: { action: "supply" },
      },
    ],
  });
  expect(two.layers.find((one: { layer: string }) => one.layer === "review")).toMatchObject({
    asked: 1,
    open: 1,
  });
  expect((await app.admin.patch(`/records/opportunity/${id}`, { stage: "two" })).status).toBe(422);
  await app.admin.patch(`/records/opportunity/${id}`, { next_step: "price and date" });
  expect((await move(id)).status).toBe(200);
});

test("what the dialog supplies for it is kept as evidence by the kind, and meets it", async () => {
  const { id } = await deal("");
  const refused = await move(id, { meet: [{ criterion: "said", value: "no map" }] });
  expect([refused.status, refused.json.code]).toEqual([422, "bad_evidence"]);
  const done = await move(id, { meet: [{ criterion: "said", value: { price: true, date: true } }] });
  expect(done.status, done.text).toBe(200);
  expect(done.json.data.gate_state).toEqual({ said: { price: true, date: true } });
});

test("the browser judges it by the same function over what was sent and supplied", async () => {
  const { id } = await deal("price");
  const [record, sent, view] = await Promise.all([
    app.admin.get(`/records/opportunity/${id}`),
    gates(app.admin, id),
    app.admin.get(`/pipelines/${pipeline}`),
  ]);
  const { object: about, name, label: called, stages: drawn, rules } = view.json.data;
  const kinds = new Map<string, GateKind>([...Object.entries(shippedKinds), [saidKind.name, saidKind]]);
  const judged = (meet: Record<string, never> | Record<string, Record<string, boolean>>, step = "price") =>
    judgeWithAnswers({
      definition: { object: about, name, label: called, stages: drawn, rules },
      stageField: "stage",
      record: record.json.data,
      to: "two",
      sent: sent.json.judged_by,
      supplied: { values: { next_step: step }, meet, reason: "" },
      found: [],
      calendar: calendarOf([]),
      labels: {
        field: both,
        object: both,
        documentType: both,
        form: both,
        role: both,
        fieldsOf: () => [],
      },
      kinds,
      person: "p",
      questionsOf: () => null,
      holds: () => null,
    })?.unmet.map(({ text: words }) => words.en);
  expect([judged({}), judged({ said: { date: true } }), judged({}, "price, date")]).toEqual([
    ["Say date"],
    [],
    [],
  ]);
});

test("to whom a field it reads is closed it tells no more than that it is not met", async () => {
  const { id } = await deal("price");
  const reply = await gates(blind, id);
  expect(reply.json.judged_by.hidden).toEqual(["said"]);
  expect(JSON.stringify(reply.json.data)).not.toContain("Say date");
  const [two] = reply.json.data.filter((one: { to: string }) => one.to === "two");
  expect(two.unmet).toMatchObject([{ code: "unsaid", fix: { action: "none" } }]);
});

test("what if judges it over the past as over today", async () => {
  const { id } = await deal("price and date");
  expect((await move(id)).status).toBe(200);
  // The company’s day: in the evening of Greenwich it is the next one.
  const today = dayIn("Asia/Shanghai", new Date().toISOString());
  const reply = await app.admin.post(`/pipelines/${pipeline}/simulate`, { from: today, to: today });
  const [judged] = reply.json.data.gates;
  expect(judged, reply.text).toMatchObject({
    stage: "two",
    criterion: "said",
    kind: "probe.said",
    layer: "review",
    text: both("Said: price, date"),
    unmet: 0,
    unknown: 0,
  });
  expect(judged.asked).toBeGreaterThan(0);
});

test("two kinds of one name stop the start", () => {
  expect(() => collectHooks(programOf([probe, probe]))).toThrow("two modules contribute to");
});
