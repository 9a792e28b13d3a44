import pg from "pg";
import type { Statement } from "../src/platform/db/database.ts";
import { BARE_WRITES } from "./bare-sql.ts";
import type { ChildServer } from "./child-server.ts";
import { httpLoad, type HttpRequest } from "./http-load.ts";
import { type Contender, type Measure, rawRunner } from "./measure.ts";

/** The three that are compared, and how to make measures of them. */
export interface Contenders {
  readonly sluice: ChildServer;
  readonly bare: ChildServer;
  readonly pool: pg.Pool;
}
export interface ReadMeasure {
  readonly name: string;
  readonly request: () => HttpRequest;
  /** What Sluice itself runs for such a request. */
  readonly statement: Statement;
  /** At how many connections at once; 1 and 16 unless told. */
  readonly connections?: readonly number[];
  /** Values to ask for in turn, in place of the statement's value at this place. Planned once for all, unless told for each. */
  readonly ids?: { readonly at: number; readonly all: readonly string[]; readonly planned?: "each" };
}
export interface WriteMeasure {
  readonly name: string;
  readonly request: () => HttpRequest | undefined;
  readonly bare: "create" | "update";
  /** Undefined when no record is left to write. */
  readonly body: () => Readonly<Record<string, unknown>> | undefined;
  readonly rows?: number;
  readonly connections?: readonly number[];
}

const httpContender = (process: ChildServer, next: () => HttpRequest | undefined): Contender => ({
  process,
  run: (connections, seconds) => httpLoad(process.port, connections, seconds, next),
});

/** A read: over HTTP, through the bare endpoint with the very same statement, and that statement raw. */
export async function readMeasure({ sluice, bare, pool }: Contenders, { name, request, statement, ids, connections }: ReadMeasure): Promise<Measure> {
  const values = [...(statement.values ?? [])];
  const key = name.replace(/\W+/g, "_");
  await post(bare, "/define", { name: key, text: statement.text, values, ...(ids ? { at: ids.at, planned: ids.planned, all: ids.planned === "each" } : {}) });
  const next = cycle(ids?.all ?? []);
  const path = (): string => (ids ? `/run/${key}?id=${encodeURIComponent(next())}` : `/run/${key}`);
  const ask = () =>
    ids
      ? pool.query({ ...(ids.planned ? {} : { name: key }), text: statement.text, values: values.with(ids.at, next()) })
      : pool.query({ text: statement.text, values });
  return {
    ...(connections ? { connections } : {}),
    name,
    sluice: httpContender(sluice, request),
    bare: httpContender(bare, () => ({ method: "GET", path: path() })),
    raw: { run: rawRunner(ask) },
  };
}

/** A write: row, history and log by hand over HTTP, and the same raw. */
export function writeMeasure({ sluice, bare, pool }: Contenders, { name, request, bare: write, body, rows = 1, connections }: WriteMeasure): Measure {
  const spelled = BARE_WRITES[write];
  if (!spelled) throw new Error(`no write ${write}`);
  const over = (): HttpRequest | undefined => {
    const given = body();
    return given && { method: "POST", path: `/write/${write}`, body: JSON.stringify(given) };
  };
  const ask = async (): Promise<void> => {
    const given = body();
    if (!given) throw new Error(`${name}: no record is left to write`);
    await pool.query({ name: write, text: spelled.text, values: spelled.values(given) });
  };
  return {
    ...(connections ? { connections } : {}),
    name,
    rows,
    sluice: httpContender(sluice, request),
    bare: httpContender(bare, over),
    raw: { run: rawRunner(ask) },
  };
}

async function post(server: ChildServer, path: string, body: unknown): Promise<void> {
  const answer = await fetch(`http://127.0.0.1:${server.port}${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`);
}

/** One after the other, again from the start. */
export function cycle<T>(all: readonly T[]): () => T {
  let at = 0;
  return () => all[at++ % all.length] as T;
}
