import type { FastifyInstance } from "fastify";
import { type Engine, openEngine } from "../apps/server/engine.ts";
import { modules } from "../apps/server/modules.ts";
import { mountRoutes } from "../engine/api/edge.ts";
import type { Module } from "../engine/module.ts";
import type { Database } from "../platform/db/database.ts";
import type { Replica } from "../platform/db/replica.ts";
import { createServer } from "../platform/http/create-server.ts";
import { createLog } from "../platform/log/log.ts";
import { holdToContract } from "./hold-to-contract.ts";
import { testServices } from "./services.ts";

export type TestServices = ReturnType<typeof testServices>;
export interface Program {
  readonly engine: Engine;
  readonly services: TestServices;
  /** Stops the engine and its jobs; the database stays. */
  stop(): void;
}
export interface ProgramOptions {
  /** A workspace to be made beside "main". */
  readonly make?: string;
  readonly replica?: Replica;
  /** Other modules than the program's. */
  readonly of?: readonly Module[];
  /** What is done before the engine opens, e.g. a restore that brings files. */
  readonly first?: (services: TestServices) => Promise<void>;
}

/** The whole program on a database, with files and jobs in this process. */
export async function openProgram(
  db: Database,
  { make, replica, of = modules, first }: ProgramOptions = {},
): Promise<Program> {
  const opened: { done?: (engine: Engine) => void } = {};
  // Jobs that opening it asks for wait for it.
  const ready = new Promise<Engine>((resolve) => (opened.done = resolve));
  const services = testServices(of, async (workspace) => (await ready).systemContext(workspace));
  await first?.(services);
  const engine = await openEngine({
    db,
    replica,
    modules: of,
    services: services.of,
    onError: (error) => console.error(error),
    ...(make ? { make } : {}),
  });
  opened.done?.(engine);
  return { engine, services, stop: () => (engine.stop(), services.close()) };
}

/** Its API, to be spoken to without a socket. */
export async function serveProgram(
  engine: Engine,
  level: "silent" | "error" = "silent",
): Promise<FastifyInstance> {
  const app = await createServer({ log: createLog(level) });
  mountRoutes(app, engine, modules.flatMap((module) => module.routes ?? []).map(holdToContract));
  await app.ready();
  return app;
}
