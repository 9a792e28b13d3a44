import type { FastifyInstance } from "fastify";
import { mountRoutes } from "../../engine/api/edge.ts";
import { docsPage } from "../../engine/api/docs-page.ts";
import { openApi } from "../../engine/api/openapi.ts";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import type { Context } from "../../engine/context.ts";
import { runReaders } from "../../engine/changes/run-readers.ts";
import type { Engine } from "./engine.ts";
import { collectHooks, modules } from "./modules.ts";

/** Puts the API and its description on the server. */
export function mountApi(app: FastifyInstance, engine: Engine, version: string): void {
  const routes = modules.flatMap((module) => module.routes ?? []);
  mountRoutes(app, engine, routes);
  app.get("/api/openapi.json", async (request, reply) => {
    const { context, signedIn } = await engine.contextOf(request);
    return reply.type("application/json").send(openApi(signedIn ? context : toStranger(context), routes, version));
  });
  app.get("/api/docs", async (request, reply) => {
    const { context, signedIn } = await engine.contextOf(request);
    return reply.type("text/html; charset=utf-8").send(docsPage(signedIn ? context : toStranger(context), routes));
  });
}

/** Starts the readers of every workspace's log. */
export function startReaders(engine: Engine, onError: (error: unknown) => void): { stop: () => Promise<void> } {
  const { reacts } = collectHooks(modules);
  const passes = modules.flatMap((module) => module.passes ?? []);
  const running = engine.workspaces.map((workspace) => runReaders(engine.db, workspace, reacts, () => engine.systemContext(workspace), onError, passes));
  return { stop: async () => void (await Promise.all(running.map((one) => one.stop()))) };
}

/** Somebody who is not signed in reads what the program ships, nothing of what this company made. */
const toStranger = (context: Context): Context => ({
  ...context,
  catalog: buildCatalog(context.catalog.version, context.shipped, EMPTY_LAYER),
  principal: { ...context.principal, kind: "system" },
});
