import { randomUUID } from "node:crypto";
import fastify from "fastify";
import pg from "pg";
import { PLAIN } from "./plain-tables.ts";

/**
 * The plain design: what a developer writes in an afternoon, Fastify and pg on tables and indexes drawn by
 * hand. It knows no rights, no rules, no gates, keeps no versions and no log; whose records a list shows is
 * an ordinary filter. What it does in a second is what Sluice is measured against.
 */
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 16 });
const app = fastify();
const OPPORTUNITIES = `${PLAIN}.opportunities`;
const WRITABLE = [
  "name",
  "account",
  "owner",
  "department",
  "pipeline",
  "stage",
  "amount",
  "currency",
  "close_date",
  "next_step",
];
const SORTABLE: Readonly<Record<string, string>> = {
  amount: "amount",
  close_date: "close_date",
  updated_at: "updated_at",
};

interface ListQuery {
  readonly owner?: string;
  readonly departments?: string;
  readonly stage?: string;
  readonly source?: string;
  readonly least?: string;
  readonly sort?: string;
  /** Value and id of the last row before. */
  readonly after?: string;
}

app.get<{ Params: { id: string }; Querystring: { with?: string } }>(
  "/opportunities/:id",
  async ({ params, query }, reply) => {
    const { rows } = await pool.query(
      query.with
        ? {
            name: "get_with_names",
            text: `select o.*, u.name as owner_name, to_json(a.*) as account_row from ${OPPORTUNITIES} o left join ${PLAIN}.users u on u.id = o.owner left join ${PLAIN}.accounts a on a.id = o.account where o.id = $1`,
            values: [params.id],
          }
        : { name: "get", text: `select * from ${OPPORTUNITIES} where id = $1`, values: [params.id] },
    );
    return rows[0] ?? reply.code(404).send({});
  },
);

app.get<{ Querystring: ListQuery }>("/opportunities", async ({ query }) => {
  const values: unknown[] = [];
  const where: string[] = [];
  const add = (value: unknown): string => `$${values.push(value)}`;
  if (query.owner) where.push(`owner = ${add(query.owner)}`);
  if (query.departments) where.push(`department = any(${add(query.departments.split(","))}::uuid[])`);
  if (query.stage) where.push(`stage = ${add(query.stage)}`);
  if (query.source) where.push(`source = ${add(query.source)}`);
  if (query.least) where.push(`amount >= ${add(query.least)}`);
  const descending = query.sort?.startsWith("-") ?? true;
  const column = SORTABLE[query.sort?.replace("-", "") ?? ""] ?? "updated_at";
  const [value, id] = query.after?.split(",") ?? [];
  if (value !== undefined)
    where.push(`(${column}, id) ${descending ? "<" : ">"} (${add(value)}, ${add(id)})`);
  const order = descending ? " desc" : "";
  const text = `select * from ${OPPORTUNITIES}${where.length > 0 ? ` where ${where.join(" and ")}` : ""} order by ${column}${order}, id${order} limit 50`;
  return { data: (await pool.query({ text, values })).rows };
});

app.post<{ Body: Record<string, unknown> }>("/opportunities", async ({ body }, reply) => {
  const given = WRITABLE.filter((name) => name in body);
  const columns = ["id", ...given, "stage_type", "stage_entered_at", "created_at", "updated_at"];
  const places = ["$1", ...given.map((_, at) => `$${at + 2}`), "'open'", "now()", "now()", "now()"];
  const { rows } = await pool.query({
    name: `create_${given.length}_${given.at(-1)}`,
    text: `insert into ${OPPORTUNITIES} (${columns.join(", ")}) values (${places.join(", ")}) returning *`,
    values: [randomUUID(), ...given.map((name) => body[name])],
  });
  return reply.code(201).send(rows[0]);
});

app.patch<{ Params: { id: string }; Body: Record<string, unknown> }>(
  "/opportunities/:id",
  async ({ params, body }, reply) => {
    const given = WRITABLE.filter((name) => name in body);
    const sets = [
      ...given.map((name, at) => `${name} = $${at + 2}`),
      "updated_at = now()",
      ...(given.includes("stage") ? ["stage_entered_at = now()"] : []),
    ];
    const { rows } = await pool.query({
      name: `change_${given.join("_").slice(0, 50)}`,
      text: `update ${OPPORTUNITIES} set ${sets.join(", ")} where id = $1 returning *`,
      values: [params.id, ...given.map((name) => body[name])],
    });
    return rows[0] ?? reply.code(404).send({});
  },
);

app.get("/ready", async () => (await pool.query("select 1")).rows);
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
