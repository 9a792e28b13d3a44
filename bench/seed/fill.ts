import type { Context } from "../../src/engine/kernel/context.ts";
import { foldTotals } from "../../src/engine/totals/fold-totals.ts";
import { repairTotals } from "../../src/engine/totals/repair-totals.ts";
import { totalsShape } from "../../src/engine/schema/totals-shape.ts";
import { fillLatest } from "../../src/engine/schema/latest-table.ts";
import { hasLatest, latestOf } from "../../src/engine/schema/has-latest.ts";
import { repairRollup } from "../../src/engine/record/repair-rollup.ts";
import {
  columnsFor,
  createdRows,
  KEY_COLUMNS,
  objectOf,
  SEARCH_COLUMNS,
  searchRows,
} from "./created-rows.ts";
import { DealCalendar, iso } from "./deal-moment.ts";
import { CHANGE_COLUMNS, changeRow, rowMaker, VISIT_COLUMNS, visitRow } from "./deal-rows.ts";
import type { DealChange, Stay } from "./deal-change.ts";
import { Deals } from "./deals.ts";
import { Copies, pastPartitions, withoutIndexes } from "./load-tables.ts";
import { type People, seedParties, seedPeople } from "./parties.ts";

export interface FillOptions {
  readonly url: string;
  readonly deals: number;
  readonly told: (line: string) => void;
}
export interface Filled {
  readonly people: People;
  readonly rows: Readonly<Record<string, number>>;
}
const SEED = 20_26;
const COPIED = ["account", "contact", "opportunity"];
const SETTLE_EVERY = 500;
const BARE = [
  "o_opportunity",
  "h_opportunity",
  "o_account",
  "o_contact",
  "changes",
  "stage_visit",
  "search_entry",
  "duplicate_key",
];

/**
 * A company with so many deals and three years of their changes: people through `save`, everything else
 * copied as `save` would have written it.
 */
export async function fill(context: Context, { url, deals: count, told }: FillOptions): Promise<Filled> {
  const { schema } = context.workspace;
  const now = Date.parse(context.now);
  const people = await seedPeople(context, count, SEED);
  told(`${people.sellers.length} sellers, ${people.managers.length} managers and their departments`);
  const pipeline = await salesPipeline(context);
  const [last] = await context.db.query<{ last: number }>({
    text: `select last_value as last from "${schema}".changes_seq`,
  });
  let seq = last?.last ?? 0;
  const nextSeq = (): number => (seq += 1);
  const from = now - (3 * 366 + 31) * 86_400_000;
  await pastPartitions(url, schema, ["changes", "stage_visit"], from, now);
  const index = await withoutIndexes(url, schema, BARE);
  const copies = new Copies(url, schema);
  const [change, search, keys] = [
    await copies.open("changes", CHANGE_COLUMNS),
    await copies.open("search_entry", SEARCH_COLUMNS),
    await copies.open("duplicate_key", KEY_COLUMNS),
  ];
  const live = {
    account: await copies.open("o_account", columnsFor(objectOf(context, "account"))),
    contact: await copies.open("o_contact", columnsFor(objectOf(context, "contact"))),
  };
  const parties = await seedParties(
    people,
    { deals: count, seed: SEED, from, nextSeq },
    (object, created) => {
      const rows = createdRows(objectOf(context, object), created);
      live[object].write(rows.live);
      change.write(rows.change);
      for (const row of rows.search) search.write(row);
      for (const row of rows.keys) keys.write(row);
      return change.rows % SETTLE_EVERY === 0 ? copies.settle() : undefined;
    },
  );
  told(`${parties.accounts.length} accounts, ${parties.contacts.length} contacts`);
  const deals = new Deals(count, now, parties, pipeline, SEED, context.company.calendar);
  await copyDeals(context, copies, deals, nextSeq, told, {
    change: (row) => change.write(row),
    search: (row) => search.write(row),
  });
  const rows = await copies.end();
  told("rows are in; building indexes");
  await index();
  told("indexes are built; totals");
  await finish(context, seq);
  return { people, rows };
}

interface Sinks {
  readonly change: (row: string) => void;
  readonly search: (row: string) => void;
}
async function copyDeals(
  context: Context,
  copies: Copies,
  deals: Deals,
  nextSeq: () => number,
  told: FillOptions["told"],
  to: Sinks,
): Promise<void> {
  const opportunity = objectOf(context, "opportunity");
  const columns = columnsFor(opportunity);
  const rows = rowMaker(columns);
  const past = await copies.open("h_opportunity", [...columns, "valid_to", "period"]);
  const visits = await copies.open("stage_visit", VISIT_COLUMNS);
  const stays = stayRows(context, deals);
  const { packed } = deals.events;
  for (let at = 0; at < packed.length; at += 1) {
    const event = packed[at] ?? 0;
    const done = deals.step(event, nextSeq());
    to.change(
      changeRow(done.before, done.after, {
        actor: done.after.owner,
        actorKind: "person",
        road: "api",
        request: done.request,
      }),
    );
    if (done.before) past.write(rows.past(done.before, done.after.updated_at));
    if (done.before && done.ended) visits.write(stays.ended(done, done.ended));
    if (at % SETTLE_EVERY === 0) await copies.settle();
    if (at % 500_000 === 0) told(`${at} of ${packed.length} changes of deals`);
  }
  const live = await copies.open("o_opportunity", columns);
  for (let deal = 0; deal < deals.count; deal += 1) {
    const version = deals.version(deal);
    live.write(rows.live(version));
    visits.write(stays.lasting(deal));
    for (const row of searchRows(opportunity, version.id, { name: version.name })) to.search(row);
    if (deal % SETTLE_EVERY === 0) await copies.settle();
  }
}

function stayRows(
  context: Context,
  deals: Deals,
): { ended(change: DealChange, stay: Stay): string; lasting(deal: number): string } {
  const { zone, calendar } = context.company;
  const days = new DealCalendar(zone, calendar, deals.events.origin * 1000);
  return {
    ended: ({ before, after, now }, stay) => {
      if (!before) throw new Error("a stay ends with a change");
      const left = {
        at: iso(now),
        by: after.owner,
        next: after.stage.name,
        seconds: (now - stay.entered) / 1000,
        workingDays: days.workingDays(stay.entered, now),
      };
      return visitRow(before, { ...stay, entered: iso(stay.entered), road: "api", left });
    },
    lasting: (deal) => {
      const stay = deals.stayOf(deal);
      return visitRow(deals.version(deal), { ...stay, entered: iso(stay.entered), road: "api" });
    },
  };
}

async function salesPipeline({ db, workspace }: Context): Promise<{ id: string; version: number }> {
  const [row] = await db.query<{ id: string; version: number }>({
    text: `select id, coalesce((to_jsonb(p)->>'published_version')::int, 1) as version from "${workspace.schema}".o_pipeline p where object = 'opportunity' and deleted_at is null order by created_at limit 1`,
  });
  if (!row) throw new Error("there is no sales pipeline");
  return row;
}

/**
 * Copies go past the trigger that keeps the narrow table, which lists in the order of the last change are
 * read from.
 */
async function fillNarrow(context: Context, name: string): Promise<void> {
  const object = objectOf(context, name);
  if (!hasLatest(object)) return;
  const text = fillLatest(context.workspace, object, 20_000, { alone: true });
  let last: string | undefined = "00000000-0000-0000-0000-000000000000";
  while (last !== undefined) last = (await context.db.query<{ id: string }>({ text, values: [last] }))[0]?.id;
  await context.db.query({ text: `analyze ${latestOf(context.workspace, name)}` });
}

/**
 * The log goes on behind what was copied, its readers have nothing to catch up with, boards have their totals
 * and parents their roll-ups.
 */
async function finish(context: Context, seq: number): Promise<void> {
  const { db, workspace, hooks } = context;
  const opportunity = objectOf(context, "opportunity");
  const shape = totalsShape(opportunity);
  if (shape) await repairTotals(context, opportunity, shape);
  for (const parent of context.catalog.objects.values())
    for (const field of parent.fields)
      if (field.kind === "rollup" && !field.hidden && COPIED.includes(field.object))
        await repairRollup(context, parent, field);
  while (await foldTotals(context));
  for (const name of COPIED) await fillNarrow(context, name);
  await db.query({ text: `select setval('"${workspace.schema}".changes_seq', $1)`, values: [seq] });
  await db.query({
    text: `insert into "${workspace.schema}".reader (name, position) select name, $2 from unnest($1::text[]) name on conflict (name) do update set position = $2`,
    values: [hooks.subscribers.map(({ name }) => name), seq],
  });
}
