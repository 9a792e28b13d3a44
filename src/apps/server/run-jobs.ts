import type { Workspace } from "../../engine/kernel/context.ts";
import type { Module } from "../../engine/module.ts";
import type { Services } from "../../engine/kernel/services.ts";
import type { JobHandler, Queue } from "../../platform/queue/queue.ts";
import type { FileStores } from "../../platform/storage/file-store.ts";
import type { Engine } from "./engine.ts";

/** What the engine's contexts carry: file store and queue seen from one workspace. */
export const servicesOf =
  (files: FileStores, queue: Queue) =>
  (workspace: Workspace): Services => ({
    files: files.of(workspace.code),
    jobs: {
      enqueue: (kind, payload, options = {}) =>
        queue.enqueue(kind, payload, { workspace: workspace.code, ...options }),
    },
  });

/** The modules' kinds of job, each done as the program itself in the workspace it was asked for. */
export function jobHandlers(engine: Engine, modules: readonly Module[]): Record<string, JobHandler> {
  const kinds = modules.flatMap((module) => Object.entries(module.jobs ?? {}));
  return Object.fromEntries(
    kinds.map(([kind, work]) => [
      kind,
      async ({ workspace, payload }) => {
        const place = engine.workspaces.find(({ code }) => code === workspace);
        if (!place) throw new Error(`There is no workspace ${workspace}`);
        await work(await engine.systemContext(place), payload);
      },
    ]),
  );
}
