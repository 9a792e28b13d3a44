import type { FastifyInstance } from "fastify";
import { mountRoutes } from "../../engine/api/edge.ts";
import { gatherNewest } from "../../engine/changes/newest-numbers.ts";
import { followsOf, followLogForSubscribers } from "../../engine/changes/subscribers-loop.ts";
import type { Engine } from "./engine.ts";
import { collectHooks, modules } from "./modules.ts";
import { mountDocs } from "./mount-docs.ts";

/** Puts the API and its description on the server. */
export function mountApi(app: FastifyInstance, engine: Engine, version: string): void {
  const routes = modules.flatMap((module) => module.routes ?? []);
  mountRoutes(app, engine, routes);
  mountDocs(app, engine, routes, version);
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
