import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../../../engine/kernel/context.ts";
import type { CatalogObject } from "../../../../shared/metadata/object.ts";
import { dayIn } from "../../../../shared/time/zone.ts";
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
import type { Simulation } from "../shared/simulation.contract.ts";
import { criteriaIn } from "../../gates/server/evidence.hooks.ts";
import { readPipeline } from "../../pipeline/server/read-pipeline.ts";
import { momentsAfter, seenAt } from "./delay.ts";
import { judgePast } from "./judge-past.ts";
import { asMade, placeMove, type Seen } from "./place-move.ts";
import { loadRecords, type PastRecords, planReplay, type Question } from "./plan-replay.ts";
import { type MadeMove, readMoves } from "./read-moves.ts";
import { simulate } from "./simulate.ts";
import { standsUntil } from "./stands-until.ts";

beforeAll(openSimulationWorld);
afterAll(() => app.close());

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
