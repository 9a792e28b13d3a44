import type { FastifyInstance } from "fastify";
import type { Context } from "../engine/kernel/context.ts";
import type { Values } from "../shared/metadata/object.ts";
import { save } from "../engine/record/save.ts";
import type { Engine } from "../apps/server/engine.ts";
import { ensureAdministrator } from "../modules/base/identity/public.ts";
import type { Database } from "../platform/db/database.ts";
import { type TestDatabase, testDatabase } from "./database.ts";
import { openProgram, type ProgramOptions, serveProgram } from "./program.ts";

export const ADMIN = { login: "admin@example.com", password: "correct-horse-battery-9" };

export interface Reply {
  readonly status: number;
  /** The parsed body; loose on purpose, tests look into it. */
  // oxlint-disable-next-line typescript/no-explicit-any
  readonly json: any;
  readonly text: string;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
}
/** Somebody who talks to the API over HTTP. Paths begin after /api/v1. */
export interface Client {
  readonly headers: Readonly<Record<string, string>>;
  send(
    method: "GET" | "POST" | "PATCH" | "PUT" | "DELETE",
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<Reply>;
  get(path: string): Promise<Reply>;
  post(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  patch(path: string, body?: unknown, headers?: Record<string, string>): Promise<Reply>;
  delete(path: string, headers?: Record<string, string>): Promise<Reply>;
  /** Creates a record and gives it, or throws with the answer. */
  make(object: string, values: Values): Promise<Values & { id: string }>;
}
export interface TestApp {
  readonly app: FastifyInstance;
  readonly engine: Engine;
  readonly database: TestDatabase;
  readonly admin: Client;
  /** Nobody. */
  readonly anonymous: Client;
  /** A context of the program itself, for builders. */
  context(): Promise<Context>;
  /** Makes a person with a role and signs in. */
  person(options: {
    name: string;
    role: string;
    department?: string;
    manager?: string;
  }): Promise<Client & { id: string }>;
  /** Waits until jobs that were started are done. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** The whole program on a clone of a migrated database, spoken to over HTTP without a socket. */
export const testApp = async (options: Pick<ProgramOptions, "of"> = {}): Promise<TestApp> =>
  appOn(await testDatabase({ template: "app", prepare: prepareApp }), options);

/** The same on another database, which `prepareApp` has filled, perhaps with a replica. */
export async function appOn(
  database: TestDatabase,
  options: Pick<ProgramOptions, "replica" | "of" | "first"> = {},
): Promise<TestApp> {
  const { engine, services, stop } = await openProgram(database.db, options);
  const app = await serveProgram(engine);
  const anonymous = clientOf(app, {});
  const admin = await signIn(app, ADMIN.login, ADMIN.password);
  const context = async () => engine.systemContext(mainOf(engine));
  return {
    app,
    engine,
    database,
    admin,
    anonymous,
    context,
    person: (options) => makePerson(app, context, admin, options),
    idle: services.idle,
    close: async () => {
      stop();
      await app.close();
      await database.drop();
    },
  };
}
const mainOf = (engine: Engine) => {
  const [main] = engine.workspaces;
  if (!main) throw new Error("no workspace");
  return main;
};

export const prepareApp = (db: Database): Promise<void> => prepareProgram(db, {});
/** The same for a program of other modules. */
export async function prepareProgram(db: Database, options: Pick<ProgramOptions, "of">): Promise<void> {
  const { engine, stop } = await openProgram(db, options);
  const done = await ensureAdministrator(await engine.systemContext(mainOf(engine)), ADMIN);
  if (!done.ok) throw new Error(`no administrator was made: ${done.refusal.code}`);
  stop();
}

export async function signIn(app: FastifyInstance, login: string, password: string): Promise<Client> {
  const answer = await clientOf(app, {}).post("/session", { login, password });
  if (answer.status !== 200) throw new Error(`sign-in: ${answer.status} ${answer.text}`);
  const cookies = [answer.headers["set-cookie"]].flat().map((cookie) => String(cookie).split(";")[0]);
  return clientOf(app, { cookie: cookies.join("; ") });
}

/** A client with these headers, e.g. `{authorization: "Bearer …"}`. */
export function clientOf(app: FastifyInstance, headers: Readonly<Record<string, string>>): Client {
  const send: Client["send"] = async (method, path, body, more = {}) => {
    const payload = body === undefined ? {} : { payload: body as object };
    const answer = await app.inject({
      method,
      url: `/api/v1${path}`,
      headers: {
        "accept-language": "en",
        host: "localhost",
        origin: "http://localhost",
        ...headers,
        ...more,
      },
      ...payload,
    });
    let json: unknown;
    try {
      json = JSON.parse(answer.body);
    } catch {
      json = undefined;
    }
    return { status: answer.statusCode, json, text: answer.body, headers: answer.headers };
  };
  return {
    headers,
    send,
    get: (path) => send("GET", path),
    post: (path, body = {}, more) => send("POST", path, body, more),
    patch: (path, body, more) => send("PATCH", path, body, more),
    delete: (path, more) => send("DELETE", path, undefined, more),
    async make(object, values) {
      const answer = await send("POST", `/records/${object}`, values);
      if (answer.status !== 201) throw new Error(`make ${object}: ${answer.status} ${answer.text}`);
      return answer.json.data;
    },
  };
}

let made = 0;
async function makePerson(
  app: FastifyInstance,
  context: () => Promise<Context>,
  admin: Client,
  options: Parameters<TestApp["person"]>[0],
): Promise<Client & { id: string }> {
  made += 1;
  const login = `person${made}-${process.pid}@example.com`;
  const [role] = (await admin.get(`/records/role?filter=${encodeURIComponent(`name == "${options.role}"`)}`))
    .json.data;
  if (!role) throw new Error(`no role ${options.role}`);
  const values = {
    name: options.name,
    login,
    ...(options.department ? { department: options.department } : {}),
    ...(options.manager ? { manager: options.manager } : {}),
  };
  const saved = await save(await context(), {
    road: "setup",
    mode: "all",
    operations: [{ op: "create", object: "user", values }],
  });
  const [user] = saved.results;
  if (!user?.ok) throw new Error(`make a person: ${JSON.stringify(user)}`);
  await admin.make("user_role", { user: user.id, role: role.id });
  const password = "Long-enough-for-all-77";
  const set = await admin.post(`/users/${user.id}/credentials`, { login, password });
  if (set.status >= 300) throw new Error(`credentials: ${set.status} ${set.text}`);
  // As if they had changed it already.
  const { db, workspace } = await context();
  await db.query({
    text: `update ${workspace.schema}.credential set must_change = false where user_id = $1`,
    values: [user.id],
  });
  return { ...(await signIn(app, login, password)), id: user.id };
}
