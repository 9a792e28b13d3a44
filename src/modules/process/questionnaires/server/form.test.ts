import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { testApp, type TestApp } from "../../../../testing/app.ts";

let app: TestApp;
beforeAll(async () => {
  app = await testApp();
});
afterAll(() => app.close());

const both = (text: string) => ({ "zh-CN": text, en: text });
const why = { id: "why", kind: "text", required: true, label: both("Why?") };
const size = {
  id: "size",
  kind: "choice",
  label: both("How large?"),
  options: [
    { name: "small", label: both("Small"), score: 1.5 },
    { name: "large", label: both("Large"), score: 10 },
  ],
};
let made = 0;
async function form(questions: readonly object[] = [why, size], label = both("Needs")): Promise<string> {
  made += 1;
  return (await app.admin.make("form", { name: `survey_${made}`, label, questions: questions as never })).id;
}
const answer = async (of: string, answers: object, more: object = {}) =>
  app.admin.post("/records/form_response", { form: of, answers, ...more });
const read = async (id: string) => (await app.admin.get(`/records/form_response/${id}`)).json.data;

describe("the questions of a questionnaire", () => {
  it.each([
    ["none", []],
    ["one id twice", [why, why]],
    ["a choice of nothing", [{ ...size, options: [] }]],
    ["no words", [{ ...why, label: {} }]],
    ["a kind that there is not", [{ ...why, kind: "colour" }]],
    ["no list", { q: 1 }],
  ])("%s: refused on the field, on making and on changing it", async (_name, questions) => {
    const refused = await app.admin.post("/records/form", { name: "bad", label: both("Bad"), questions });
    expect([refused.status, refused.json.errors?.[0]?.field]).toEqual([422, "questions"]);
    const id = await form();
    const changed = await app.admin.patch(`/records/form/${id}`, { questions });
    expect([changed.status, changed.json.errors?.[0]?.field]).toEqual([422, "questions"]);
  });

  it("another change of it asks nothing of them", async () => {
    const id = await form();
    expect((await app.admin.patch(`/records/form/${id}`, { label: both("Wants") })).status).toBe(200);
  });
});

describe("answers", () => {
  it("say by themselves whether they are complete, what they score and what they are called", async () => {
    const id = await form();
    const part = (await answer(id, { size: "large" })).json.data;
    expect([part.complete, part.score, part.name]).toEqual([false, "10", "Needs"]);
    const done = await app.admin.patch(`/records/form_response/${part.id}`, {
      answers: { size: "small", why: "Growth" },
    });
    expect([done.json.data.complete, done.json.data.score]).toEqual([true, "1.5"]);
  });

  it("nobody says of them that they are complete", async () => {
    const id = await form();
    for (const told of [{ complete: true }, { score: "99" }]) {
      const reply = await answer(id, {}, told);
      const [complete, score] =
        reply.status === 201 ? [reply.json.data.complete, reply.json.data.score] : [false, "0"];
      expect([complete, score]).toEqual([false, "0"]);
    }
  });

  it("without any, or with one that is none, are open", async () => {
    const id = await form();
    expect((await answer(id, {})).json.data.complete).toBe(false);
    expect((await answer(id, { why: "x", size: "huge" })).json.data.complete).toBe(false);
  });

  it("of questions that give no points have no score", async () => {
    expect((await answer(await form([why]), { why: "x" })).json.data.score).toBeNull();
  });

  it("stay as they are when the questions change, and are judged anew when they change themselves", async () => {
    const id = await form();
    const given = (await answer(id, { why: "Growth" })).json.data;
    const next = { id: "when", kind: "date", required: true, label: both("When?") };
    expect((await app.admin.patch(`/records/form/${id}`, { questions: [why, next] })).status).toBe(200);
    expect(await read(given.id)).toMatchObject({ answers: { why: "Growth" }, complete: true });
    const told = await app.admin.patch(`/records/form_response/${given.id}`, {
      answers: { why: "Growth", when: "2026-02-30" },
    });
    expect(told.json.data.complete).toBe(false);
    await app.admin.patch(`/records/form_response/${given.id}`, {
      answers: { why: "Growth", when: "2026-03-01" },
    });
    expect((await read(given.id)).complete).toBe(true);
  });

  it("of several written at once each goes by its own questionnaire", async () => {
    const [one, two] = [await form([why], both("One")), await form([size], both("Two"))];
    const operations = [
      { op: "create", object: "form_response", values: { form: one, answers: { why: "x" } } },
      { op: "create", object: "form_response", values: { form: two, answers: { size: "large" } } },
      { op: "create", object: "form_response", values: { form: one, answers: {} } },
    ];
    const saved = await app.admin.post("/batch", { operations });
    expect(saved.status, saved.text).toBe(200);
    const found = await Promise.all(saved.json.data.map(({ id }: { id: string }) => read(id)));
    expect(found.map(({ name, complete, score }) => [name, complete, score])).toEqual([
      ["One", true, null],
      ["Two", true, "10"],
      ["One", false, null],
    ]);
  });

  it("keep their questionnaire: it is not deleted under them, and they do not move to another", async () => {
    const id = await form();
    const given = (await answer(id, { why: "x" })).json.data;
    expect((await app.admin.delete(`/records/form/${id}`)).status).toBe(409);
    await app.admin.patch(`/records/form_response/${given.id}`, { form: await form() });
    expect((await read(given.id)).form?.id ?? (await read(given.id)).form).toBe(id);
  });
});
