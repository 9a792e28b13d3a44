import { Type } from "@sinclair/typebox";
import { label } from "../../shared/i18n/label.ts";
import { say } from "../../shared/i18n/messages.ts";
import type { Route } from "../api/route.ts";
import { accept } from "../refusal.ts";
import { systemTable } from "../schema/names.ts";
import { healthTexts, judgeHealth, stateTexts } from "./alarms.ts";
import { readHealth } from "./read-health.ts";

/** How the program's work behind the screens is, for administrators. The same figures go to Prometheus. */
export const healthRoutes: readonly Route[] = [
  {
    method: "GET",
    path: "/system/health",
    tag: "operations",
    ability: "settings.manage",
    summary: label("系统健康", "Health of the system"),
    run: async (context) => {
      const { language } = context;
      const points = judgeHealth(await readHealth(context.db, context.workspace));
      return accept({
        data: points.map((point) => ({
          ...point,
          label: healthTexts[point.name].label,
          state_text: say(stateTexts[point.state], language),
          means: say(healthTexts[point.name].means, language),
          todo: point.state === "ok" ? null : say(healthTexts[point.name].todo, language),
        })),
      });
    },
  },
  {
    method: "POST",
    path: "/system/health/retry",
    tag: "operations",
    ability: "settings.manage",
    summary: label("立即重试失败的订阅", "Try failed subscribers again now"),
    body: Type.Object({ subscriber: Type.Optional(Type.String({ maxLength: 100 })) }),
    run: async (context, { body }) => {
      const { subscriber } = body as { subscriber?: string };
      const rows = await context.db.query({
        text: `update ${systemTable(context.workspace, "reader_failure")} set due_at = now(), attempts = 1 where $1::text is null or reader = $1 returning 1`,
        values: [subscriber ?? null],
      });
      return accept({ retried: rows.length });
    },
  },
];
