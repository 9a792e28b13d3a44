import { newId } from "../src/engine/record/ids.ts";
import { BARE_WRITES } from "./bare-sql.ts";
import type { Contenders } from "./contenders.ts";
import { type Measured, median } from "./measure.ts";
import { Chance } from "./seed/chance.ts";
import { companyName } from "./seed/names.ts";
import type { World } from "./world.ts";

const BATCH = 500;
/**
 * Work that takes seconds: each is done once in a round, first by Sluice, then over the bare endpoint, then
 * raw.
 */
interface LongWork {
  readonly name: string;
  readonly rows: number;
  readonly sluice: () => Promise<void>;
  /** What it is compared with, where there is such a thing. */
  readonly bare?: (() => Promise<void>) | undefined;
  readonly raw?: (() => Promise<void>) | undefined;
}
export interface LongMeasured extends Measured {
  /** Megabytes that the server held at most while at it. */
  readonly peakMb: number | undefined;
}
/** Bare endpoint and raw statements may be left out. */
export type LongContenders = Pick<Contenders, "sluice"> & Partial<Pick<Contenders, "bare" | "pool">>;

export async function measureLong(
  work: LongWork,
  { sluice }: Contenders,
  rounds: number,
): Promise<LongMeasured> {
  const rates = { sluice: [] as number[], bare: [] as number[], raw: [] as number[], cpu: [] as number[] };
  let peak: number | undefined;
  const watch = setInterval(() => (peak = Math.max(peak ?? 0, sluice.memory() ?? 0)), 100);
  const rate = async (done: () => Promise<void>): Promise<number> => {
    const from = performance.now();
    await done();
    return (work.rows / (performance.now() - from)) * 1000;
  };
  for (let round = 0; round < rounds; round += 1) {
    const before = sluice.cpuMs();
    rates.sluice.push(await rate(work.sluice));
    const after = sluice.cpuMs();
    if (before !== undefined && after !== undefined) rates.cpu.push((after - before) / work.rows);
    if (work.bare) rates.bare.push(await rate(work.bare));
    if (work.raw) rates.raw.push(await rate(work.raw));
  }
  clearInterval(watch);
  const figures = (perSecond: number, cpu?: number) => ({ perSecond, p50: Number.NaN, p95: Number.NaN, cpu });
  const [ours, bare, raw] = [rates.sluice, rates.bare, rates.raw].map((found) =>
    found.length > 0 ? median(found) : Number.NaN,
  ) as [number, number, number];
  const own = figures(ours, rates.cpu.length > 0 ? median(rates.cpu) : undefined);
  return {
    name: work.name,
    connections: 1,
    sluice: own,
    bare: figures(bare),
    raw: figures(raw),
    toBare: ours / bare,
    toRaw: ours / raw,
    peakMb: peak,
  };
}

/** Bulk change, import and export of many rows, against the same rows sent and read 500 at a time. */
export async function longWorks(
  world: World,
  contenders: LongContenders,
  { bulk, rows }: { bulk: number; rows: number },
): Promise<LongWork[]> {
  return [
    await bulkWork(world, contenders, bulk),
    await importWork(world, contenders, rows),
    accountWork(world, contenders, rows / 10),
    exportWork(world, contenders, rows),
  ];
}

const inBatches = <T>(all: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / BATCH) }, (_, at) => all.slice(at * BATCH, (at + 1) * BATCH));

async function bulkWork(
  { db, director }: World,
  { sluice, bare, pool }: LongContenders,
  rows: number,
): Promise<LongWork> {
  // Records of its own for each, from all over the table: whoever came second would find the pages in memory
  // that the first has read.
  const all = await db.query<{ id: string }>({
    text: `select id from w_main.o_opportunity where stage_type = 'won' order by md5(id::text) limit ${3 * rows}`,
  });
  const part = (at: number): string[] =>
    all.slice(Math.floor((at * all.length) / 3), Math.floor(((at + 1) * all.length) / 3)).map(({ id }) => id);
  const [ids, bareIds, rawIds] = [part(0), part(1), part(2)];
  let step = 0;
  // Other words than an earlier run on the same company wrote: what is said already is not written again.
  const run = Date.now().toString(36);
  const word = (): string => `批量 ${run} ${(step += 1)}`;
  const update = BARE_WRITES["update"];
  return {
    name: `bulk of ${ids.length} (rows)`,
    rows: ids.length,
    sluice: async () => {
      const { id } = await ask<{ id: string }>(
        sluice.port,
        director.headers,
        "POST",
        "/api/v1/records/opportunity/bulk",
        {
          ids,
          values: { next_step: word() },
        },
      );
      await until(
        sluice.port,
        director.headers,
        `/api/v1/jobs/${id}`,
        (job) => job["status"] === "done" && job["done"] === ids.length,
      );
    },
    bare:
      bare &&
      (async () => {
        const next_step = word();
        for (const batch of inBatches(bareIds))
          await ask(bare.port, "", "POST", "/write/update", { ids: batch, next_step });
      }),
    raw:
      pool &&
      (async () => {
        const next_step = word();
        for (const batch of inBatches(rawIds))
          await pool.query({
            name: "update",
            text: update?.text ?? "",
            values: update?.values({ ids: batch, next_step }) ?? [],
          });
      }),
  };
}

async function importWork(
  { db, director }: World,
  { sluice, bare, pool }: LongContenders,
  count: number,
): Promise<LongWork> {
  const accounts = await db.query<{ id: string; name: string }>({
    text: "select min(id::text) as id, name from w_main.o_account where deleted_at is null group by name having count(*) = 1 order by 1 limit 2000",
  });
  const [pipeline] = await db.query<{ id: string }>({
    text: "select id from w_main.o_pipeline where object = 'opportunity' limit 1",
  });
  const account = (at: number) => accounts[at % accounts.length];
  const made = (at: number) => ({
    id: newId(),
    owner: director.context.principal.id,
    department: null,
    name: `导入商机 ${at}`,
    account: account(at)?.id,
    pipeline: pipeline?.id,
    amount: String(1000 + at),
    close_date: "2027-06-30",
  });
  const rows = () => inBatches(Array.from({ length: count }, (_, at) => made(at)));
  const create = BARE_WRITES["create"];
  return {
    name: `import of ${count} rows (rows)`,
    rows: count,
    sluice: async () => {
      const lines = Array.from(
        { length: count },
        (_, at) => `导入商机 ${at},${account(at)?.name},${1000 + at},2027-06-30`,
      );
      const mapping = {
        商机名称: "name",
        客户: { field: "account", by: "name", missing: "refuse" },
        金额: "amount",
        成交日期: "close_date",
      };
      await importCsv(
        sluice.port,
        director.headers,
        { object: "opportunity", match: [], mapping },
        ["商机名称,客户,金额,成交日期", ...lines].join("\n"),
        count,
      );
    },
    bare:
      bare &&
      (async () => {
        for (const batch of rows()) await ask(bare.port, "", "POST", "/write/create", { rows: batch });
      }),
    raw:
      pool &&
      (async () => {
        for (const batch of rows())
          await pool.query({
            name: "create",
            text: create?.text ?? "",
            values: create?.values({ rows: batch }) ?? [],
          });
      }),
  };
}

/**
 * Companies as a customer list has them, every name compared with those that are there: by the shipped rules
 * a credit code that is taken refuses, all else is a hint.
 */
function accountWork({ director }: World, { sluice }: LongContenders, rows: number): LongWork {
  const chance = new Chance(Date.now());
  return {
    name: `import of ${rows} accounts (rows)`,
    rows,
    sluice: async () => {
      const lines = Array.from({ length: rows }, (_, at) => {
        const { name, city, industry } = companyName(chance);
        return `${city}${name},${industry},0512-${String(60_000_000 + at)}`;
      });
      const mapping = { 公司名称: "name", 行业: "industry", 电话: "phone" };
      await importCsv(
        sluice.port,
        director.headers,
        { object: "account", match: [], mapping },
        ["公司名称,行业,电话", ...lines].join("\n"),
        rows,
      );
    },
  };
}

function exportWork({ director }: World, { sluice, bare, pool }: LongContenders, rows: number): LongWork {
  const columns = "name, account, stage, amount, close_date, owner, next_step, stage_entered_at";
  const text = `select id, ${columns} from w_main.o_opportunity where id > $1 and amount__base >= 0 and deleted_at is null order by id limit ${BATCH}`;
  const first = "00000000-0000-0000-0000-000000000000";
  const pageByPage = async (page: (after: string) => Promise<readonly { id: string }[]>): Promise<void> => {
    let after = first;
    for (let done = 0; done < rows; done += BATCH) after = (await page(after)).at(-1)?.id ?? after;
  };
  return {
    name: `export of ${rows} rows (rows)`,
    rows,
    sluice: () => exportCsv(sluice.port, director.headers, rows),
    bare:
      bare &&
      (async () => {
        await ask(bare.port, "", "POST", "/define", {
          name: "export",
          text,
          values: [first],
          at: 0,
          all: true,
        });
        await pageByPage(
          async (after) =>
            (await ask<{ data: { id: string }[] }>(bare.port, "", "GET", `/run/export?id=${after}`)).data,
        );
      }),
    raw:
      pool &&
      (() =>
        pageByPage(
          async (after) => (await pool.query<{ id: string }>({ name: "export", text, values: [after] })).rows,
        )),
  };
}

const headersOf = (lines: string): Record<string, string> =>
  Object.fromEntries(
    lines.trim() === ""
      ? []
      : lines
          .trim()
          .split("\r\n")
          .map((line) => line.split(": ") as [string, string]),
  );

async function ask<T = unknown>(
  port: number,
  headers: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<T> {
  const sent = {
    ...headersOf(headers),
    ...(headers ? { origin: `http://localhost:${port}` } : {}),
    ...(body ? { "content-type": "application/json" } : {}),
  };
  const answer = await fetch(`http://localhost:${port}${path}`, {
    method,
    headers: sent,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${(await answer.text()).slice(0, 600)}`);
  return (await answer.json()) as T;
}

async function until(
  port: number,
  headers: string,
  path: string,
  isDone: (state: Record<string, unknown>) => boolean,
): Promise<void> {
  for (const from = Date.now(); Date.now() - from < 600_000;) {
    const answer = await ask<Record<string, unknown> & { data?: Record<string, unknown> }>(
      port,
      headers,
      "GET",
      path,
    );
    const state = answer.data ?? answer;
    if (isDone(state)) return;
    if (state["status"] !== "queued" && state["status"] !== "running")
      throw new Error(`${path}: ${JSON.stringify(state).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`${path} does not end`);
}

async function importCsv(
  port: number,
  headers: string,
  options: object,
  csv: string,
  count: number,
): Promise<void> {
  const form = new FormData();
  form.set("options", JSON.stringify(options));
  form.set("file", new Blob([csv], { type: "text/csv" }), "rows.csv");
  const started = await fetch(`http://localhost:${port}/api/v1/imports`, {
    method: "POST",
    headers: { ...headersOf(headers), origin: `http://localhost:${port}` },
    body: form,
  });
  const { id } = (await started.json()) as { id?: string };
  if (!started.ok || !id) throw new Error(`import: ${started.status}`);
  await until(
    port,
    headers,
    `/api/v1/imports/${id}`,
    (run) => run["status"] === "done" && run["created"] === count,
  );
}

/** Reads the file as it comes and stops after so many lines, as one who has seen enough. */
async function exportCsv(port: number, headers: string, rows: number): Promise<void> {
  const fields = [
    "name",
    "account",
    "stage",
    "amount",
    "close_date",
    "owner",
    "next_step",
    "stage_entered_at",
  ];
  const sent = {
    ...headersOf(headers),
    origin: `http://localhost:${port}`,
    "content-type": "application/json",
  };
  const stop = new AbortController();
  const answer = await fetch(`http://localhost:${port}/api/v1/exports`, {
    method: "POST",
    headers: sent,
    body: JSON.stringify({ object: "opportunity", fields }),
    signal: stop.signal,
  });
  if (!answer.ok || !answer.body) throw new Error(`export: ${answer.status} ${await answer.text()}`);
  let lines = 0;
  for await (const chunk of answer.body) {
    for (const byte of chunk as Uint8Array) if (byte === 10) lines += 1;
    if (lines > rows) break;
  }
  if (lines < rows) throw new Error(`export: ${lines} lines`);
  stop.abort();
}
