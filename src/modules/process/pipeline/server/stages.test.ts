import { afterAll, beforeAll, expect, test } from "vitest";
import type { PastState } from "../../../../engine/kernel/save-request.ts";
import { save } from "../../../../engine/record/save.ts";
import {
  app,
  both,
  errors,
  move,
  openStagesWorld,
  publish,
  stage,
} from "../../../../testing/worlds/stages-world.ts";

beforeAll(openStagesWorld);
afterAll(() => app.close());

interface Visit {
  readonly stage: string;
  readonly left_at: string | null;
  readonly working_days: number;
  readonly calendar_seconds: number;
  readonly imported: boolean;
  readonly entered_at: string;
}
const visits = async (id: string) =>
  (await app.call("GET", `/records/opportunity/${id}/visits`)).at("data") as readonly Visit[];
const tasks = async (id: string) =>
  (
    await app.call(
      "GET",
      `/records/task?filter=${encodeURIComponent(`regarding == "${id}"`)}&sort=created_at`,
    )
  ).at("data") as {
    id: string;
    subject: string;
    due_date: string;
    mandatory: boolean;
    status: string;
  }[];

test("R55: 已完成首次需求访谈并确认客户预算 is configured, refuses with two named reasons, and opens", async () => {
  const interview = {
    kind: "related",
    object: "activity",
    expression: `type == "needs_interview" && status == "done"`,
    message: both("完成首次需求访谈", "Hold the first needs interview"),
  };
  const budget = {
    kind: "condition",
    expression: "budget_confirmed == true",
    message: both("确认客户预算", "Confirm the customer's budget"),
  };
  const pipeline = await publish("r55", [
    stage("needs", "open", { exit: [interview, budget] }),
    stage("proposal", "open"),
    stage("won", "won"),
  ]);
  const id = await app.make("opportunity", { name: "R55", pipeline });
  expect(errors(await move(id, "proposal"))).toEqual([
    ["related_missing", "Hold the first needs interview", "create_related"],
    ["condition_unmet", "Confirm the customer's budget", "change"],
  ]);
  await app.make("activity", {
    type: "needs_interview",
    status: "planned",
    content: "planned",
    regarding: { object: "opportunity", id },
  });
  expect(errors(await move(id, "proposal", { values: { budget_confirmed: true } }))).toEqual([
    ["related_missing", "Hold the first needs interview", "create_related"],
  ]);
  const held = { type: "needs_interview", status: "done", content: "held" };
  expect(
    (
      await move(id, "proposal", {
        meet: [
          { criterion: "needs_exit_1", value: held },
          { criterion: "needs_exit_2", value: { budget_confirmed: true } },
        ],
      })
    ).status,
  ).toBe(200);
});

test("R56: without a complete 客户需求调研表 nothing moves; the answers come with the move", async () => {
  const questions = [
    { id: "line", kind: "text", required: true, label: both("产线"), options: [] },
    {
      id: "budget",
      kind: "choice",
      required: true,
      label: both("预算"),
      options: [
        { name: "yes", label: both("有"), score: 10 },
        { name: "no", label: both("无"), score: 0 },
      ],
    },
  ];
  await app.make("form", { name: "needs_survey", label: both("客户需求调研表", "Needs survey"), questions });
  const pipeline = await publish("r56", [
    stage("needs", "open", { exit: [{ kind: "form", form: "needs_survey" }] }),
    stage("demo", "open"),
    stage("won", "won"),
  ]);
  const id = await app.make("opportunity", { name: "R56", pipeline });
  const shut = [["form_incomplete", "Complete “Needs survey”", "answer"]];
  expect(errors(await move(id, "demo"))).toEqual(shut);
  expect(
    errors(
      await move(id, "demo", {
        meet: [{ criterion: "needs_exit_1", value: { line: "A1", budget: "perhaps" } }],
      }),
    ),
  ).toEqual(shut);
  const half = await app.call("POST", `/records/opportunity/${id}/gate`, {
    meet: [{ criterion: "needs_exit_1", value: { line: "A1" } }],
  });
  expect([
    half.status,
    errors(await app.call("PATCH", `/records/opportunity/${id}`, { stage: "demo" })),
  ]).toEqual([200, shut]);
  expect(
    (await move(id, "demo", { meet: [{ criterion: "needs_exit_1", value: { line: "A1", budget: "yes" } }] }))
      .status,
  ).toBe(200);
  const responses = (await app.call("GET", "/records/form_response")).at("data") as {
    complete: boolean;
    score: string;
  }[];
  expect(responses.map(({ complete, score }) => [complete, score])).toEqual([[true, "10"]]);
});

test("tasks are made once per entry and a gate waits for them", async () => {
  const template = { id: "prepare", kind: "task", title: both("准备演示"), assignee: "owner", due_days: 2 };
  const visit = { id: "visit", kind: "task", title: both("跟进拜访"), due_days: 1 };
  const pipeline = await publish("tasks", [
    stage("new", "open"),
    stage("demo", "open", {
      on_enter: [template],
      on_exit: [visit],
      exit: [{ id: "prepared", kind: "tasks" }],
    }),
    stage("won", "won"),
  ]);
  const id = await app.make("opportunity", { name: "tasks", pipeline });
  await move(id, "demo");
  await app.call("PATCH", `/records/opportunity/${id}`, { stage: "demo", next_step: "nothing new" });
  const made = await tasks(id);
  expect(made.map((task) => [task.subject, task.mandatory, task.status])).toEqual([
    ["准备演示", true, "open"],
  ]);
  expect(errors(await move(id, "won")).map(([code]) => code)).toEqual(["tasks_open"]);
  await move(id, "new");
  await move(id, "demo");
  expect((await tasks(id)).map((task) => task.subject)).toEqual(["准备演示", "跟进拜访", "准备演示"]);
  await app.call("PATCH", `/records/task/${made[0]?.id}`, { status: "done" });
  expect(errors(await move(id, "won")).map(([code]) => code)).toEqual(["tasks_open"]);
  expect((await move(id, "won", { meet: [{ criterion: "prepared", value: ["prepare"] }] })).status).toBe(200);
  expect((await tasks(id)).filter((task) => task.subject === "准备演示").map((task) => task.status)).toEqual([
    "done",
    "done",
  ]);
});

test("visits are right with skips, moves back and working days; dwell is a criterion", async () => {
  const pipeline = await publish("visits", [
    stage("one", "open", { exit: [{ id: "stay", kind: "dwell", min_days: 2 }] }),
    stage("two", "open"),
    stage("three", "open"),
    stage("won", "won"),
  ]);
  const start = app.now;
  app.now = "2026-11-20T02:00:00.000Z"; // a Friday, 10:00 in Shanghai
  const id = await app.make("opportunity", { name: "visits", pipeline });
  app.now = "2026-11-23T02:00:00.000Z";
  expect(errors(await move(id, "three"))).toEqual([
    ["dwell_too_short", "Must stay in this stage until 2026-11-24 (at least 2 working days)", "wait"],
  ]);
  app.now = "2026-11-24T02:00:00.000Z";
  await move(id, "three");
  app.now = "2026-11-25T02:00:00.000Z";
  await move(id, "two");
  expect(
    (await visits(id)).map((visit) => [
      visit.stage,
      visit.calendar_seconds,
      visit.working_days,
      visit.left_at === null,
    ]),
  ).toEqual([
    ["one", 4 * 86_400, 2, false],
    ["three", 86_400, 1, false],
    ["two", 0, 0, true],
  ]);
  app.now = start;
});

test("a back-filled record has the visits of its past", async () => {
  const pipeline = await publish("past", [
    stage("engaging", "open", { on_enter: [{ kind: "task", title: both("不补建") }] }),
    stage("won", "won", { probability: 100 }),
  ]);
  const context = await app.context();
  const past: PastState[] = [
    { at: "2016-10-20T16:00:00.000000Z", values: { stage: "engaging" } },
    { at: "2017-03-01T16:00:00.000000Z", values: {} },
  ];
  const { results } = await save(context, {
    road: "import",
    mode: "each",
    operations: [
      { op: "create", object: "opportunity", values: { name: "old", pipeline, stage: "won" }, past },
    ],
  });
  const [made] = results;
  const id = made?.ok ? made.id : "";
  expect(
    made?.ok && [made.record["stage_entered_at"], made.record["stage_type"], made.record["probability"]],
  ).toEqual(["2017-03-01T16:00:00.000000Z", "won", "100"]);
  expect(
    (await visits(id)).map((visit) => [visit.stage, visit.entered_at, visit.left_at, visit.imported]),
  ).toEqual([
    ["engaging", "2016-10-20T16:00:00.000000Z", "2017-03-01T16:00:00.000000Z", true],
    ["won", "2017-03-01T16:00:00.000000Z", null, true],
  ]);
  expect(await tasks(id)).toEqual([]);
  const then = await app.call("GET", `/records/opportunity/${id}?as_of=2016-12-31`);
  expect([then.at("data.stage"), then.at("data.stage_type"), then.at("data.probability")]).toEqual([
    "engaging",
    "open",
    "0",
  ]);
});
