import { randomUUID } from "node:crypto";
import { ask } from "./ask-server.ts";
import type { LongContenders, LongWork } from "./long-work.ts";
import { PLAIN } from "./plain-tables.ts";
import type { Caller, World } from "./world.ts";

const LINES = 300;
const DOCUMENTS = 10;
export const DOCUMENT_WORK = `${DOCUMENTS} documents of ${LINES} lines (rows)`;
const label = (text: string) => ({ "zh-CN": text, en: text });

/** Documents of 300 lines with amounts, each saved at once: beside two plain tables that are told the sums. */
export async function documentWork(
  { administrator, db }: World,
  { sluice, pool }: LongContenders,
): Promise<LongWork> {
  await define(sluice.port, administrator, db);
  if (pool) await pool.query(TABLES);
  let run = 0;
  const line = (n: number) => ({ name: `第 ${n + 1} 行`, quantity: 1 + (n % 9), price: 100 + n, rate: 13 });
  const lines = Array.from({ length: LINES }, (_, n) => line(n));
  return {
    name: DOCUMENT_WORK,
    rows: DOCUMENTS * LINES,
    sluice: async () => {
      for (let n = 0; n < DOCUMENTS; n += 1)
        await ask(sluice.port, administrator.headers, "POST", "/api/v1/records/bench_paper_c", {
          name: `单据 ${(run += 1)}`,
          rows_c: lines.map(({ name, quantity, price, rate }) => ({
            name,
            quantity_c: String(quantity),
            price_c: String(price),
            rate_c: String(rate),
          })),
        });
    },
    raw:
      pool &&
      (async () => {
        for (let n = 0; n < DOCUMENTS; n += 1)
          await pool.query({
            name: "document",
            text: DOCUMENT,
            values: [
              randomUUID(),
              `单据 ${(run += 1)}`,
              lines.map(({ name }) => name),
              lines.map(({ quantity }) => quantity),
              lines.map(({ price }) => price),
              lines.map(({ rate }) => rate),
            ],
          });
      }),
  };
}

const TABLES = `
  create table if not exists ${PLAIN}.papers (id uuid primary key, name text, total numeric);
  create table if not exists ${PLAIN}.paper_lines (id uuid primary key default gen_random_uuid(), paper uuid references ${PLAIN}.papers, place integer,
    name text, quantity numeric, price numeric, rate numeric, amount numeric, tax numeric);
  create index if not exists paper_lines_paper on ${PLAIN}.paper_lines (paper)`;
const DOCUMENT = `with lines as (select * from unnest($3::text[], $4::numeric[], $5::numeric[], $6::numeric[]) with ordinality as l(name, quantity, price, rate, place)),
  paper as (insert into ${PLAIN}.papers select $1, $2, (select sum(round(quantity * price * (1 + rate / 100), 2)) from lines) returning id)
  insert into ${PLAIN}.paper_lines (paper, place, name, quantity, price, rate, amount, tax)
  select paper.id, place, name, quantity, price, rate, round(quantity * price, 2), round(quantity * price * rate / 100, 2) from lines, paper`;

/** An object with lines as an administrator makes one; once for each company. */
async function define(port: number, { headers }: Caller, db: World["db"]): Promise<void> {
  const [there] = await db.query<{ is_there: boolean }>({
    text: "select to_regclass('w_main.o_bench_paper_c') is not null as is_there",
  });
  if (there?.is_there) return;
  const post = (path: string, body: object) => ask(port, headers, "POST", `/api/v1/objects${path}`, body);
  const fields = async (object: string, kinds: Readonly<Record<string, object>>) => {
    for (const [name, more] of Object.entries(kinds))
      await post(`/${object}/fields`, { name, label: label(name), ...more });
  };
  await post("", { name: "bench_paper", label: label("Paper") });
  await post("", { name: "bench_row", label: label("Row"), sharing: "everyone" });
  const money = { kind: "money" };
  await fields("bench_paper_c", { tax_total: money, total: money });
  await fields("bench_row_c", {
    paper: { kind: "link", targets: ["bench_paper_c"], on_delete: "cascade", indexed: true },
    place: { kind: "integer" },
    quantity: { kind: "decimal" },
    price: money,
    rate: { kind: "percent" },
    amount: money,
    tax: money,
  });
  const document = { tax_total: "tax_total_c", total: "total_c" };
  const amounts = {
    quantity: "quantity_c",
    unit_price: "price_c",
    tax_rate: "rate_c",
    amount: "amount_c",
    tax: "tax_c",
    document,
  };
  await fields("bench_paper_c", {
    rows: { kind: "children", object: "bench_row_c", via: "paper_c", order: "place_c", amounts },
  });
}
