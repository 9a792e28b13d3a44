import type { Route } from "../../../engine/api/route.ts";
import { accept } from "../../../engine/refusal.ts";
import { label } from "../../../shared/i18n/label.ts";
import { METRICS } from "../shared/metrics.ts";
import { asKnown } from "./as-known.ts";
import { cycle } from "./cycle.ts";
import { dwell } from "./dwell.ts";
import { funnel } from "./funnel.ts";
import { CycleBody, DwellBody, InsightBody, LossBody, MovementBody } from "./insight-body.ts";
import { loss } from "./loss.ts";
import { movement } from "./movement.ts";
import { winRate } from "./win-rate.ts";

const tag = "insight";
const common = { method: "POST", tag, reads: true, replica: "always" } as const;

export const insightRoutes: readonly Route[] = [
  {
    ...common,
    path: "/insight/funnel",
    longest: 15_000,
    summary: label("漏斗：各阶段到达数与转化率", "Funnel: how many reach each stage"),
    body: InsightBody,
    run: asKnown<InsightBody>(funnel, ({ as_of }) => as_of),
  },
  {
    ...common,
    path: "/insight/cycle",
    longest: 15_000,
    summary: label("成交周期", "Cycle: from the start to the outcome"),
    body: CycleBody,
    run: asKnown<CycleBody>(cycle, ({ as_of }) => as_of),
  },
  {
    ...common,
    path: "/insight/dwell",
    longest: 15_000,
    summary: label("阶段停留时间", "Dwell: how long records stay in each stage"),
    body: DwellBody,
    run: asKnown<DwellBody>(dwell, ({ as_of }) => as_of),
  },
  {
    ...common,
    path: "/insight/win_rate",
    longest: 15_000,
    summary: label("赢单率", "Win rate"),
    body: InsightBody,
    run: asKnown<InsightBody>(winRate, ({ as_of }) => as_of),
  },
  {
    ...common,
    path: "/insight/loss",
    longest: 15_000,
    summary: label("输单分析：阶段 × 原因", "Losses by stage and reason"),
    body: LossBody,
    run: asKnown<LossBody>(loss, ({ as_of }) => as_of),
  },
  {
    ...common,
    path: "/insight/movement",
    longest: 15_000,
    summary: label(
      "变动：两个时点之间，进行中的记录如何变化",
      "Movement: what became of the open records between two moments",
    ),
    body: MovementBody,
    run: asKnown<MovementBody>(movement, ({ to }) => to),
  },
  {
    method: "GET",
    path: "/metrics-catalog",
    tag,
    summary: label("指标定义", "Definitions of the metrics"),
    run: async () => accept({ data: METRICS }),
  },
];
