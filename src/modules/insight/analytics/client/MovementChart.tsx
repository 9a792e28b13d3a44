import { useMemo } from "react";
import { useNavigate } from "react-router";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { useIsNarrow } from "../../../../ui/kit/use-is-narrow.ts";
import { type Movement, MOVEMENTS } from "../shared/movement.contract.ts";
import { Chart } from "./Chart.tsx";
import { useChartColors } from "./chart-theme.ts";
import { listOf } from "./insight-data.ts";
import { movementMessages } from "./movement.messages.ts";
import { movementOption } from "./movement-option.ts";

/** Bars that begin where the one before ended. A click opens the records. */
export function MovementChart({
  movement,
  measure,
}: {
  readonly movement: Movement;
  readonly measure: "amount" | "count";
}) {
  const { t, language } = useLanguage();
  const colors = useChartColors();
  const narrow = useIsNarrow();
  const navigate = useNavigate();
  const option = useMemo(
    () => movementOption(movement, measure, { colors, narrow, t, language }),
    [movement, measure, colors, narrow, t, language],
  );
  const pick = (_series: string, row: number) => {
    const name = MOVEMENTS[row];
    if (name && movement[name].count > 0) void navigate(listOf(movement[name].records));
  };
  return (
    <Chart
      option={option}
      height={MOVEMENTS.length * 36 + 12}
      label={t(movementMessages.waterfall)}
      onPick={pick}
    />
  );
}
