import type { Context } from "../src/engine/context.ts";
import type { AggregateRequest, ListRequest } from "../src/engine/query/contract.ts";
import { prepareAggregate } from "../src/engine/query/aggregate.ts";
import { getStatement } from "../src/engine/query/get.ts";
import { sealCursor } from "../src/engine/query/cursor.ts";
import { preparePage } from "../src/engine/query/list.ts";
import type { CatalogObject } from "../src/shared/metadata/object.ts";
import { cycle, type ReadMeasure } from "./contenders.ts";
import type { Caller, World } from "./world.ts";

const DAY = 86_400_000;
const PAST = new Date(Date.now() - 180 * DAY).toISOString().slice(0, 10);
const FIELDS = ["name", "account", "stage", "amount", "close_date", "owner", "next_step", "stage_entered_at"] as const;

type Asked = readonly [string, Caller, Omit<ListRequest, "object">];
/** Gets, lists, searches and totals, now and as of half a year ago. */
export async function readMeasures(world: World): Promise<ReadMeasure[]> {
  const { seller, manager, director } = world;
  const words = await pairsOf(world);
  const deep = await pageAfter(world, "-amount", "amount__base desc nulls last, id desc", "amount__base");
  const lists: readonly Asked[] = [
    ...[["own", seller] as const, ["subtree", manager] as const, ["all", director] as const].flatMap(([sight, caller]): Asked[] => [
      [`list-50 ${sight}`, caller, {}],
      [`list-50 ${sight}, filtered`, caller, { filter: `stage == "proposal" && amount >= 200000` }],
      [`list-50 ${sight}, by amount`, caller, { sort: "-amount" }],
      [`list-50 ${sight}, by close_date`, caller, { sort: "close_date" }],
    ]),
    ["list-50 all, screen's columns and titles", director, { fields: FIELDS, titles: true }],
    ["list-50 all, by amount, page 10,000", director, { sort: "-amount", cursor: deep }],
    ["as-of list-50 all", director, { as_of: PAST, sort: "-amount" }],
    ["as-of list-50 one stage, subtree", manager, { as_of: PAST, filter: `stage == "proposal"` }],
  ];
  const totals = { group_by: [{ field: "stage" }], measures: [{ fn: "count" as const }, { fn: "sum" as const, field: "amount" }] };
  const boards: readonly (readonly [string, Caller, Omit<AggregateRequest, "object">])[] = [
    ["board totals, all", director, totals],
    ["board totals, subtree", manager, totals],
    ["as-of board totals, all", director, { ...totals, as_of: PAST }],
  ];
  return [
    await getMeasure(world),
    ...lists.map(([name, caller, asked]) => listMeasure(name, caller, asked)),
    ...[["own", seller] as const, ["subtree", manager] as const, ["all", director] as const].map(([sight, caller]) =>
      searchMeasure(`search 2 characters, ${sight}`, caller, words),
    ),
    ...boards.map(([name, caller, asked]) => boardMeasure(name, caller, asked)),
    funnelMeasure(director),
    await feedMeasure(world),
  ];
}

async function getMeasure({ db, director }: World): Promise<ReadMeasure> {
  const all = (await db.query<{ id: string }>({ text: "select id from w_main.o_opportunity order by md5(id::text) limit 5000" })).map(({ id }) => id);
  const next = cycle(all);
  const statement = getStatement(director.context, opportunityOf(director.context), all[0] ?? "", {}, undefined);
  const at = statement.values?.indexOf(all[0]) ?? 0;
  return {
    name: "get",
    request: () => ({ method: "GET", path: `/api/v1/records/opportunity/${next()}`, headers: director.headers }),
    statement,
    ids: { at, all },
  };
}

function listMeasure(name: string, { context, headers }: Caller, asked: Omit<ListRequest, "object">): ReadMeasure {
  const page = preparePage(context, opportunityOf(context), { object: "opportunity", ...asked });
  if (!page.ok) throw new Error(`${name}: ${page.refusal.code}`);
  const query = new URLSearchParams(Object.entries(asked).map(([key, value]) => [key, value === true ? "1" : String(value)]));
  const request = { method: "GET", path: `/api/v1/records/opportunity?${query.toString()}`, headers } as const;
  return { name, request: () => request, statement: page.value.statement };
}

function boardMeasure(name: string, { context, headers }: Caller, asked: Omit<AggregateRequest, "object">): ReadMeasure {
  const prepared = prepareAggregate(context, opportunityOf(context), { object: "opportunity", ...asked });
  if (!prepared.ok) throw new Error(`${name}: ${prepared.refusal.code}`);
  const request = { method: "POST", path: "/api/v1/records/opportunity/aggregate", headers, body: JSON.stringify(asked) } as const;
  return { name, request: () => request, statement: prepared.value.statement };
}

export function opportunityOf(context: Context): CatalogObject {
  const object = context.catalog.object("opportunity");
  if (!object) throw new Error("there are no opportunities");
  return object;
}

/** Two Chinese characters after another as they stand in names of opportunities: the frequent ones come as often as they do there. */
async function pairsOf({ db }: World): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>({ text: "select name from w_main.o_opportunity order by md5(id::text) limit 300" });
  return rows.flatMap(({ name }, place) => {
    const pairs = [...name.matchAll(/(?=(\p{Script=Han}{2}))/gu)].flatMap(([, pair]) => pair ?? []);
    return pairs[place % Math.max(1, pairs.length)] ?? [];
  });
}

/** Another word each time, planned anew each time, as people ask. */
function searchMeasure(name: string, { context, headers }: Caller, words: readonly string[]): ReadMeasure {
  const first = words[0] ?? "";
  const page = preparePage(context, opportunityOf(context), { object: "opportunity", search: first });
  if (!page.ok) throw new Error(`${name}: ${page.refusal.code}`);
  const { statement } = page.value;
  const at = statement.values?.findIndex((value) => Array.isArray(value) && value[0] === first) ?? -1;
  if (at < 0) throw new Error(`${name}: the word is not in the statement`);
  const next = cycle(words);
  return {
    name,
    request: () => ({ method: "GET", path: `/api/v1/records/opportunity?search=${encodeURIComponent(next())}`, headers }),
    statement,
    ids: { at, all: words.map((word) => `{${word}}`), planned: "each" },
  };
}

/** How many of those created in a year came into each stage. */
function funnelMeasure({ headers }: Caller): ReadMeasure {
  const from = new Date(Date.now() - 365 * DAY).toISOString().slice(0, 10);
  const to = new Date().toISOString().slice(0, 10);
  const body = JSON.stringify({ object: "opportunity", from, to, mode: "cohort" });
  const request = { method: "POST", path: "/api/v1/insight/funnel", headers, body } as const;
  const text = `select v.stage, count(distinct v.record) from w_main.stage_visit v join w_main.o_opportunity o on o.id = v.record
    where v.object = 'opportunity' and o.created_at >= $1 and o.created_at < $2 and o.deleted_at is null group by 1`;
  // Sixteen reports of a whole company at once only wait for each other.
  return { name: "funnel of a year", connections: [1], request: () => request, statement: { text, values: [from, to] } };
}
/** From the middle of the log. */
async function feedMeasure({ db, director: { headers } }: World): Promise<ReadMeasure> {
  const [last] = await db.query<{ half: number }>({ text: "select last_value / 2 as half from w_main.changes_seq" });
  const cursor = last?.half ?? 0;
  const request = { method: "GET", path: `/api/v1/changes?limit=500&objects=opportunity&cursor=${cursor}`, headers } as const;
  const text =
    "select seq, at, object, record, version, kind, actor, before, after from w_main.changes where seq > $1 and object = 'opportunity' order by seq limit 500";
  return { name: "change feed, 500", request: () => request, statement: { text, values: [cursor] } };
}

/** The cursor before page 10,000, or before the last page where there are fewer. */
async function pageAfter({ db, director }: World, sort: string, order: string, column: string): Promise<string> {
  const [row] = await db.query<{ id: string; value: string | null }>({
    text: `select id, ${column}::text as value from w_main.o_opportunity where deleted_at is null order by ${order}
           offset least(499999, (select count(*) from w_main.o_opportunity where deleted_at is null) - 60) limit 1`,
  });
  return sealCursor(director.context, ["opportunity", "", sort, "", "", false], { values: [row?.value ?? null], id: row?.id ?? "" });
}
