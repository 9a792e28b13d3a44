import type { PilotComparison, PilotStage } from "../../shared/pilot.contract.ts";
import { PILOT_SIDES, type PilotSide } from "../../shared/pilot.ts";

/** A rate as a percentage with one decimal; a dash where there is none. */
export const percent = (rate: string | null): string =>
  rate === null ? "–" : `${(Number(rate) * 100).toFixed(1)}%`;

/** Days with at most one decimal; a dash where there are none. */
export const days = (value: string | null): string =>
  value === null ? "–" : String(Math.round(Number(value) * 10) / 10);

/** One stage on one side of the comparison. */
export const stageAt = ({ sides }: PilotComparison, side: PilotSide, stage: string): PilotStage | undefined =>
  sides[side].stages.find((one) => one.stage === stage);

/** Whether anything happened at a stage on any side. */
export const isBusy = (found: PilotComparison, stage: string): boolean =>
  PILOT_SIDES.some((side) => {
    const figures = stageAt(found, side, stage);
    return figures !== undefined && (figures.tried.count > 0 || figures.entered.count > 0);
  });
