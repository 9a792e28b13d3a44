import fastify from "fastify";
import pg from "pg";
import { BARE_WRITES } from "./bare-sql.ts";

/**
 * What the same work costs with nothing around it: Fastify and pg, no rights, no checks, no rules.
 * POST /define {name, text, values, prepared} keeps a statement and sets of values; GET /run/:name?at=3 runs
 * it with the fourth. POST /write/:name runs a write.
 */
interface Defined {
  readonly text: string;
  readonly values: readonly unknown[][];
  /** Prepared once under its name; planned anew each time otherwise. */
  readonly prepared: boolean;
}
const pool = new pg.Pool({ connectionString: process.env["DATABASE_URL"], max: 16 });
const defined = new Map<string, Defined>();
const app = fastify({ bodyLimit: 2 ** 25 });

app.post<{ Body: Defined & { name: string } }>("/define", async ({ body }) => {
  defined.set(body.name, body);
  return {};
});
app.get<{ Params: { name: string }; Querystring: { at?: string } }>(
  "/run/:name",
  async ({ params, query }) => {
    const statement = defined.get(params.name);
    if (!statement) throw new Error(`no statement ${params.name}`);
    const values = statement.values[Number(query.at ?? 0)];
    return {
      data: (
        await pool.query({
          ...(statement.prepared ? { name: params.name } : {}),
          text: statement.text,
          values,
        })
      ).rows,
    };
  },
);
app.post<{ Params: { name: string }; Body: Record<string, unknown> }>(
  "/write/:name",
  async ({ params, body }) => {
    const write = BARE_WRITES[params.name];
    if (!write) throw new Error(`no write ${params.name}`);
    const { rows } = await pool.query({ name: params.name, text: write.text, values: write.values(body) });
    return { data: rows[0] };
  },
);
app.get("/ready", async () => (await pool.query("select 1")).rows);
await app.listen({ port: Number(process.env["PORT"]), host: "127.0.0.1" });
for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => process.exit(0));
