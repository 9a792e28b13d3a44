import type { Context } from "../src/engine/context.ts";
import type { AggregateRequest, ListRequest } from "../src/engine/query/contract.ts";
import { prepareAggregate } from "../src/engine/query/aggregate.ts";
import { getStatement } from "../src/engine/query/get.ts";
import { list, preparePage } from "../src/engine/query/list.ts";
import type { CatalogObject } from "../src/shared/metadata/object.ts";
import { cycle, type ReadMeasure } from "./contenders.ts";
import type { Caller, World } from "./world.ts";

const PAST = new Date(Date.now() - 180 * 86_400_000).toISOString().slice(0, 10);
const FIELDS = ["name", "account", "stage", "amount", "close_date", "owner", "next_step", "stage_entered_at"] as const;

/** Gets, lists, searches and totals, now and as of half a year ago. */
export async function readMeasures(world: World): Promise<ReadMeasure[]> {
  const { seller, manager, director } = world;
  const word = await commonWord(world);
  const deep = await pageAfter(director.context, 50_000);
  const lists: readonly (readonly [string, Caller, Omit<ListRequest, "object">])[] = [
    ["list-50 own", seller, {}],
    ["list-50 subtree", manager, {}],
    ["list-50 all", director, {}],
    ["list-50 all, screen's columns and titles", director, { fields: FIELDS, titles: true }],
    ["list-50 subtree, filtered", manager, { filter: `stage == "proposal" && amount >= 200000` }],
    ["list-50 all, filtered", director, { filter: `stage == "proposal" && amount >= 200000` }],
    ["list-50 all, by amount", director, { sort: "-amount" }],
    ["list-50 subtree, by amount", manager, { sort: "-amount" }],
    ["list-50 all, by close_date", director, { sort: "close_date" }],
    ["list-50 all, by amount, page 1,000", director, { sort: "-amount", cursor: deep }],
    ["search 2 characters, all", director, { search: word }],
    ["search 2 characters, subtree", manager, { search: word }],
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
    ...boards.map(([name, caller, asked]) => boardMeasure(name, caller, asked)),
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

/** Two characters that many names hold. */
async function commonWord({ db }: World): Promise<string> {
  const [row] = await db.query<{ word: string }>({
    text: "select left(name, 2) as word from w_main.o_opportunity group by 1 order by abs(count(*) - 60), 1 limit 1",
  });
  return row?.word ?? "";
}

/** The cursor behind so many rows, as one who pages on and on gets it (fewer where there are fewer). */
async function pageAfter(context: Context, rows: number): Promise<string> {
  let cursor = "";
  for (let passed = 0; passed < rows; passed += 500) {
    const page = await list(context, { object: "opportunity", sort: "-amount", fields: ["id"], limit: 500, ...(cursor ? { cursor } : {}) });
    if (!page.ok) throw new Error(page.refusal.code);
    if (!page.value.page.next) break;
    cursor = page.value.page.next;
  }
  return cursor;
}
