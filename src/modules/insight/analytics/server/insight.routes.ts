import { accept, serve } from "../../../../engine/public.ts";
import { askCycle, askDwell } from "../shared/durations.contract.ts";
import { askFunnel, askLoss, askWinRate, listMetrics } from "../shared/insight.contract.ts";
import { askMovement } from "../shared/movement.contract.ts";
import { asKnown } from "./as-known.ts";
import { cycle } from "./cycle.ts";
import { dwell } from "./dwell.ts";
import { funnel } from "./funnel.ts";
import { loss } from "./loss.ts";
import { metricCatalogue } from "./metric-catalogue.ts";
import { movement } from "./movement.ts";
import { winRate } from "./win-rate.ts";

const serving = { reads: true, replica: "always", longest: 15_000 } as const;
const asOf = ({ as_of }: { readonly as_of?: string }) => as_of;

export const insightRoutes = [
  serve(askFunnel, serving, asKnown(funnel, asOf)),
  serve(askCycle, serving, asKnown(cycle, asOf)),
  serve(askDwell, serving, asKnown(dwell, asOf)),
  serve(askWinRate, serving, asKnown(winRate, asOf)),
  serve(askLoss, serving, asKnown(loss, asOf)),
  serve(
    askMovement,
    serving,
    asKnown(movement, ({ to }) => to),
  ),
  serve(listMetrics, {}, async ({ hooks }) => accept({ data: [...metricCatalogue.read(hooks).values()] })),
];
