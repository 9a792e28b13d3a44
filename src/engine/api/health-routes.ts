import type { Language } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import {
  type HealthPoint,
  readHealth as readHealthTold,
  retrySubscribers,
  type HealthPointInWords,
} from "../../shared/wire/health.contract.ts";
import { serve } from "./serve.ts";
import { tryAgain } from "../changes/failed-changes.ts";
import { accept } from "../kernel/refusal.ts";
import { alarmMessages, judgeHealth, stateMessages } from "../health/alarms.ts";
import { readHealth } from "../health/read-health.ts";
import { tellFailedJobs } from "../health/failed-jobs.ts";

const serving = { ability: "settings.manage" } as const;

const told = (point: HealthPoint, language: Language): HealthPointInWords => ({
  ...point,
  label: alarmMessages[point.name].label,
  state_text: say(stateMessages[point.state], language),
  means: say(alarmMessages[point.name].means, language),
  todo: point.state === "ok" ? null : say(alarmMessages[point.name].todo, language),
});

/** How the program's work behind the screens is, for administrators. The same figures go to Prometheus. */
export const healthRoutes = [
  serve(readHealthTold, serving, async ({ db, workspace, language, hooks }) => {
    const figures = await readHealth(db, workspace, hooks.subscribers);
    const failed = tellFailedJobs(figures.queue.failures, hooks.kinds ?? [], language);
    const points = judgeHealth(figures).map((point) =>
      point.name === "failed_jobs" ? { ...point, details: failed } : point,
    );
    return accept({ data: points.map((point) => told(point, language)) });
  }),
  serve(retrySubscribers, serving, async ({ db, workspace }, { body: { subscriber } }) => {
    return accept({ retried: await tryAgain(db, workspace, subscriber ?? null) });
  }),
];
