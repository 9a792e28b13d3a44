import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApp, testApp } from "../../testing/app.ts";
import { NO_REACH } from "../kernel/visibility.ts";
import { prepareAggregate } from "../query/aggregate.ts";
import type { AggregateRequest } from "../query/contract.ts";
import type { Context } from "../kernel/context.ts";
import type { Operation } from "../kernel/save-request.ts";
import { newId } from "../record/ids.ts";
import { repairAll } from "../record/repair.ts";
import { save } from "../record/save.ts";
import { deltasOf, totalsOf } from "../schema/names.ts";
import { foldTotals } from "./fold-totals.ts";
import { totalsFor } from "../query/totals-statement.ts";

let app: TestApp;
let system: Context;
const people: { readonly id: string; readonly context: Context }[] = [];
const departments: string[] = [];
let seed = 20_260_101;
const random = () => (seed = (seed * 48271) % 2147483647) / 2147483647;
const pick = <T>(all: readonly T[]): T => all[Math.floor(random() * all.length)]!;

beforeAll(async () => {
  app = await testApp();
  system = await app.context();
  const root = (await app.admin.make("department", { name: "销售中心" })).id;
  departments.push(root);
  for (const name of ["华东", "华南"])
    departments.push((await app.admin.make("department", { name, parent: root })).id);
  for (const [at, scope] of (["own", "department", "subtree", "all"] as const).entries()) {
    const { id } = await app.person({ name: `人员 ${at}`, role: "seller", department: departments[at % 3]! });
    const rights = { create: true, read: scope, update: scope, delete: scope };
    const role = { id: scope, name: scope, objects: { "*": rights }, fields: {}, abilities: [] };
    const subtree = at % 3 === 0 ? departments : [departments[at % 3]!];
    people.push({
      id,
      context: {
        ...system,
        principal: {
          kind: "person",
          id,
          name: scope,
          roles: [role],
          departments: [departments[at % 3]!],
          subtree,
        },
      },
    });
  }
});
afterAll(() => app.close());

const REQUESTS: readonly Omit<AggregateRequest, "object">[] = [
  { group_by: [{ field: "stage" }], measures: [{ fn: "count" }, { fn: "sum", field: "amount" }] },
  {
    group_by: [{ field: "pipeline" }, { field: "stage" }, { field: "owner" }],
    measures: [{ fn: "sum", field: "amount" }],
  },
  { measures: [{ fn: "count" }, { fn: "sum", field: "amount" }] },
  {
    group_by: [{ field: "department" }],
    filter: `stage_type == "open" && owner != me()`,
    measures: [{ fn: "count" }],
  },
];

/** The same question to the totals and to the records, at one moment. */
async function bothAnswers(context: Context, request: Omit<AggregateRequest, "object">) {
  const object = context.catalog.object("opportunity")!;
  const asked = { object: "opportunity", ...request };
  expect(totalsFor(context, object, asked)).toBeDefined();
  return context.db.transaction(
    async (tx) => {
      await tx.query({ text: "set transaction isolation level repeatable read" });
      const answers = [];
      for (const kept of [true, false]) {
        const prepared = prepareAggregate(context, object, asked, { kept });
        if (!prepared.ok) throw new Error(prepared.refusal.code);
        const rows = await tx.query(prepared.value.statement);
        answers.push(
          rows.map((row) => [
            ...prepared.value.keys.map((key) => key.read(row)),
            ...prepared.value.measured.map((measure) => measure.read(row)),
          ]),
        );
      }
      return { kept: answers[0], counted: answers[1] };
    },
    { longer: 60_000 },
  );
}

const alive: string[] = [];
function someOperation(): Operation {
  const amount =
    random() < 0.2
      ? null
      : {
          amount: `${Math.floor(random() * 1e6)}.${Math.floor(random() * 90) + 10}`,
          currency: random() < 0.3 ? "USD" : "CNY",
        };
  const values = {
    amount,
    owner: pick(people).id,
    department: pick([...departments, null]),
    stage: pick(["discovery", "needs", "solution"]),
  };
  const id = alive.length > 5 && random() < 0.6 ? pick(alive) : undefined;
  if (id === undefined) {
    const made = newId();
    alive.push(made);
    return { op: "create", object: "opportunity", id: made, values: { name: "流量计", ...values } };
  }
  const dice = random();
  if (dice < 0.2) return { op: "delete", object: "opportunity", id };
  if (dice < 0.4) return { op: "restore", object: "opportunity", id };
  return { op: "update", object: "opportunity", id, values: dice < 0.6 ? { next_step: `${dice}` } : values };
}

test("totals say what the records say, whoever asks, while several write and others fold", async () => {
  let writing = true;
  const writer = async (): Promise<void> => {
    for (let round = 0; round < 12; round += 1) {
      const operations = Array.from({ length: 1 + Math.floor(random() * 6) }, someOperation);
      const override = { reason: "totals" };
      await save(system, {
        road: "api",
        mode: "each",
        operations: [...new Map(operations.map((one) => ["id" in one ? one.id : "", one])).values()],
        override,
      });
    }
  };
  const folder = async (): Promise<void> => {
    while (writing) {
      await foldTotals(system);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  };
  const compare = async (): Promise<void> => {
    while (writing) {
      const { kept, counted } = await bothAnswers(pick(people).context, pick(REQUESTS));
      expect(kept).toEqual(counted);
    }
  };
  const writers = Promise.all([writer(), writer(), writer()]).finally(() => (writing = false));
  await Promise.all([writers, folder(), folder(), compare(), compare()]);
  for (const { context } of people) {
    for (const request of REQUESTS) {
      const { kept, counted } = await bothAnswers(context, request);
      expect(kept).toEqual(counted);
    }
  }
  const { counted } = await bothAnswers(system, REQUESTS[0]!);
  expect(counted?.length).toBeGreaterThan(1);
  await foldTotals(system);
  expect(
    await system.db.query({ text: `select * from ${deltasOf(system.workspace, "opportunity")}` }),
  ).toEqual([]);
  expect(
    (await repairAll(system)).filter(({ what, wrong }) => what.startsWith("totals:") && wrong > 0),
  ).toEqual([]);
});

test("recounting puts right totals that are wrong, and what totals cannot say is asked of the records", async () => {
  await system.db.query({
    text: `update ${totalsOf(system.workspace, "opportunity")} set "_records" = "_records" + 3, "_amount" = "_amount" - 1 where ctid = (select min(ctid) from ${totalsOf(system.workspace, "opportunity")})`,
  });
  const report = (await repairAll(system)).find(({ what }) => what === "totals:opportunity");
  expect(report).toMatchObject({ wrong: 1 });
  const { kept, counted } = await bothAnswers(system, REQUESTS[0]!);
  expect(kept).toEqual(counted);

  const object = system.catalog.object("opportunity")!;
  const asks = (request: Partial<AggregateRequest>, context = people[0]!.context) =>
    totalsFor(context, object, { object: "opportunity", measures: [{ fn: "count" }], ...request });
  expect(asks({})).toBeDefined();
  for (const other of [
    { as_of: "2026-01-01" },
    { search: "按发生时间" },
    { filter: "amount > 5" },
    { filter: `account.industry == "x"` },
    { group_by: [{ field: "created_at", bucket: "month" as const }] },
    { measures: [{ fn: "avg" as const, field: "amount" }] },
  ])
    expect(asks(other)).toBeUndefined();
  const shared = { ...people[0]!.context.principal, reach: { ...NO_REACH, shares: "many" as const } };
  expect(asks({}, { ...system, principal: shared })).toBeUndefined();
});
