import { afterAll, beforeAll, expect, test } from "vitest";
import { pipelineApp, type PipelineApp } from "../../../../testing/pipeline-app.ts";
import type { Context } from "../../../../engine/context.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
import type { Simulation } from "../../shared/simulation.ts";
import { criteriaIn } from "../evidence.hooks.ts";
import { readPipeline } from "../read-pipeline.ts";
import { momentsAfter, seenAt } from "./delay.ts";
import { asMade, judgePast, placeMove, type Seen, standsUntil } from "./judge-past.ts";
import { loadRecords, type PastRecords, planReplay, type Question } from "./plan-replay.ts";
import { type MadeMove, readMoves } from "./read-moves.ts";
import { simulate } from "./simulate.ts";

let app: PipelineApp;
const both = (text: string) => ({ "zh-CN": text, en: text });
const stage = (name: string, type: string, more: object = {}) => ({ name, label: both(name), type, ...more });
beforeAll(async () => {
  app = await pipelineApp();
  await app.db.query({ text: "create table marks (real timestamptz, told timestamptz)" });
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
  expect((await app.call("POST", `/pipelines/${id}/publish`, {})).status).toBe(200);
  return id;
}
/**
 * Sets the program's clock; the database's goes its own way until `settle` sets what it wrote to these times.
 */
const set = async (moment: string) => {
  app.now = moment;
  await app.db.query({
    text: `insert into marks select clock_timestamp(), $1::timestamptz`,
    values: [moment],
  });
};
const at = (day: string) => set(`${day}T02:00:00.000Z`);
async function settle(): Promise<void> {
  const then = (column: string) =>
    `(select m.told + (t.${column} - m.real) from marks m where m.real <= t.${column} order by m.real desc limit 1)`;
  for (const object of ["opportunity", "activity", "task", "account", "contact", "file", "form_response"]) {
    await app.db.query({
      text: `update "w_main".h_${object} t set valid_from = ${then("valid_from")}, valid_to = ${then("valid_to")} where valid_from > '2026-08-01'`,
    });
    await app.db.query({
      text: `update "w_main".o_${object} t set valid_from = ${then("valid_from")} where valid_from > '2026-08-01'`,
    });
  }
  await app.db.query({
    text: `update "w_main".o_form t set created_at = ${then("created_at")} where created_at > (select min(real) from marks)`,
  });
  await app.db.query({
    text: `update "w_main".o_pipeline_version t set created_at = ${then("created_at")} where number = 1 and created_at > (select min(real) from marks)`,
  });
}
const patch = async (id: string, values: object) =>
  expect((await app.call("PATCH", `/records/opportunity/${id}`, values)).status).toBe(200);
async function move(id: string, to: string, more: object = {}) {
  const moved = await app.call("POST", `/records/opportunity/${id}/transitions`, { to, ...more });
  expect([moved.status, moved.at("errors")]).toEqual([200, undefined]);
}
const interview = (id: string, status = "done") =>
  app.make("activity", {
    type: "needs_interview",
    status,
    content: "held",
    regarding: { object: "opportunity", id },
  });
const ask = async (pipeline: string, from: string, to: string) =>
  (await app.call("POST", `/pipelines/${pipeline}/simulate`, { from, to })).at("data") as Simulation;

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

test("oracle: the replay finds at each move just what the gate itself had found unmet then, whatever became of the record", async () => {
  await at("2026-04-01");
  const account = await app.make("account", { name: "Oracle", industry: "manufacturing" });
  const contact = await app.make("contact", { name: "Ann", account });
  const form = await app.make("form", {
    name: "o_survey",
    label: both("survey"),
    questions: [{ id: "why", kind: "text", label: both("why"), required: true }],
  });
  const pipeline = await publish("oracle", [
    stage("a", "open", {
      exit: [
        { id: "o_form", kind: "form", form: "o_survey" },
        { id: "o_paper", kind: "document", document_type: "requirement" },
        { id: "o_fields", kind: "fields", fields: ["amount", "next_step"] },
        {
          id: "o_linked",
          kind: "condition",
          expression: `account.industry == "manufacturing" && probability >= 0`,
        },
      ],
    }),
    stage("b", "open", {
      entry: [
        {
          id: "o_related",
          kind: "related",
          object: "activity",
          expression: `status == "done"`,
          min: 1,
          max: 2,
        },
      ],
      exit: [
        { id: "o_check", kind: "checklist", items: [{ id: "one", label: both("one") }] },
        { id: "o_stay", kind: "dwell", min_days: 3 },
      ],
      on_enter: [{ id: "o_task", kind: "task", title: both("call") }],
    }),
    stage("c", "open", {
      entry: [
        { id: "o_tasks", kind: "tasks", items: [{ id: "o_task", label: both("call") }] },
        { id: "o_soon", kind: "condition", expression: "close_date >= today()" },
        { id: "o_signed", kind: "approval", approval: "administrator" },
        {
          id: "o_talks",
          kind: "condition",
          expression: `related("activity", type == "needs_interview").count() > 1 || amount > 50`,
        },
        {
          id: "o_met",
          kind: "condition",
          expression: `related("activity", contact.name == "Ann").exists() || account.industry == "software"`,
        },
        { id: "o_while", kind: "related", object: "activity", expression: "occurred_at < now() - days(3)" },
      ],
    }),
    stage("won", "won"),
  ]);
  let state = 20260401;
  const random = (below: number): number => (state = (state * 48271) % 2147483647) % below;
  const deals: string[] = [];
  for (let made = 0; made < 8; made += 1)
    deals.push(
      await app.make("opportunity", {
        name: `o${made}`,
        pipeline,
        stage: "a",
        ...(random(2) ? { account } : {}),
      }),
    );
  const changes = [
    (id: string) => patch(id, { amount: random(2) ? "100" : null }),
    (id: string) =>
      patch(id, {
        next_step: random(2) ? "call" : null,
        close_date: random(2) ? "2026-04-14" : "2026-04-08",
      }),
    (id: string) => interview(id, random(2) ? "done" : "planned"),
    (id: string) =>
      app.make("activity", {
        type: "call",
        status: "planned",
        content: "rang",
        contact,
        regarding: { object: "opportunity", id },
      }),
    () => app.call("PATCH", `/records/contact/${contact}`, { name: random(2) ? "Ann" : "Bea" }),
    async (id: string) => {
      const [talk] = (
        await app.call("GET", `/records/activity?filter=${encodeURIComponent(`regarding == "${id}"`)}`)
      ).at("data") as { id: string }[];
      const other = { object: "opportunity", id: deals[random(deals.length)] ?? "" };
      if (talk && random(2)) await app.call("DELETE", `/records/activity/${talk.id}`);
      else if (talk) await app.call("PATCH", `/records/activity/${talk.id}`, { regarding: other });
    },
    (id: string) =>
      app.call("POST", `/records/opportunity/${id}/gate`, {
        meet: [{ criterion: "o_check", value: { one: random(2) === 1 } }],
      }),
    () =>
      app.call("PATCH", `/records/account/${account}`, {
        industry: random(2) ? "manufacturing" : "software",
      }),
    async (id: string) => {
      const tasks = (
        await app.call("GET", `/records/task?filter=${encodeURIComponent(`regarding == "${id}"`)}`)
      ).at("data") as { id: string }[];
      for (const task of tasks.slice(0, 1))
        await app.call("PATCH", `/records/task/${task.id}`, { status: random(2) ? "done" : "open" });
    },
    (id: string) =>
      app.make("form_response", {
        form,
        answers: random(2) ? { why: "so" } : {},
        regarding: { object: "opportunity", id },
      }),
    (id: string) =>
      app.make("file", {
        name: "p.txt",
        document_type: random(2) ? "requirement" : "photo",
        regarding: { object: "opportunity", id },
      }),
    (id: string) =>
      app.call("POST", `/records/opportunity/${id}/gate`, {
        meet: [{ criterion: "o_signed", value: random(2) === 1 }],
      }),
    (id: string) =>
      move(id, ["b", "c", "won"][random(3)] ?? "b", { override: { reason: "oracle" }, reason: "oracle" }),
    (id: string) => move(id, "a", { override: { reason: "oracle" }, reason: "oracle" }),
  ];
  for (let step = 0; step < 200; step += 1) {
    await set(new Date(Date.parse("2026-04-02T01:00:00.000Z") + step * 3 * 3_600_000).toISOString());
    await changes[random(changes.length)]?.(deals[random(deals.length)] ?? "");
  }
  // In the end everything is supplied: what was refused was met then, where it ever was.
  await set("2026-05-10T02:00:00.000Z");
  await app.call("PATCH", `/records/account/${account}`, { industry: "manufacturing" });
  for (const id of deals) {
    await patch(id, { account, amount: "100", next_step: "call", close_date: "2027-01-01" });
    await app.make("form_response", {
      form,
      answers: { why: "so" },
      regarding: { object: "opportunity", id },
    });
    await app.make("file", {
      name: "p.txt",
      document_type: "requirement",
      regarding: { object: "opportunity", id },
    });
    await app.make("activity", {
      type: "call",
      status: "planned",
      content: "rang",
      contact,
      regarding: { object: "opportunity", id },
    });
  }
  await app.call("PATCH", `/records/contact/${contact}`, { name: "Ann" });
  await set("2026-05-12T02:00:00.000Z");
  await settle();
  const recorded = await app.db.query<{ record: string; at: string; unmet: { criterion: string }[] | null }>({
    text: `select record, entered_at as at, override_unmet as unmet from "w_main".stage_visit where pipeline = $1::uuid`,
    values: [pipeline],
  });
  const key = (record: string, moment: string, criteria: readonly string[]) =>
    `${record} ${Date.parse(moment)} ${[...new Set(criteria)].toSorted().join()}`;
  const wanted = recorded.flatMap(({ record, at: moment, unmet }) =>
    unmet
      ? [
          key(
            record,
            moment,
            unmet.map((one) => one.criterion),
          ),
        ]
      : [],
  );
  const found = await ask(pipeline, "2026-04-01", "2026-05-15");
  expect(wanted.length).toBeGreaterThan(10);
  expect(found.moves).toBe(recorded.length);
  expect(found.draft.undecided).toBe(0);
  expect(found.refused.map((one) => key(one.record, one.at, one.criteria)).toSorted()).toEqual(
    wanted.toSorted(),
  );

  await delaysAsIfOneByOne(pipeline, found);
});

/** The slow way: every later moment is judged whole, in order, until one is not refused. */
async function delaysAsIfOneByOne(pipeline: string, found: Simulation): Promise<void> {
  const context = await app.context();
  const object = context.catalog.object("opportunity");
  const row = await readPipeline(context.db, context, pipeline);
  if (!object || !row?.definition) throw new Error("no pipeline");
  const question = {
    pipeline,
    draft: row.definition,
    live: null,
    from: found.from,
    to: found.to,
    most: 1000,
  };
  const moves = await readMoves(context.db, context, object, pipeline, question, question.most);
  const records = await loadRecords(await planReplay(context, object, question), [
    ...new Set(moves.map(({ record }) => record)),
  ]);
  const { zone, calendar } = context.company;
  const slow = moves.flatMap((made) => {
    const placed = placeMove("stage", made, records.draft.lives.get(made.record), records.draft.evidence);
    const isRefused = (when: Seen): boolean =>
      placed !== null && judgePast(context, records.draft, placed, when).verdict === "refused";
    if (!placed || !isRefused(asMade(placed))) return [];
    const later = momentsAfter(records, placed).flatMap((moment) => seenAt(records, placed, moment) ?? []);
    const met = later.find((when) => !isRefused(when));
    return [
      `${made.record} ${made.at} ${met ? Math.max(0, calendar.between(dayIn(zone, placed.after.from), dayIn(zone, met.seen))) : null}`,
    ];
  });
  expect(found.refused.map(({ record, at, delay }) => `${record} ${at} ${delay}`).toSorted()).toEqual(
    slow.toSorted(),
  );
  expect(found.refused.filter(({ delay }) => delay !== null).length).toBeGreaterThan(3);
  expect(await simulate(context, object, { ...question, live: row.definition }, 3)).toEqual(found);
  await standsAsSaid(context, object, question, moves);
}

/**
 * What a criterion finds at a moment it finds at all moments until something that it reads has changed, and
 * whatever was asked before: each criterion is asked of each move, from first to last and from last to first.
 */
async function standsAsSaid(
  context: Context,
  object: CatalogObject,
  question: Question,
  moves: readonly MadeMove[],
): Promise<void> {
  const criteria = criteriaIn(question.draft);
  const draft = {
    ...question.draft,
    stages: question.draft.stages.map((one) => ({ ...one, entry: criteria, exit: [] })),
  };
  const plan = await planReplay(context, object, { ...question, draft });
  const ids = [...new Set(moves.map(({ record }) => record))];
  const [records, others] = [await loadRecords(plan, ids), await loadRecords(plan, ids)];
  const changed = new Set<string>();
  for (const made of moves) {
    const placed = placeMove("stage", made, records.draft.lives.get(made.record), records.draft.evidence);
    if (!placed) continue;
    const later = momentsAfter(records, placed).flatMap((moment) => seenAt(records, placed, moment) ?? []);
    const judge =
      ({ draft: rules }: PastRecords) =>
      (when: Seen) =>
        new Map(
          judgePast(context, rules, placed, when).asked.map(({ criterion, state }) => [criterion, state]),
        );
    const found = later.map(judge(records));
    expect(later.toReversed().map(judge(others)).toReversed()).toEqual(found);
    for (const criterion of criteria)
      for (const [at, { seen }] of later.entries()) {
        const { id } = criterion;
        const state = found[at]?.get(id);
        const until = standsUntil(records.draft, criterion, made.record, seen);
        const meanwhile = later.flatMap((when, index) =>
          index > at && when.seen < until ? [found[index]?.get(id)] : [],
        );
        expect([id, ...new Set(meanwhile)]).toEqual([id, ...(meanwhile.length > 0 ? [state] : [])]);
        if (at > 0 && state !== found[at - 1]?.get(id)) changed.add(id);
      }
  }
  expect([...changed].toSorted()).toEqual(criteria.map(({ id }) => id).toSorted());
}
