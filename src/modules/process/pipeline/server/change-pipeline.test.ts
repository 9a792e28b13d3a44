import { afterAll, beforeAll, expect, test } from "vitest";
import { pipelineApp, type PipelineApp } from "../../../../testing/pipeline-app.ts";

let app: PipelineApp;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
const list = (id: string) => ({ id, kind: "checklist", items: [{ id: "a", label: both("a") }] });
beforeAll(async () => {
  app = await pipelineApp();
});
afterAll(() => app.close());

async function publish(name: string, stages: object[]): Promise<string> {
  const made = await app.call("POST", "/pipelines", {
    object: "opportunity",
    name,
    label: both(name),
    stages,
  });
  const id = String(made.at("data.id"));
  expect((await app.call("POST", `/pipelines/${id}/publish`, {})).at("errors")).toBe(undefined);
  return id;
}

test("a change of pipeline meets the exit of the old and the entry of the new one in one request", async () => {
  const from = await publish("from", [
    stage("one", "open", { exit: [list("leaving")] }),
    stage("won", "won"),
  ]);
  const to = await publish("to", [stage("first", "open", { entry: [list("coming")] }), stage("done", "won")]);
  const id = await app.make("opportunity", { name: "deal", pipeline: from });
  const move = (meet: object[]) =>
    app.call("POST", `/records/opportunity/${id}/transitions`, {
      to: "first",
      values: { pipeline: to },
      meet,
    });
  const shut = await move([{ criterion: "leaving", value: ["a"] }]);
  expect([
    shut.status,
    (shut.at("errors") as { criterion: string }[]).map(({ criterion }) => criterion),
  ]).toEqual([422, ["coming"]]);
  const moved = await move([
    { criterion: "leaving", value: ["a"] },
    { criterion: "coming", value: ["a"] },
  ]);
  expect([moved.status, moved.at("data.stage"), moved.at("data.pipeline")]).toEqual([200, "first", to]);
  const unknown = await app.call("POST", `/records/opportunity/${id}/transitions`, {
    to: "done",
    meet: [{ criterion: "leaving", value: ["a"] }],
  });
  expect(unknown.at("code")).toBe("unknown_criterion");
});

test("the stages of another pipeline are listed as the change into it is then judged", async () => {
  const from = await publish("old", [stage("one", "open", { exit: [list("leave")] }), stage("won", "won")]);
  const to = await publish("new", [
    stage("first", "open", { entry: [list("enter_first")], exit: [list("leave_first")] }),
    stage("second", "open", { entry: [list("enter_second")] }),
    stage("done", "won"),
  ]);
  const id = await app.make("opportunity", { name: "listed", pipeline: from });
  const listed = await app.call("GET", `/records/opportunity/${id}/transitions?pipeline=${to}`);
  const gates = listed.at("data") as {
    to: string;
    move: string;
    allowed: boolean;
    unmet: { criterion: string }[];
  }[];
  const criteria = (unmet: { criterion: string }[]) => unmet.map(({ criterion }) => criterion);
  expect(gates.map((gate) => [gate.to, gate.move, gate.allowed, criteria(gate.unmet)])).toEqual([
    ["first", "transfer", false, ["leave", "enter_first"]],
    ["second", "transfer", false, ["leave", "enter_first", "leave_first", "enter_second"]],
    ["done", "transfer", false, ["leave", "enter_first", "leave_first", "enter_second"]],
  ]);
  for (const gate of gates) {
    const shut = await app.call("POST", `/records/opportunity/${id}/transitions`, {
      to: gate.to,
      values: { pipeline: to },
    });
    expect([shut.status, criteria(shut.at("errors") as { criterion: string }[])]).toEqual([
      422,
      criteria(gate.unmet),
    ]);
  }
  const meet = criteria(gates[1]?.unmet ?? []).map((criterion) => ({ criterion, value: ["a"] }));
  const moved = await app.call("POST", `/records/opportunity/${id}/transitions`, {
    to: "second",
    values: { pipeline: to },
    meet,
  });
  expect([moved.status, moved.at("data.stage"), moved.at("data.pipeline")]).toEqual([200, "second", to]);
  const unknown = await app.call("GET", `/records/opportunity/${id}/transitions?pipeline=${id}`);
  expect(unknown.status).toBe(404);
});
