import { useQuery } from "@tanstack/react-query";
import type { LabelMap } from "../../shared/i18n/label.ts";
import type { Values } from "../../shared/metadata/object.ts";
import { partOf } from "../../shared/metadata/record-of.ts";
import { staged } from "../../shared/metadata/stage-fields.ts";
import { listPipelines } from "../../shared/wire/pipelines.contract.ts";
import { call } from "./call.ts";
import { isProblem } from "./problem-error.ts";
import { textValue } from "./values.ts";

export interface StageInfo {
  readonly name: string;
  readonly label: LabelMap;
  readonly type: "open" | "won" | "lost";
  readonly order?: number;
  readonly probability?: string | number | null;
  readonly color?: string;
}
export interface PipelineInfo {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly label: LabelMap;
  readonly default?: boolean;
  /** Takes no new records. */
  readonly retired?: boolean;
  readonly stages: readonly StageInfo[];
}

async function fetchPipelines(object: string): Promise<readonly PipelineInfo[]> {
  try {
    const { data } = await call(listPipelines, { query: { object } });
    return data.map((pipeline) => ({
      ...pipeline,
      stages: pipeline.stages.toSorted((one, other) => (one.order ?? 0) - (other.order ?? 0)),
    }));
  } catch (error) {
    if (isProblem(error) && (error.status === 404 || error.status === 403)) return [];
    throw error;
  }
}

const NONE: readonly PipelineInfo[] = [];
export const pipelinesKey = (object: string) => ["pipelines", object] as const;

/** The same with what has become of asking: none is said only where none is known to be there. */
export const usePipelinesQuery = (object: string, enabled = true) =>
  useQuery({
    queryKey: pipelinesKey(object),
    enabled,
    staleTime: 300_000,
    queryFn: () => fetchPipelines(object),
  });

/** The published pipelines of an object, where stages get their names and order from; none until they are known. */
export const usePipelines = (object: string, enabled = true): readonly PipelineInfo[] =>
  usePipelinesQuery(object, enabled).data ?? NONE;

/**
 * The stage a record stands in. A name is unique only in its pipeline; without the record's pipeline the
 * first that knows it.
 */
export function findStage(
  pipelines: readonly PipelineInfo[],
  name: string,
  record?: Values,
): StageInfo | undefined {
  const own = textValue(partOf(staged, record).pipeline);
  const ordered = own
    ? pipelines.toSorted((one, other) => Number(matches(other, own)) - Number(matches(one, own)))
    : pipelines;
  for (const pipeline of ordered) {
    const stage = pipeline.stages.find((one) => one.name === name);
    if (stage) return stage;
  }
  return undefined;
}
const matches = (pipeline: PipelineInfo, key: string): boolean =>
  pipeline.id === key || pipeline.name === key;
