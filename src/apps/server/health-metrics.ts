import { Gauge, type Registry } from "prom-client";
import { judgeHealth } from "../../engine/health/alarms.ts";
import { readHealth } from "../../engine/health/read-health.ts";
import type { Engine } from "./engine.ts";
import { collectHooks, modules } from "./modules.ts";

/** The figures of the health page for Prometheus, by workspace. Gives what brings them up to date. */
export function addHealthMetrics(engine: Engine): (registry: Registry) => () => Promise<void> {
  const { subscribers } = collectHooks(modules);
  return (registry) => {
    const registers = [registry];
    const gauge = <T extends string>(name: string, help: string, labelNames: readonly T[]) =>
      new Gauge({ name, help, labelNames: [...labelNames], registers });
    const writer = gauge("sluice_oldest_writer_seconds", "Age of the oldest transaction that has written", [
      "workspace",
    ]);
    const failures = gauge(
      "sluice_subscriber_failures",
      "Changes that a subscriber of the log could not deal with",
      ["workspace", "subscriber"],
    );
    const lag = gauge(
      "sluice_subscriber_lag_seconds",
      "Age of the oldest change that a subscriber has not come to",
      ["workspace", "subscriber"],
    );
    const givenUp = gauge(
      "sluice_subscriber_given_up",
      "Changes that a subscriber no longer tries by itself",
      ["workspace", "subscriber"],
    );
    const behind = gauge(
      "sluice_subscriber_behind",
      "Changes that a subscriber has not come to, counted up to 10,001",
      ["workspace", "subscriber"],
    );
    const waiting = gauge("sluice_queue_waiting_jobs", "Jobs whose time has come", ["workspace"]);
    const oldest = gauge("sluice_queue_oldest_seconds", "Age of the oldest waiting job", ["workspace"]);
    const failed = gauge("sluice_queue_failed_jobs", "Jobs that failed and come again, or were given up", [
      "workspace",
    ]);
    const alarm = gauge("sluice_alarm", "0 well, 1 wants attention, 2 ill", ["workspace", "name"]);
    return async () => {
      for (const workspace of engine.workspaces) {
        const figures = await readHealth(engine.db, workspace, subscribers);
        const at = { workspace: workspace.code };
        writer.set(at, figures.oldestWriter);
        for (const one of figures.subscribers) {
          failures.set({ ...at, subscriber: one.name }, one.failures);
          givenUp.set({ ...at, subscriber: one.name }, one.givenUp);
          lag.set({ ...at, subscriber: one.name }, one.lag);
          behind.set({ ...at, subscriber: one.name }, one.behind);
        }
        waiting.set(at, figures.queue.waiting);
        oldest.set(at, figures.queue.oldest);
        failed.set(at, figures.queue.failing + figures.queue.failed);
        for (const { name, state } of judgeHealth(figures))
          alarm.set({ ...at, name }, { ok: 0, attention: 1, ill: 2 }[state]);
      }
    };
  };
}
