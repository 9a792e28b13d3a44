import { findStage, type PipelineInfo, type StageInfo } from "../../../../ui/data/pipelines.ts";
import type { StageFigure } from "../shared/home.contract.ts";

interface FunnelRow {
  readonly figure: StageFigure;
  readonly stage: StageInfo | undefined;
  /** Among the open stages of its pipeline, of which there are `count`. */
  readonly place: number;
  readonly count: number;
}
export interface Funnel {
  readonly key: string;
  readonly pipeline: PipelineInfo | undefined;
  readonly rows: readonly FunnelRow[];
}

/** The stages by pipeline, each in its order. Where a pipeline is not told, the first that knows the stage. */
export function funnelsOf(
  figures: readonly StageFigure[],
  pipelines: readonly PipelineInfo[],
): readonly Funnel[] {
  const ids = [...new Set(figures.map(({ pipeline }) => pipeline))];
  const placeOf = (id: string | null) => pipelines.findIndex((pipeline) => pipeline.id === id);
  return ids
    .toSorted((one, other) => placeOf(one) - placeOf(other))
    .map((id) => {
      const pipeline = pipelines.find((one) => one.id === id);
      const among = pipeline ? [pipeline] : pipelines;
      const open = among.flatMap(({ stages }) => stages).filter(({ type }) => type === "open");
      const rows = figures
        .filter((figure) => figure.pipeline === id)
        .map((figure) => ({
          figure,
          stage: findStage(among, figure.stage),
          place: open.findIndex(({ name }) => name === figure.stage),
          count: open.length,
        }))
        .toSorted((one, other) => one.place - other.place);
      return { key: id ?? "", pipeline, rows };
    });
}
