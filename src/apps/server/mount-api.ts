import { elevate } from "../../engine/kernel/elevate.ts";
import type { FastifyInstance } from "fastify";
import { mountRoutes } from "../../engine/api/edge.ts";
import { docsPage } from "../../engine/api/docs-page.ts";
import { openApi } from "../../engine/api/openapi.ts";
import { buildCatalog, EMPTY_LAYER } from "../../engine/catalog/build-catalog.ts";
import type { Context } from "../../engine/kernel/context.ts";
import { gatherNewest } from "../../engine/changes/newest-numbers.ts";
import { followsOf, followLogForSubscribers } from "../../engine/changes/subscribers-loop.ts";
import type { Engine } from "./engine.ts";
import { collectHooks, modules } from "./modules.ts";

/** Puts the API and its description on the server. */
export function mountApi(app: FastifyInstance, engine: Engine, version: string): void {
  const routes = modules.flatMap((module) => module.routes ?? []);
  mountRoutes(app, engine, routes);
  app.get("/api/openapi.json", async (request, reply) => {
    const { context, signedIn } = await engine.contextOf(request);
    return reply
      .type("application/json")
      .send(openApi(signedIn ? context : toStranger(context), routes, version));
  });
  app.get("/api/docs", async (request, reply) => {
    const { context, signedIn } = await engine.contextOf(request);
    return reply
      .type("text/html; charset=utf-8")
      .send(docsPage(signedIn ? context : toStranger(context), routes));
  });
}

/** Runs the readers of each served workspace's log, those added later and those that come back too. */
export function startSubscribers(
  engine: Engine,
  onError: (error: unknown) => void,
): { stop: () => Promise<void> } {
  const { subscribers } = collectHooks(modules);
  const passes = modules.flatMap((module) => module.passes ?? []);
  const newest = gatherNewest(engine.db, followsOf(passes));
  const running = new Map<string, { stop: () => Promise<void> }>();
  const follow = (): void => {
    const served = new Set(engine.workspaces.map(({ code }) => code));
    for (const workspace of engine.workspaces)
      if (!running.has(workspace.code))
        running.set(
          workspace.code,
          followLogForSubscribers(
            engine.db,
            workspace,
            subscribers,
            () => engine.systemContext(workspace),
            onError,
            {
              passes,
              newest,
              follower: engine.followerOf(workspace),
            },
          ),
        );
    for (const [code, readers] of running) {
      if (served.has(code)) continue;
      running.delete(code);
      readers.stop().catch(onError);
    }
  };
  follow();
  const timer = setInterval(follow, FOLLOW_MS);
  return {
    stop: async () => {
      clearInterval(timer);
      await Promise.all([...running.values()].map((one) => one.stop()));
    },
  };
}
const FOLLOW_MS = 3000;

/** Somebody who is not signed in reads what the program ships, nothing of what this company made. */
const toStranger = (context: Context): Context => ({
  ...elevate(context, "what the program ships is no secret"),
  catalog: buildCatalog(context.catalog.version, context.shipped, EMPTY_LAYER),
});
