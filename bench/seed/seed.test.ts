import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Context } from "../../src/engine/kernel/context.ts";
import type { Operation } from "../../src/engine/kernel/save-request.ts";
import { repairAll } from "../../src/engine/record/repair.ts";
import { save } from "../../src/engine/record/save.ts";
import type { Values } from "../../src/shared/metadata/object.ts";
import { testApp, type TestApp } from "../../src/testing/app.ts";
import { CopyIn } from "./copy-in.ts";
import {
  columnsFor,
  type Created,
  createdRows,
  KEY_COLUMNS,
  objectOf,
  SEARCH_COLUMNS,
  searchRows,
} from "./created-rows.ts";
import { dealOf } from "./deal-events.ts";
import { DealCalendar, iso } from "./deal-moment.ts";
import {
  CHANGE_COLUMNS,
  changeRow,
  type DealVersion,
  rowMaker,
  VISIT_COLUMNS,
  visitRow,
} from "./deal-rows.ts";
import type { DealChange } from "./deal-change.ts";
import { Deals } from "./deals.ts";
import { fill } from "./fill.ts";
import { type Parties, seedParties, seedPeople } from "./parties.ts";

const DEALS = 110;
let world: TestApp;
let context: Context;
let columns: readonly string[];
/** Where the sellers belong. */
let homes = new Map<string, string | null>();
const expected: Record<string, string[]> = {
  o_account: [],
  o_contact: [],
  o_opportunity: [],
  h_opportunity: [],
  changes: [],
  stage_visit: [],
  search_entry: [],
  duplicate_key: [],
};

beforeAll(async () => {
  world = await testApp();
  // Gates want evidence and stages make tasks: what the seed leaves out. Everything else is as shipped.
  await world.database.db.query({
    text: `update w_main.o_pipeline set definition = jsonb_set(definition, '{stages}', (select jsonb_agg(s || '{"exit":[],"entry":[],"on_enter":[],"on_exit":[]}') from jsonb_array_elements(definition->'stages') s)) where object = 'opportunity'`,
  });
  context = await world.context();
  columns = columnsFor(objectOf(context, "opportunity"));
});
afterAll(() => world.close());

const ALL = { create: true, read: "all", update: "all", delete: "all" } as const;
/** A request of one of the people, with every right. */
const by = (actor: string | null, requestId: string): Context => ({
  ...context,
  requestId,
  now: new Date().toISOString(),
  principal: {
    kind: "person",
    id: actor,
    name: "",
    roles: [{ id: "r", name: "r", objects: { "*": ALL }, fields: {}, abilities: ["*"] }],
    departments: [homes.get(actor ?? "") ?? ""].filter((home) => home !== ""),
    subtree: [],
  },
});
async function saved(
  acting: Context,
  operation: Operation,
  road: "api" | "import",
): Promise<{ id: string; seq: number; at: string }> {
  const { results } = await save(acting, { operations: [operation], road, mode: "all" });
  const [result] = results;
  if (!result?.ok) throw new Error(JSON.stringify(result));
  const [logged] = await context.db.query<{ seq: number; at: string }>({
    text: "select seq, at from w_main.changes where record = $1 order by seq desc limit 1",
    values: [result.id],
  });
  return { id: result.id, seq: logged?.seq ?? 0, at: logged?.at ?? "" };
}

/**
 * Saves what the seed would write of a company, and notes the rows that the seed makes of it under the ids
 * and times that `save` gave.
 */
async function playParty(
  object: "account" | "contact",
  created: Created,
  ids: Map<string, string>,
): Promise<void> {
  const account = created.values["account"];
  const values: Values = {
    ...created.values,
    ...(typeof account === "string" ? { account: ids.get(account) ?? null } : {}),
  };
  const { department: _department, ...given } = values;
  const { id, seq, at } = await saved(
    by(created.actor, created.request),
    { op: "create", object, values: given },
    "import",
  );
  ids.set(created.id, id);
  const rows = createdRows(objectOf(context, object), { ...created, id, values, seq, at });
  expected[`o_${object}`]?.push(rows.live);
  expected["changes"]?.push(rows.change);
  expected["search_entry"]?.push(...rows.search);
  expected["duplicate_key"]?.push(...rows.keys);
}

const given = ({ before, after }: DealChange): Values => {
  if (!before) {
    const { name, account, contact, product, owner, amount, close_date, source } = after;
    return { name, account, contact, product, owner, amount, close_date, source };
  }
  const values: Values = {};
  if (after.stage !== before.stage) values["stage"] = after.stage.name;
  // Told also where it is the day that was expected: closing without a day takes today's.
  if (after.stage !== before.stage && after.stage.type !== "open") values["close_date"] = after.close_date;
  for (const name of ["amount", "close_date", "next_step", "lost_reason", "owner"] as const)
    if (after[name] !== before[name]) values[name] = after[name];
  return values;
};

/** One change of a deal through `save`; gives the version as it then stands, under real ids and times. */
async function playDeal(
  change: DealChange,
  stands: DealVersion | undefined,
  ids: ReadonlyMap<string, string>,
): Promise<DealVersion> {
  const { after } = change;
  const real = (id: string | null): string | null => (id === null ? null : (ids.get(id) ?? id));
  const mapped = { ...after, account: real(after.account) ?? "", contact: real(after.contact) };
  const acting = by(after.owner, change.request);
  const values = given({ ...change, after: mapped, before: change.before });
  const operation: Operation = stands
    ? { op: "update", object: "opportunity", id: stands.id, values }
    : { op: "create", object: "opportunity", values };
  const { id, seq, at } = await saved(acting, operation, "api");
  const moved = !stands || change.ended !== undefined;
  const version = {
    ...mapped,
    id,
    recorded: seq,
    updated_at: at,
    created_at: stands?.created_at ?? at,
    stage_entered_at: moved ? acting.now : stands.stage_entered_at,
  };
  const rows = rowMaker(columns);
  if (stands) expected["h_opportunity"]?.push(rows.past(stands, at));
  expected["changes"]?.push(
    changeRow(stands ?? null, version, {
      actor: after.owner,
      actorKind: "person",
      road: "api",
      request: change.request,
    }),
  );
  if (stands && change.ended) await expectStay(stands, change, { at: acting.now, next: version });
  return version;
}

async function expectStay(
  deal: DealVersion,
  { ended }: Pick<DealChange, "ended">,
  end?: { at: string; next: DealVersion },
): Promise<void> {
  const [row] = await context.db.query<{ id: string }>({
    text: "select id from w_main.stage_visit where record = $1 and entered_at = $2 and stage = $3",
    values: [deal.id, deal.stage_entered_at, deal.stage.name],
  });
  const days = new DealCalendar(
    context.company.zone,
    context.company.calendar,
    Date.parse(deal.stage_entered_at),
  );
  const [from, to] = [Date.parse(deal.stage_entered_at), Date.parse(end?.at ?? deal.stage_entered_at)];
  const left = end && {
    at: end.at,
    by: end.next.owner,
    next: end.next.stage.name,
    seconds: (to - from) / 1000,
    workingDays: days.workingDays(from, to),
  };
  const stay = {
    id: row?.id ?? "",
    entered: deal.stage_entered_at,
    enteredBy: ended?.enteredBy ?? null,
    road: "api",
    previous: ended?.previous ?? null,
  };
  expected["stage_visit"]?.push(visitRow(deal, { ...stay, ...(left ? { left } : {}) }));
}

/** What one has and the other has not, of the records that were played. */
async function differences(table: string, names: readonly string[], key: string): Promise<unknown[]> {
  const { db, url } = world.database;
  await db.query({ text: `create table w_main.seeded_${table} (like w_main.${table})` });
  if (table === "h_opportunity")
    await db.query({ text: `alter table w_main.seeded_${table} alter hid drop not null` });
  const copy = await CopyIn.open(url, `w_main.seeded_${table}`, names);
  for (const row of expected[table] ?? []) copy.write(row);
  await copy.end();
  const all = names.map((name) => `"${name}"`).join(", ");
  const mine = `select ${all} from w_main.seeded_${table}`;
  const theirs = `select ${all} from w_main.${table} where ${key} in (select ${key} from w_main.seeded_${table})`;
  const only = async (text: string): Promise<Record<string, unknown>[]> =>
    db.query({ text: `${text} order by 1 limit 1` });
  const [[seed = {}], [real = {}]] = [
    await only(`(${mine} except ${theirs})`),
    await only(`(${theirs} except ${mine})`),
  ];
  return names
    .filter((name) => JSON.stringify(seed[name]) !== JSON.stringify(real[name]))
    .map((name) => [name, seed[name], real[name]]);
}

test("a thousand rows of the seed equal, column by column, what save writes", async () => {
  const people = await seedPeople(context, DEALS, 7);
  homes = new Map(people.sellers.map(({ id, department }) => [id, department]));
  const ids = new Map<string, string>();
  const made: { object: "account" | "contact"; created: Created }[] = [];
  const parties: Parties = await seedParties(
    people,
    { deals: DEALS, seed: 7, from: Date.parse("2024-01-02"), nextSeq: () => 0 },
    (object, created) => void made.push({ object, created }),
  );
  for (const { object, created } of made) await playParty(object, created, ids);
  const [pipeline] = await context.db.query<{ id: string }>({
    text: "select id from w_main.o_pipeline where object = 'opportunity'",
  });
  const deals = new Deals(
    DEALS,
    Date.parse("2026-11-01"),
    parties,
    { id: pipeline?.id ?? "", version: 1 },
    7,
    context.company.calendar,
  );
  const stands = new Map<number, DealVersion>();
  for (const event of deals.events.packed) {
    const deal = dealOf(event);
    stands.set(deal, await playDeal(deals.step(event, 0), stands.get(deal), ids));
  }
  const rows = rowMaker(columns);
  for (const [deal, version] of stands) {
    expected["o_opportunity"]?.push(rows.live(version));
    expected["search_entry"]?.push(
      ...searchRows(objectOf(context, "opportunity"), version.id, { name: version.name }),
    );
    await expectStay(version, { ended: deals.stayOf(deal) });
  }
  expect(Object.values(expected).reduce((sum, lines) => sum + lines.length, 0)).toBeGreaterThan(1000);
  expect((expected["h_opportunity"] ?? []).length).toBeGreaterThan(300);
  for (const object of ["account", "contact"])
    expect(await differences(`o_${object}`, columnsFor(objectOf(context, object)), "id")).toEqual([]);
  expect(await differences("o_opportunity", columns, "id")).toEqual([]);
  expect(await differences("h_opportunity", [...columns, "valid_to", "period"], "id")).toEqual([]);
  expect(await differences("changes", CHANGE_COLUMNS, "record")).toEqual([]);
  expect(await differences("stage_visit", VISIT_COLUMNS, "record")).toEqual([]);
  expect(await differences("search_entry", SEARCH_COLUMNS, "id")).toEqual([]);
  expect(await differences("duplicate_key", KEY_COLUMNS, "id")).toEqual([]);
}, 240_000);

test("working days between two moments are the company's", () => {
  const { zone, calendar } = context.company;
  const origin = Date.parse("2024-01-01T00:00:00Z");
  const days = new DealCalendar(zone, calendar, origin);
  for (let at = 0; at < 300; at += 1) {
    const from = origin + at * 3.1 * 86_400_000;
    const to = from + (at % 47) * 86_400_000 + 7_000_000;
    expect(days.workingDays(from, to)).toBe(Math.max(0, calendar.between(days.dayOf(from), days.dayOf(to))));
  }
  expect(iso(origin)).toBe("2024-01-01T00:00:00.000Z");
});

test("a filled company answers over HTTP, its indexes stand again, and writing goes on behind it", async () => {
  const other = await testApp();
  try {
    const before = await indexesOf(other);
    const filled = await fill(await other.context(), {
      url: other.database.url,
      deals: 300,
      told: () => undefined,
    });
    expect(filled.rows).toMatchObject({ o_opportunity: 300, o_account: 15, o_contact: 30 });
    expect(await indexesOf(other)).toEqual(before);
    const derived = await repairAll(await other.context());
    expect(derived.filter(({ wrong }) => wrong > 0)).toEqual([]);
    const list = await other.admin.get("/records/opportunity?count=exact&limit=5&titles=1&sort=-amount");
    expect(list.json.total).toBe(300);
    // In the order of the last change, from the narrow table beside the rows.
    const newest = await other.admin.get("/records/opportunity?limit=500");
    expect(newest.json.data.length).toBe(300);
    const deal = list.json.data[0];
    const changed = await other.admin.patch(`/records/opportunity/${deal.id}`, { next_step: randomUUID() });
    expect(changed.status, changed.text).toBe(200);
    const log = await other.admin.get(`/records/opportunity/${deal.id}/changes`);
    expect(log.json.data[0].changes[0].field).toBe("next_step");
    expect(log.json.data.length).toBe(deal.version + 1);
  } finally {
    await other.close();
  }
}, 240_000);

const indexesOf = (app: TestApp): Promise<object[]> =>
  app.database.db.query({
    text: "select tablename, indexname, indexdef from pg_indexes where schemaname = 'w_main' and tablename !~ '_20\\d\\d_' order by 1, 2",
  });
