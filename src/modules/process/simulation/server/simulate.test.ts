import { afterAll, beforeAll, expect, test } from "vitest";
import {
  app,
  ask,
  at,
  both,
  interview,
  move,
  openSimulationWorld,
  patch,
  publish,
  set,
  settle,
  stage,
} from "../../../../testing/worlds/simulation-world.ts";

beforeAll(openSimulationWorld);
afterAll(() => app.close());

test("a hand-made history: what was so at the moment of each move counts, not what is so now", async () => {
  await at("2026-02-27");
  const pipeline = await publish("whatif", [
    stage("needs", "open"),
    stage("demo", "open"),
    stage("won", "won"),
    stage("lost", "lost"),
  ]);
  await at("2026-03-02"); // a Monday
  const [small, large, empty] = [
    await app.make("opportunity", { name: "small then", pipeline, amount: "500", close_date: "2026-04-01" }),
    await app.make("opportunity", { name: "large then", pipeline, amount: "5000", close_date: "2026-04-01" }),
    await app.make("opportunity", { name: "empty", pipeline }),
  ];
  await interview(large);
  await at("2026-03-03");
  const soonDeleted = await interview(empty);
  await move(small, "demo");
  await move(large, "demo");
  await at("2026-03-04");
  await move(empty, "demo");
  await patch(large, { amount: "10" });
  await interview(small);
  await at("2026-03-05");
  await patch(small, { amount: "2000" });
  expect((await app.call("DELETE", `/records/activity/${soonDeleted}`)).status).toBe(204);
  await at("2026-03-06");
  await move(large, "lost", { values: { lost_reason: "other" } });
  await at("2026-03-10");
  await move(small, "won");

  const needed = {
    kind: "related",
    object: "activity",
    expression: `type == "needs_interview" && status == "done"`,
  };
  await app.call("PATCH", `/pipelines/${pipeline}`, {
    stages: [
      stage("needs", "open", { exit: [{ id: "k_interview", ...needed }] }),
      stage("demo", "open", {
        entry: [
          { id: "k_amount", kind: "condition", expression: "amount >= 1000", message: both("at least 1000") },
          { id: "k_date", kind: "fields", fields: ["close_date"] },
        ],
      }),
      stage("won", "won"),
      stage("lost", "lost", {
        entry: [{ id: "k_check", kind: "checklist", items: [{ id: "said", label: both("said why") }] }],
      }),
    ],
  });
  await settle();
  const found = await ask(pipeline, "2026-03-01", "2026-03-31");
  expect([found.moves, found.records, found.imported]).toEqual([8, 3, 0]);
  expect(found.draft).toEqual({ refused: 2, passed: 5, undecided: 1, absent: 0 });
  expect(found.live).toEqual({ refused: 0, passed: 8, undecided: 0, absent: 0 });
  const gate = (criterion: string) => {
    const one = found.gates.find((each) => each.criterion === criterion && each.stage !== "won");
    return [one?.stage, one?.asked, one?.unmet, one?.unknown];
  };
  expect([gate("k_amount"), gate("k_date"), gate("k_interview"), gate("k_check")]).toEqual([
    ["demo", 3, 2, 0],
    ["demo", 3, 1, 0],
    ["demo", 3, 1, 0],
    ["lost", 1, 0, 1],
  ]);
  expect(found.outcomes).toEqual([
    { outcome: "won", records: 1, value: "2000.00" },
    { outcome: "lost", records: 0, value: "0.00" },
    { outcome: "open", records: 1, value: "0.00" },
  ]);
  // Tuesday to Thursday; the other never was.
  expect(
    found.refused.map(({ record, to, criteria, outcome, delay }) => [
      record,
      to,
      criteria.toSorted(),
      outcome,
      delay,
    ]),
  ).toEqual([
    [small, "demo", ["k_amount", "k_interview"], "won", 2],
    [empty, "demo", ["k_amount", "k_date"], "open", null],
  ]);
  expect(found.delay).toEqual({ met_later: 1, never: 1, median: 2, p90: 2 });

  const later = await ask(pipeline, "2026-03-04", "2026-03-04");
  expect([later.moves, later.draft.refused]).toEqual([1, 1]);
  expect(
    (await app.call("POST", `/pipelines/${pipeline}/simulate`, { from: "2026-03-04", to: "2026-03-01" }))
      .status,
  ).toBe(400);
  expect(
    (
      await app.call(
        "POST",
        `/pipelines/${pipeline}/simulate`,
        { from: "2026-03-01", to: "2026-03-04" },
        "seller",
      )
    ).status,
  ).toBe(403);
});

test("a delay ends on the day on which a stay is long enough, and when a linked record changes", async () => {
  await at("2026-03-02"); // a Monday
  const pipeline = await publish("waiting", [
    stage("needs", "open"),
    stage("demo", "open"),
    stage("won", "won"),
  ]);
  const [bare, known] = [
    await app.make("account", { name: "no trade yet" }),
    await app.make("account", { name: "known trade", industry: "steel" }),
  ];
  const [late, early] = [
    await app.make("opportunity", { name: "late", pipeline, account: bare }),
    await app.make("opportunity", { name: "early", pipeline, account: known }),
  ];
  await set("2026-03-02T20:00:00.000Z"); // Tuesday in Shanghai
  await move(late, "demo");
  await move(early, "demo");
  await at("2026-03-06");
  expect((await app.call("PATCH", `/records/account/${bare}`, { industry: "paper" })).status).toBe(200);
  await at("2026-03-10");
  await app.call("PATCH", `/pipelines/${pipeline}`, {
    stages: [
      stage("needs", "open", { exit: [{ id: "k_stay", kind: "dwell", min_days: 3 }] }),
      stage("demo", "open", {
        entry: [{ id: "k_trade", kind: "condition", expression: "account.industry != null" }],
      }),
      stage("won", "won"),
    ],
  });
  await settle();
  const { refused, delay } = await ask(pipeline, "2026-03-01", "2026-03-31");
  const delayOf = (id: string) => refused.find(({ record }) => record === id)?.delay;
  expect([delayOf(late), delayOf(early), delay.met_later]).toEqual([3, 2, 2]);
});
