import { afterAll, beforeAll, expect, test } from "vitest";
import type { Engine } from "../../apps/server/engine.ts";
import { modules } from "../../apps/server/modules.ts";
import type { Database } from "../../platform/db/database.ts";
import type { ObjectDefinition } from "../../shared/metadata/object.ts";
import { type TestDatabase, testDatabase } from "../../testing/database.ts";
import { openProgram } from "../../testing/program.ts";
import type { Context } from "../kernel/context.ts";
import { aggregate, prepareAggregate } from "../query/aggregate.ts";
import { list } from "../query/list.ts";
import type { Operation } from "../kernel/save-request.ts";
import { save } from "../record/save.ts";
import { applySchema } from "./apply.ts";

/**
 * What a version of the program long ago did not have yet: a plain field, one with a default, an indexed
 * link, an indexed choice, a roll-up.
 */
const LATER: Readonly<Record<string, readonly string[]>> = {
  opportunity: ["next_step", "budget_confirmed", "competitor"],
  account: ["level", "won_amount"],
};

function without(definition: ObjectDefinition): ObjectDefinition {
  const later = LATER[definition.name] ?? [];
  const stays = (name: string): boolean => !later.includes(name.replace(/^-/, ""));
  return {
    ...definition,
    fields: Object.fromEntries(Object.entries(definition.fields).filter(([name]) => stays(name))),
    list: { ...definition.list, columns: definition.list.columns.filter(stays) },
    ...(definition.sections
      ? {
          sections: definition.sections.map((section) => ({
            ...section,
            fields: section.fields.filter(stays),
          })),
        }
      : {}),
  };
}
const olderModules = modules.map((module) =>
  module.objects ? { ...module, objects: module.objects.map(without) } : module,
);

let database: TestDatabase;
const closers: (() => void)[] = [];
beforeAll(async () => void (database = await testDatabase()));
afterAll(async () => {
  for (const close of closers) close();
  await database.drop();
});

interface Program {
  readonly engine: Engine;
  context(): Promise<Context>;
  idle(): Promise<void>;
}
async function open(db: Database, ofModules: typeof modules): Promise<Program> {
  const { engine, services, stop } = await openProgram(db, { of: ofModules });
  closers.push(stop);
  const [main] = engine.workspaces;
  if (!main) throw new Error("no workspace");
  return { engine, context: () => engine.systemContext(main), idle: services.idle };
}

async function written(context: Context, operations: readonly Operation[]): Promise<string[]> {
  // The gates of the shipped pipeline are not what is tried here.
  const { results } = await save(context, {
    road: "api",
    mode: "all",
    operations,
    override: { reason: "older data" },
  });
  return results.map((result) => {
    if (!result.ok) throw new Error(`${result.refusal.code} ${JSON.stringify(result.refusal.reasons)}`);
    return result.id;
  });
}
async function read(context: Context, request: object): Promise<readonly Record<string, unknown>[]> {
  const found = await list(context, { object: "opportunity", limit: 500, ...request });
  if (!found.ok) throw new Error(found.refusal.code);
  return found.value.data;
}
const moment = (): Promise<string> =>
  database.db
    .query<{ at: string }>({ text: "select clock_timestamp() as at" })
    .then(([row]) => row?.at ?? "");
const validIndexes = async (): Promise<string[]> =>
  (
    await database.db.query<{ name: string }>({
      text: "select c.relname as name from pg_index i join pg_class c on c.oid = i.indexrelid where i.indisvalid",
    })
  ).map(({ name }) => name);

test("a database of an older version comes forward while its program still reads and writes", async () => {
  const older = await open(database.db, olderModules);
  const [account = ""] = await written(await older.context(), [
    { op: "create", object: "account", values: { name: "恒润精密" } },
  ]);
  const deals = Array.from({ length: 300 }, (_, number): Operation => ({
    op: "create",
    object: "opportunity",
    values: { name: `Deal ${number}`, account, amount: "10.10" },
  }));
  const ids = await written(await older.context(), deals);
  const before = await moment();
  const won = { stage: "won", close_date: "2026-01-05" };
  await written(
    await older.context(),
    ids.slice(0, 100).map((id): Operation => ({ op: "update", object: "opportunity", id, values: won })),
  );
  expect(await validIndexes()).not.toContain("opportunity__of_competitor");

  const traffic = keepBusy(older, ids.slice(200));
  const asked: string[] = [];
  const watched: Database = {
    ...database.db,
    query: (statement) => (asked.push(statement.text), database.db.query(statement)),
  };
  const newer = await open(watched, modules);
  const also = keepBusy(newer, ids.slice(100, 200));
  await newer.idle();
  expect((await traffic.stop()) + (await also.stop())).toBeGreaterThan(0);

  const now = await newer.context();
  expect(await read(now, { filter: `id == "${ids[0]}"` })).toMatchObject([
    { next_step: null, competitor: null, stage: "won", version: 2 },
  ]);
  expect((await read(now, { filter: 'stage == "won"' })).length).toBe(100);
  const past = await read(now, { as_of: before, filter: `account == "${account}"` });
  expect(past.map(({ stage, next_step: step, version }) => [stage, step, version])).toEqual(
    ids.map(() => ["discovery", null, 1]),
  );
  const [parent] = await read(now, { object: "account" });
  expect(parent).toMatchObject({ won_amount: { amount: "1010.00" }, level: null });

  const [first = ""] = ids;
  await written(now, [
    { op: "update", object: "opportunity", id: first, values: { next_step: "Call", budget_confirmed: true } },
  ]);
  expect(await read(now, { filter: 'next_step == "Call"' })).toMatchObject([{ id: first, version: 3 }]);
  expect(await read(now, { as_of: before, filter: 'next_step == "Call"' })).toEqual([]);
  expect(
    asked.filter((text) => text.startsWith("create") && text.includes("opportunity__of_competitor")),
  ).toEqual([expect.stringContaining("index concurrently")]);
});

test("an index that a crash left half made is made again, by one of two programs that start at once", async () => {
  const names = ["opportunity__of_competitor", "account__of_level"];
  await database.db.query({
    text: "update pg_index set indisvalid = false where indexrelid::regclass::text like any($1)",
    values: [names.map((name) => `%${name}%`)],
  });
  expect(await validIndexes()).not.toContain(names[0]);
  const { catalog, workspace } = await (await open(database.db, modules)).context();
  expect(await validIndexes()).toEqual(expect.arrayContaining(names));

  await database.db.query({
    text: "update pg_index set indisvalid = false where indexrelid::regclass::text like any($1)",
    values: [names.map((name) => `%${name}%`)],
  });
  const built: string[] = [];
  const watched: Database = {
    ...database.db,
    query: (statement) => (built.push(statement.text), database.db.query(statement)),
  };
  await Promise.all([applySchema(watched, workspace, catalog), applySchema(watched, workspace, catalog)]);
  expect(await validIndexes()).toEqual(expect.arrayContaining(names));
  expect(built.filter((text) => text.startsWith("create index concurrently")).length).toBe(names.length);
});

test("an installation of before gets the narrow table filled while others write, and loses the indexes that every change had to write", async () => {
  const opened = await open(database.db, modules);
  const context = await opened.context();
  const deals = await written(
    context,
    Array.from({ length: 60 }, (_, number): Operation => ({
      op: "create",
      object: "opportunity",
      values: { name: `Before ${number}` },
    })),
  );
  for (const text of [
    "drop trigger keep_latest on w_main.o_opportunity",
    "drop trigger keep_latest_changed on w_main.o_opportunity",
    "drop table w_main.l_opportunity",
    `create index opportunity__by_updated_at on w_main.o_opportunity (updated_at, id) include (valid_from)`,
    `create index opportunity__held on w_main.o_opportunity (valid_from) include (id)`,
  ])
    await database.db.query({ text });
  const traffic = keepBusy(opened, deals, { reading: false });
  await applySchema(database.db, context.workspace, context.catalog);
  expect(await traffic.stop()).toBeGreaterThan(0);
  expect(await differing()).toEqual([]);
  const rewritten = await database.db.query({
    text: `select c.relname, a.attname from pg_index i join pg_class c on c.oid = i.indexrelid join pg_attribute a on a.attrelid = c.oid
           where i.indrelid = 'w_main.o_opportunity'::regclass and a.attname in ('updated_at', 'updated_by', 'valid_from', 'recorded', 'version')`,
  });
  expect(rewritten).toEqual([]);
  const [latest] = await read(context, { limit: 1 });
  const [first] = await database.db.query({
    text: "select id from w_main.o_opportunity order by updated_at desc, id desc limit 1",
  });
  expect(latest?.["id"]).toBe(first?.["id"]);
});

const NARROW = [
  "updated_at",
  "valid_from",
  "owner",
  "department",
  "deleted_at",
  "stage",
  "amount",
  "amount__currency",
  "amount__base",
  "close_date",
];
const differing = (): Promise<object[]> =>
  database.db.query({
    text: `select id from w_main.o_opportunity o full join w_main.l_opportunity l using (id)
           where (${NARROW.map((column) => `o.${column}`).join(", ")}) is distinct from (${NARROW.map((column) => `l.${column}`).join(", ")})`,
  });

test("a narrow table of before gets amounts and days, and totals of then and now read them there", async () => {
  const { context: contextOf } = await open(database.db, modules);
  const context = await contextOf();
  await written(
    context,
    [1, 2, 3].map((number): Operation => ({
      op: "create",
      object: "opportunity",
      values: { name: `Narrow ${number}`, amount: `${number}.50` },
    })),
  );
  for (const text of [
    "alter table w_main.l_opportunity drop column amount, drop column amount__currency, drop column amount__base, drop column close_date",
    "comment on table w_main.l_opportunity is 'whole: id updated_at valid_from owner department deleted_at stage'",
  ])
    await database.db.query({ text });
  await applySchema(database.db, context.workspace, context.catalog);
  expect(await differing()).toEqual([]);
  const now = await contextOf();
  const asked = {
    object: "opportunity",
    filter: 'stage == "discovery"',
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" as const }, { fn: "sum" as const, field: "amount" }],
  };
  const object = now.catalog.object("opportunity")!;
  const prepared = prepareAggregate(now, object, { ...asked, as_of: await moment() });
  expect(prepared.ok && prepared.value.statement.text).toContain('"l_opportunity" v');
  const wide = prepareAggregate(now, object, {
    ...asked,
    filter: 'stage == "discovery" && next_step == null',
    as_of: await moment(),
  });
  expect(wide.ok && wide.value.statement.text).not.toContain("l_opportunity");
  const [sum] = await database.db.query<{ count: number; amount: string }>({
    text: "select count(*) as count, sum(amount) as amount from w_main.o_opportunity where stage = 'discovery' and deleted_at is null",
  });
  const answer = await aggregate(now, { ...asked, as_of: await moment() });
  expect(answer.ok && answer.value.groups[0]?.values[0]).toBe(sum?.count);
  expect(answer.ok && answer.value.groups[0]?.values[1]).toMatchObject({ amount: sum?.amount });
});

/** Reads and writes all the time; `stop` throws the first failure. */
function keepBusy(
  program: Program,
  ids: readonly string[],
  { reading = true } = {},
): { stop(): Promise<number> } {
  let stopped = false;
  const work = async (): Promise<number> => {
    for (let round = 0; ; round++) {
      const context = await program.context();
      await written(
        context,
        ids.slice(0, 20).map((id): Operation => ({
          op: "update",
          object: "opportunity",
          id,
          values: { amount: `${round + 20}.50` },
        })),
      );
      if (reading) await read(context, { filter: 'amount > 5 && stage == "discovery"' });
      if (stopped) return round + 1;
    }
  };
  const running = work();
  running.catch(() => undefined);
  return { stop: () => ((stopped = true), running) };
}
