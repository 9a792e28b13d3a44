import type { Context } from "../src/engine/kernel/context.ts";
import type { AggregateRequest, ListRequest } from "../src/engine/query/contract.ts";
import { prepareAggregate } from "../src/engine/query/aggregate.ts";
import { type GetOptions, getStatement } from "../src/engine/query/get.ts";
import { sealCursor } from "../src/engine/query/cursor.ts";
import { preparePage } from "../src/engine/query/list.ts";
import { SOURCES } from "../src/objects/option-lists/source.ts";
import type { CatalogObject } from "../src/shared/metadata/object.ts";
import type { ReadMeasure } from "./contenders.ts";
import type { Caller, World } from "./world.ts";

const DAY = 86_400_000;
const PAST = new Date(Date.now() - 180 * DAY).toISOString().slice(0, 10);
const FIELDS = [
  "name",
  "account",
  "stage",
  "amount",
  "close_date",
  "owner",
  "next_step",
  "stage_entered_at",
] as const;
const STAGES = ["discovery", "solution", "proposal", "negotiation", "won", "lost"] as const;
const LEAST = ["50000", "120000", "200000", "350000", "500000", "900000"] as const;

type Sight = readonly [string, Caller];
/** A list as it is asked for, and what the plain design is asked in its place. */
interface Asked {
  readonly request: Omit<ListRequest, "object">;
  readonly plain?: Readonly<Record<string, string>>;
}
/** Gets, lists, searches and totals, now and as of half a year ago. */
export async function readMeasures(world: World): Promise<ReadMeasure[]> {
  const { seller, manager, director } = world;
  const sights: readonly Sight[] = [
    ["own", seller],
    ["subtree", manager],
    ["all", director],
  ];
  const words = await pairsOf(world);
  const totals = {
    group_by: [{ field: "stage" }],
    measures: [{ fn: "count" as const }, { fn: "sum" as const, field: "amount" }],
  };
  const boards: readonly (readonly [string, Caller, Omit<AggregateRequest, "object">])[] = [
    ["board totals, all", director, totals],
    ["board totals, subtree", manager, totals],
    ["as-of board totals, all", director, { ...totals, as_of: PAST }],
  ];
  return [
    ...(await getMeasures(world)),
    ...sights.flatMap(listsOf),
    ...(await listsOfAll(world)),
    listMeasure("as-of list-50 all", director, [{ request: { as_of: PAST, sort: "-amount" } }]),
    listMeasure("as-of list-50 one stage, subtree", manager, [
      { request: { as_of: PAST, filter: `stage == "proposal"` } },
    ]),
    ...sights.map(([sight, caller]) => searchMeasure(`search 2 characters, ${sight}`, caller, words)),
    ...boards.map(([name, caller, asked]) => boardMeasure(name, caller, asked)),
    funnelMeasure(director),
    await feedMeasure(world),
  ];
}

/** One record: as it is, and with titles and what it leads to, as the page of a record asks for it. */
async function getMeasures({ db, director }: World): Promise<readonly ReadMeasure[]> {
  const all = (
    await db.query<{ id: string }>({
      text: "select id from w_main.o_opportunity where deleted_at is null order by md5(id::text) limit 5000",
    })
  ).map(({ id }) => id);
  const measure = (name: string, options: GetOptions, query: string): ReadMeasure => {
    const statements = all.map((id) =>
      getStatement(director.context, opportunityOf(director.context), id, options, undefined),
    );
    return {
      name,
      text: statements[0]?.text ?? "",
      prepared: true,
      variants: all.map((id, at) => ({
        request: {
          method: "GET",
          path: `/api/v1/records/opportunity/${id}${query}`,
          headers: director.headers,
        },
        values: statements[at]?.values ?? [],
        plain: `/opportunities/${id}${query ? "?with=names" : ""}`,
      })),
    };
  };
  return [
    measure("get", {}, ""),
    measure("get with titles and account", { titles: true }, "?titles=1&expand=account"),
  ];
}

/** In one sight: as it opens, and filtered on one field and sorted by another. */
function listsOf([sight, caller]: Sight): readonly ReadMeasure[] {
  const { id, subtree } = caller.context.principal;
  const seen: Readonly<Record<string, string>> =
    sight === "own" ? { owner: id ?? "" } : sight === "subtree" ? { departments: subtree.join(",") } : {};
  const sources = SOURCES.map(({ name }) => name);
  return [
    listMeasure(`list-50 ${sight}`, caller, [{ request: {}, plain: seen }]),
    listMeasure(
      `list-50 ${sight}, of a stage by close_date`,
      caller,
      STAGES.map((stage) => ({
        request: { filter: `stage == "${stage}"`, sort: "close_date" },
        plain: { ...seen, stage, sort: "close_date" },
      })),
    ),
    listMeasure(
      `list-50 ${sight}, of a source by amount`,
      caller,
      sources.map((source) => ({
        request: { filter: `source == "${source}"`, sort: "-amount" },
        plain: { ...seen, source, sort: "-amount" },
      })),
    ),
    listMeasure(
      `list-50 ${sight}, of an amount by updated_at`,
      caller,
      LEAST.map((least) => ({ request: { filter: `amount >= ${least}` }, plain: { ...seen, least } })),
    ),
  ];
}

async function listsOfAll(world: World): Promise<readonly ReadMeasure[]> {
  const { director } = world;
  const deep = await pagesAfter(world);
  return [
    listMeasure("list-50 all, screen's columns and titles", director, [
      { request: { fields: FIELDS, titles: true } },
    ]),
    listMeasure("list-50 all, by close_date", director, [
      { request: { sort: "close_date" }, plain: { sort: "close_date" } },
    ]),
    listMeasure(
      "page 10,000 by amount",
      director,
      deep.map(({ cursor, after }) => ({
        request: { sort: "-amount", cursor },
        plain: { sort: "-amount", after },
      })),
    ),
  ];
}

function listMeasure(name: string, { context, headers }: Caller, asked: readonly Asked[]): ReadMeasure {
  const statements = asked.map(({ request }) => {
    const page = preparePage(context, opportunityOf(context), { object: "opportunity", ...request });
    if (!page.ok) throw new Error(`${name}: ${page.refusal.code}`);
    return page.value.statement;
  });
  const text = statements[0]?.text ?? "";
  if (statements.some((one) => one.text !== text)) throw new Error(`${name}: not one statement`);
  return {
    name,
    text,
    variants: asked.map(({ request, plain }, at) => {
      const query = new URLSearchParams(
        Object.entries(request).map(([key, value]): [string, string] => [
          key,
          value === true ? "1" : String(value),
        ]),
      );
      return {
        request: { method: "GET", path: `/api/v1/records/opportunity?${query.toString()}`, headers },
        values: statements[at]?.values ?? [],
        ...(plain ? { plain: `/opportunities?${new URLSearchParams(plain).toString()}` } : {}),
      };
    }),
  };
}

function boardMeasure(
  name: string,
  { context, headers }: Caller,
  asked: Omit<AggregateRequest, "object">,
): ReadMeasure {
  const prepared = prepareAggregate(context, opportunityOf(context), { object: "opportunity", ...asked });
  if (!prepared.ok) throw new Error(`${name}: ${prepared.refusal.code}`);
  const request = {
    method: "POST",
    path: "/api/v1/records/opportunity/aggregate",
    headers,
    body: JSON.stringify(asked),
  } as const;
  const { text, values = [] } = prepared.value.statement;
  return { name, text, variants: [{ request, values }] };
}

export function opportunityOf(context: Context): CatalogObject {
  const object = context.catalog.object("opportunity");
  if (!object) throw new Error("there are no opportunities");
  return object;
}

/**
 * Two Chinese characters after another as they stand in names of opportunities: the frequent ones come as
 * often as they do there.
 */
async function pairsOf({ db }: World): Promise<readonly string[]> {
  const rows = await db.query<{ name: string }>({
    text: "select name from w_main.o_opportunity order by md5(id::text) limit 300",
  });
  return rows.flatMap(({ name }, place) => {
    const pairs = [...name.matchAll(/(?=(\p{Script=Han}{2}))/gu)].flatMap(([, pair]) => pair ?? []);
    return pairs[place % Math.max(1, pairs.length)] ?? [];
  });
}

/** Another word each time, planned anew each time, as people ask. */
function searchMeasure(name: string, { context, headers }: Caller, words: readonly string[]): ReadMeasure {
  const statements = words.map((search) => {
    const page = preparePage(context, opportunityOf(context), { object: "opportunity", search });
    if (!page.ok) throw new Error(`${name}: ${page.refusal.code}`);
    return page.value.statement;
  });
  return {
    name,
    text: statements[0]?.text ?? "",
    variants: words.map((word, at) => ({
      request: {
        method: "GET",
        path: `/api/v1/records/opportunity?search=${encodeURIComponent(word)}`,
        headers,
      },
      values: statements[at]?.values ?? [],
    })),
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
  return { name: "funnel of a year", connections: [1], text, variants: [{ request, values: [from, to] }] };
}
/** From the middle of the log. */
async function feedMeasure({ db, director: { headers } }: World): Promise<ReadMeasure> {
  const [last] = await db.query<{ half: number }>({
    text: "select last_value / 2 as half from w_main.changes_seq",
  });
  const cursor = last?.half ?? 0;
  const request = {
    method: "GET",
    path: `/api/v1/changes?limit=500&objects=opportunity&cursor=${cursor}`,
    headers,
  } as const;
  const text =
    "select seq, at, object, record, version, kind, actor, before, after from w_main.changes where seq > $1 and object = 'opportunity' order by seq limit 500";
  return { name: "change feed, 500", text, variants: [{ request, values: [cursor] }] };
}

const PLACES = 8;
/** Cursors before page 10,000 and the pages around it, or before the last pages where there are fewer. */
async function pagesAfter({
  db,
  director,
}: World): Promise<readonly { readonly cursor: string; readonly after: string }[]> {
  const rows = await db.query<{ id: string; value: string | null }>({
    text: `select id, amount__base::text as value from w_main.o_opportunity where deleted_at is null and amount__base is not null order by amount__base desc, id desc
           offset least(499999, (select count(*) * 0.9 from w_main.o_opportunity where deleted_at is null and amount__base is not null)::int - 60) limit ${PLACES * 50}`,
  });
  return Array.from({ length: PLACES }, (_, page) => rows[page * 50]).flatMap((row) =>
    row
      ? [
          {
            cursor: sealCursor(director.context, ["opportunity", "", "-amount", "", "", false], {
              values: [row.value],
              id: row.id,
            }),
            after: `${row.value},${row.id}`,
          },
        ]
      : [],
  );
}
