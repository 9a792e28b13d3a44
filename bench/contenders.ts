import pg from "pg";
import { BARE_WRITES } from "./bare-sql.ts";
import type { ChildServer } from "./child-server.ts";
import { httpLoad, type HttpRequest } from "./http-load.ts";
import { type Contender, type Measure, rawRunner } from "./measure.ts";

/** The four that are compared, and how to make measures of them. */
export interface Contenders {
  readonly sluice: ChildServer;
  readonly plain: ChildServer;
  readonly bare: ChildServer;
  readonly pool: pg.Pool;
}
/** One of the requests of a measure that take turns. */
export interface ReadVariant {
  readonly request: HttpRequest;
  /** What the bare endpoint and raw put into the measure's statement for it. */
  readonly values: readonly unknown[];
  /** The same question to the plain design. */
  readonly plain?: string;
}
export interface ReadMeasure {
  readonly name: string;
  /** What Sluice itself runs for such a request. */
  readonly text: string;
  readonly variants: readonly ReadVariant[];
  /** The statement's plan never depends on its values: prepared once. */
  readonly prepared?: boolean;
  /** At how many connections at once; 1 and 16 unless told. */
  readonly connections?: readonly number[];
}
export interface WriteMeasure {
  readonly name: string;
  readonly request: () => HttpRequest | undefined;
  readonly plain: () => HttpRequest;
  readonly bare: "create" | "update";
  /** Undefined when no record is left to write. */
  readonly body: () => Readonly<Record<string, unknown>> | undefined;
}

const httpContender = (process: ChildServer, next: () => HttpRequest | undefined): Contender => ({
  process,
  run: (connections, seconds) => httpLoad(process.port, connections, seconds, next),
});

/**
 * A read: over HTTP, asked of the plain design, through the bare endpoint with the very same statement, and
 * that statement raw.
 */
export async function readMeasure(
  { sluice, plain, bare, pool }: Contenders,
  measure: ReadMeasure,
): Promise<Measure> {
  const { name, text, variants, prepared = false, connections } = measure;
  const key = name.replace(/\W+/g, "_");
  await post(bare, "/define", { name: key, text, values: variants.map(({ values }) => values), prepared });
  const request = cycle(variants.map((one) => one.request));
  const paths = variants.flatMap((one) => one.plain ?? []);
  const path = cycle(paths);
  const [place, values] = [cycle([...variants.keys()]), cycle(variants.map((one) => one.values))];
  return {
    ...(connections ? { connections } : {}),
    name,
    sluice: httpContender(sluice, request),
    ...(paths.length > 0
      ? { plain: httpContender(plain, () => ({ method: "GET", path: path(), headers: BROWSER })) }
      : {}),
    bare: httpContender(bare, () => ({ method: "GET", path: `/run/${key}?at=${place()}`, headers: BROWSER })),
    raw: {
      run: rawRunner(() => pool.query({ ...(prepared ? { name: key } : {}), text, values: [...values()] })),
    },
  };
}
/** Browsers take compressed answers: whoever compresses pays for it. */
export const BROWSER = "accept-encoding: gzip, deflate, br, zstd\r\n";

/** A write: over HTTP, by the plain design, with row, history and log by hand over HTTP, and the same raw. */
export function writeMeasure({ sluice, plain, bare, pool }: Contenders, measure: WriteMeasure): Measure {
  const { name, request, bare: write, body } = measure;
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
    name,
    sluice: httpContender(sluice, request),
    plain: httpContender(plain, measure.plain),
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
