import { PROGRAM } from "../engine/kernel/elevate.ts";
import fastify from "fastify";
import { mountRoutes } from "../engine/api/edge.ts";
import type { Host } from "../engine/api/host.ts";
import { buildCatalog, EMPTY_LAYER } from "../engine/catalog/build-catalog.ts";
import type { Context, Principal } from "../engine/kernel/context.ts";
import { engineModule } from "../engine/engine.module.ts";
import type { Module } from "../engine/module.ts";
import { save } from "../engine/record/save.ts";
import { applySchema } from "../engine/schema/apply.ts";
import { balancesModule } from "../modules/base/balances/module.ts";
import { identityModule } from "../modules/base/identity/module.ts";
import { approvalsModule } from "../modules/process/approvals/module.ts";
import { gatesModule } from "../modules/process/gates/module.ts";
import { pipelineModule } from "../modules/process/pipeline/module.ts";
import { questionnairesModule } from "../modules/process/questionnaires/module.ts";
import { simulationModule } from "../modules/process/simulation/module.ts";
import { objectHooks, shippedObjects } from "../objects/registry.ts";
import { migrate, workspacePlace } from "../platform/db/migrate.ts";
import type { Values } from "../shared/metadata/object.ts";
import { calendarOf } from "../shared/time/working-calendar.ts";
import { testDatabase, type TestDatabase } from "./database.ts";

const nouns: Module = { name: "objects", objects: shippedObjects, hooks: objectHooks };
const program: readonly Module[] = [
  engineModule,
  nouns,
  balancesModule,
  identityModule,
  approvalsModule,
  questionnairesModule,
  pipelineModule,
  gatesModule,
  simulationModule,
];
const hooks = program.flatMap((module) => module.hooks ?? []);
const objects = program.flatMap((module) => module.objects ?? []);
const contributions = program.flatMap((module) => module.contributes ?? []);
const workspace = workspacePlace("main");

export interface PipelineReply {
  readonly status: number;
  /** What stands at a place of the answer: `at("data.stage")`. */
  at(path: string): unknown;
}
export interface PipelineApp {
  readonly db: TestDatabase["db"];
  /** The world's clock for every further request. */
  now: string;
  call(
    method: "GET" | "POST" | "PATCH" | "DELETE",
    path: string,
    body?: object,
    as?: "admin" | "seller",
  ): Promise<PipelineReply>;
  /** Creates a record as the administrator and answers its id. */
  make(object: string, values: Values): Promise<string>;
  /** The world as the program itself. */
  context(): Promise<Context>;
  readonly people: Readonly<Record<"admin" | "seller", string>>;
  close(): Promise<void>;
}

/**
 * Engine, objects, people and pipelines on a database of its own, called through HTTP as an administrator or
 * as a seller without further abilities.
 */
export async function pipelineApp(): Promise<PipelineApp> {
  const database = await testDatabase();
  const { db } = database;
  const catalogs = new Map<number, ReturnType<typeof buildCatalog>>();
  const clock = { now: new Date().toISOString() };
  const clocksOf = async () => {
    const { clocks } = (await pipelineModule.stages?.(db, workspace)) ?? {};
    return clocks ? { clocks } : {};
  };
  const contextAs = async (principal: Principal): Promise<Context> => {
    const [versions] = await db.query<{ definitions: number }>({
      text: `select definitions from "w_main".versions`,
    });
    const version = versions?.definitions ?? 1;
    const catalog =
      catalogs.get(version) ?? buildCatalog(version, objects, { ...EMPTY_LAYER, ...(await clocksOf()) });
    catalogs.set(version, catalog);
    return {
      db,
      workspace,
      catalog,
      shipped: objects,
      follower: {
        follow: () => () => undefined,
        told: () => undefined,
        whenTold: () => () => undefined,
        stop: () => undefined,
      },
      services: {
        files: {
          put: () => Promise.reject(new Error("no files")),
          open: () => Promise.reject(new Error("no files")),
          delete: () => Promise.resolve(),
        },
        jobs: { enqueue: async () => undefined },
      },
      hooks: {
        derives: hooks.filter((hook) => hook.word === "derive"),
        guards: hooks.filter((hook) => hook.word === "guard"),
        adds: hooks.filter((hook) => hook.word === "add"),
        subscribers: [],
        contributions,
      },
      company: {
        name: "渠成",
        currency: "CNY",
        zone: "Asia/Shanghai",
        language: "zh-CN",
        calendar: calendarOf([]),
      },
      principal,
      language: "en",
      requestId: "test",
      secret: "a secret of the test",
      now: clock.now,
    };
  };
  await migrate(
    db,
    program.flatMap((module) => module.migrations ?? []),
  );
  await applySchema(db, workspace, buildCatalog(1, objects, EMPTY_LAYER));
  for (const module of program) await module.seed?.(await contextAs(PROGRAM));
  const people = { admin: await person("Admin"), seller: await person("Seller") };

  async function person(name: string): Promise<string> {
    const { results } = await save(await contextAs(PROGRAM), {
      road: "setup",
      mode: "all",
      operations: [{ op: "create", object: "user", values: { name } }],
    });
    const [made] = results;
    if (!made?.ok) throw new Error(`user: ${JSON.stringify(made)}`);
    return made.id;
  }
  const everything = { create: true, read: "all", update: "all", delete: "all" } as const;
  const principalOf = (who: "admin" | "seller"): Principal => ({
    kind: "person",
    id: people[who],
    name: who,
    roles: [
      {
        id: who,
        name: who === "admin" ? "administrator" : "seller",
        objects: { "*": everything },
        fields: {},
        abilities: who === "admin" ? ["*"] : [],
      },
    ],
    departments: [],
    subtree: [],
  });
  const host: Host = {
    contextOf: async (request) => ({
      context: await contextAs(principalOf(request.headers["x-as"] === "seller" ? "seller" : "admin")),
      signedIn: true,
    }),
  };
  const server = fastify();
  mountRoutes(
    server,
    host,
    program.flatMap((module) => module.routes ?? []),
  );
  await server.ready();

  const call: PipelineApp["call"] = async (method, path, body, as = "admin") => {
    const answer = await server.inject({
      method,
      url: `/api/v1${path}`,
      headers: { "x-as": as },
      ...(body ? { payload: body } : {}),
    });
    const json: unknown = answer.body ? answer.json() : null;
    const at = (place: string) =>
      place
        .split(".")
        .reduce(
          (value, name) =>
            typeof value === "object" && value !== null ? Reflect.get(value, name) : undefined,
          json,
        );
    return { status: answer.statusCode, at };
  };
  return {
    db,
    people,
    get now() {
      return clock.now;
    },
    set now(moment) {
      clock.now = moment;
    },
    call,
    context: () => contextAs(PROGRAM),
    make: async (object, values) => {
      const reply = await call("POST", `/records/${object}`, values);
      if (reply.status !== 201)
        throw new Error(
          `${object}: ${reply.status} ${JSON.stringify(reply.at("errors") ?? reply.at("detail"))}`,
        );
      return String(reply.at("data.id"));
    },
    close: async () => {
      await server.close();
      await database.drop();
    },
  };
}
