import { BarChart } from "../../../../ui/charts/BarChart.tsx";
import { reachOf } from "../../../../ui/charts/bars.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import type { Movement } from "../shared/movement.contract.ts";
import { movementMessages } from "./movement.messages.ts";
import { movementRows } from "./movement-bars.ts";

export interface MovementChartProps {
  readonly movement: Movement;
  readonly measure: "amount" | "count";
}
/** Bars that begin where the one before ended. A click opens the records. */
export function MovementChart({ movement, measure }: MovementChartProps) {
  const { t, language } = useLanguage();
  const narrow = useIsNarrow();
  const rows = movementRows(movement, measure, { narrow, t, language });
  return (
    <BarChart
      label={t(movementMessages.waterfall)}
      rows={rows}
      max={reachOf(rows)}
      names={narrow ? 84 : 100}
      figures={narrow ? 96 : 170}
    />
  );
}
