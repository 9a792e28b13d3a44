import type { Contenders } from "./contenders.ts";
import { BARE_WRITES } from "./bare-sql.ts";
import { newId } from "../src/engine/record/ids.ts";
import { median } from "./measure.ts";
import type { World } from "./world.ts";

export const IMPORT_ROWS = 10_000;
const BATCH = 500;
export interface Imported {
  /** Rows a second. */
  readonly sluice: number;
  readonly bare: number;
  readonly raw: number;
  readonly cpuPerRow: number | undefined;
}

/** A CSV of 10,000 opportunities through the import API, against the same rows sent to the bare endpoint, and to the database, 500 at a time. */
export async function measureImport(world: World, { sluice, bare, pool }: Contenders, rounds: number): Promise<Imported> {
  const accounts = await world.db.query<{ id: string; name: string }>({ text: "select id, name from w_main.o_account order by id limit 2000" });
  const [pipeline] = await world.db.query<{ id: string }>({ text: "select id from w_main.o_pipeline where object = 'opportunity' limit 1" });
  const owner = world.director.context.principal.id;
  const account = (at: number) => accounts[at % accounts.length];
  const rows = () =>
    Array.from({ length: IMPORT_ROWS }, (_, at) => ({
      id: newId(),
      owner,
      department: null,
      name: `导入商机 ${at}`,
      account: account(at)?.id,
      pipeline: pipeline?.id,
      amount: String(1000 + at),
      close_date: "2027-06-30",
    }));
  const write = BARE_WRITES["create"];
  const rates: Record<"sluice" | "bare" | "raw" | "cpu", number[]> = { sluice: [], bare: [], raw: [], cpu: [] };
  const rate = async (work: () => Promise<void>): Promise<number> => {
    const from = performance.now();
    await work();
    return (IMPORT_ROWS / (performance.now() - from)) * 1000;
  };
  for (let round = 0; round < rounds; round += 1) {
    const csv = [
      "商机名称,客户,金额,成交日期",
      ...Array.from({ length: IMPORT_ROWS }, (_, at) => `导入商机 ${at},${account(at)?.name},${1000 + at},2027-06-30`),
    ].join("\n");
    const before = sluice.cpuMs();
    rates.sluice.push(await rate(() => importCsv(world, sluice.port, csv)));
    const after = sluice.cpuMs();
    if (before !== undefined && after !== undefined) rates.cpu.push((after - before) / IMPORT_ROWS);
    const given = rows();
    const batches = Array.from({ length: IMPORT_ROWS / BATCH }, (_, at) => given.slice(at * BATCH, (at + 1) * BATCH));
    rates.bare.push(
      await rate(async () => {
        for (const batch of batches) await send(bare.port, batch);
      }),
    );
    const again = rows();
    rates.raw.push(
      await rate(async () => {
        for (let at = 0; at < IMPORT_ROWS; at += BATCH)
          await pool.query({ name: "create", text: write?.text ?? "", values: write?.values({ rows: again.slice(at, at + BATCH) }) ?? [] });
      }),
    );
  }
  return { sluice: median(rates.sluice), bare: median(rates.bare), raw: median(rates.raw), cpuPerRow: rates.cpu.length > 0 ? median(rates.cpu) : undefined };
}

async function send(port: number, rows: readonly unknown[]): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${port}/write/create`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ rows }),
  });
  await answer.text();
  if (!answer.ok) throw new Error(`bare import: ${answer.status}`);
}

async function importCsv({ director }: World, port: number, csv: string): Promise<void> {
  const headers = Object.fromEntries(
    director.headers
      .trim()
      .split("\r\n")
      .map((line) => line.split(": ") as [string, string]),
  );
  const form = new FormData();
  const mapping = { 商机名称: "name", 客户: { field: "account", by: "name", missing: "refuse" }, 金额: "amount", 成交日期: "close_date" };
  form.set("options", JSON.stringify({ object: "opportunity", match: [], mapping }));
  form.set("file", new Blob([csv], { type: "text/csv" }), "deals.csv");
  const started = await fetch(`http://localhost:${port}/api/v1/imports`, {
    method: "POST",
    headers: { ...headers, origin: `http://localhost:${port}` },
    body: form,
  });
  const { id } = (await started.json()) as { id?: string };
  if (!started.ok || !id) throw new Error(`import: ${started.status}`);
  for (const from = Date.now(); Date.now() - from < 300_000;) {
    const answer = await fetch(`http://localhost:${port}/api/v1/imports/${id}`, { headers });
    const { data } = (await answer.json()) as { data: { status: string; created: number } };
    if (data.status === "done" && data.created === IMPORT_ROWS) return;
    if (data.status !== "queued" && data.status !== "running") throw new Error(`import: ${JSON.stringify(data).slice(0, 600)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error("the import does not end");
}
