import type { FastifyInstance, LightMyRequestResponse } from "fastify";
import type { Context } from "../engine/kernel/context.ts";
import { SESSION_COOKIE } from "../modules/base/identity/public.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { openProgram, serveProgram } from "./program.ts";

type Method = "GET" | "POST" | "PATCH" | "PUT" | "DELETE";
export interface FreshApp {
  readonly database: TestDatabase;
  /** As the program itself. */
  context(): Promise<Context>;
  call(method: Method, path: string, options?: CallOptions): Promise<Answered>;
  close(): Promise<void>;
}
export interface CallOptions {
  readonly body?: object;
  /** A session token. */
  readonly session?: string;
  /** An API key. */
  readonly key?: string;
  readonly ip?: string;
  readonly headers?: Readonly<Record<string, string>>;
}
export interface Answered {
  readonly status: number;
  readonly json: unknown;
  /** What stands at a place of the answer: `at("data.roles.0.name")`. */
  at(path: string): unknown;
  readonly headers: LightMyRequestResponse["headers"];
  /** The session token that the answer sets. */
  readonly session: string | undefined;
}

/** The whole program on a database of its own in which nobody has been set up. */
export async function freshApp(): Promise<FreshApp> {
  const database = await testDatabase({
    template: "fresh",
    prepare: async (db) => (await openProgram(db)).stop(),
  });
  const { engine, stop } = await openProgram(database.db);
  const [main] = engine.workspaces;
  if (!main) throw new Error("no workspace");
  const app = await serveProgram(engine, "error");
  return {
    database,
    context: () => engine.systemContext(main),
    call: (method, path, options) => call(app, method, path, options),
    close: async () => {
      stop();
      await app.close();
      await database.drop();
    },
  };
}

async function call(
  app: FastifyInstance,
  method: Method,
  path: string,
  { body, session, key, ip, headers }: CallOptions = {},
): Promise<Answered> {
  const own = { host: "localhost", origin: "http://localhost", "accept-language": "en" };
  const who = {
    ...(session ? { cookie: `${SESSION_COOKIE}=${session}` } : {}),
    ...(key ? { authorization: `Bearer ${key}` } : {}),
  };
  const answer = await app.inject({
    method,
    url: `/api/v1${path}`,
    headers: { ...own, ...who, ...headers },
    ...(body ? { payload: body } : {}),
    ...(ip ? { remoteAddress: ip } : {}),
  });
  const set = new RegExp(`${SESSION_COOKIE}=([^;]+);`).exec(String(answer.headers["set-cookie"] ?? ""))?.[1];
  const json: unknown = answer.body ? answer.json() : null;
  const at = (place: string) =>
    place
      .split(".")
      .reduce(
        (value, name) => (typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined),
        json,
      );
  return { status: answer.statusCode, json, at, headers: answer.headers, session: set };
}
