import type { ReactNode } from "react";
import { type ObjectInfo, useObjects } from "../../../../ui/data/objects.ts";
import { type PipelineInfo, usePipelinesQuery } from "../../../../ui/data/pipelines.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import { insightScreenMessages } from "./insight.messages.ts";

export interface OfPipeline {
  /** All whose records one may see. */
  readonly pipelines: readonly PipelineInfo[];
  readonly pipeline: PipelineInfo;
  readonly object: ObjectInfo;
}
export interface PipelineOfPageProps {
  /** The one that the address names. */
  readonly wanted: string;
  readonly children: (of: OfPipeline) => ReactNode;
}
/**
 * Finds the pipeline that a page is about: the one that was asked for, else the default one of opportunities,
 * else any. That there is none is said only once it is known.
 */
export function PipelineOfPage({ wanted, children }: PipelineOfPageProps) {
  const { t } = useLanguage();
  const objects = useObjects();
  return (
    <QueryResult query={usePipelinesQuery("")} rows={9}>
      {(known) => {
        const pipelines = known.filter((one) => objects.has(one.object));
        const pipeline =
          pipelines.find(({ id }) => id === wanted) ??
          pipelines.find((one) => one.object === "opportunity" && one.default) ??
          pipelines[0];
        const object = pipeline && objects.get(pipeline.object);
        if (pipeline && object) return children({ pipelines, pipeline, object });
        return (
          <Empty
            icon="funnel"
            title={t(insightScreenMessages.noPipeline)}
            detail={t(insightScreenMessages.noPipelineDetail)}
          />
        );
      }}
    </QueryResult>
  );
}
