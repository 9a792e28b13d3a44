import { useQuery } from "@tanstack/react-query";
import { request } from "../../../../ui/data/request.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { stageOf } from "../../shared/pipeline.ts";
import type { PipelineView } from "../gate-data.ts";
import { settingsTexts } from "./settings.messages.ts";

interface ImpactAnswer {
  readonly records: number;
  readonly open: number;
  readonly removed: readonly { readonly stage: string; readonly records: number }[];
  readonly judged: number;
  readonly failing: number;
  readonly failing_now: number | null;
}
/** How many records a publication concerns, and how many could not go on under it. */
export function Impact({
  pipeline,
  version,
}: {
  readonly pipeline: PipelineView;
  readonly version: number | undefined;
}) {
  const { t, of } = useLanguage();
  const { data, isPending, isError, error } = useQuery({
    queryKey: ["pipeline", pipeline.id, "impact", version ?? "draft"],
    staleTime: 0,
    queryFn: ({ signal }) =>
      request<ImpactAnswer>(
        `/pipelines/${pipeline.id}/impact${version === undefined ? "" : `?version=${version}`}`,
        { signal },
      ),
  });
  return (
    <>
      <h3>{t(settingsTexts.impact)}</h3>
      {isPending && <Skeleton rows={2} />}
      {isError && <Failure error={error} small />}
      {data && (
        <ul className="diff-list">
          <li>{t(settingsTexts.impactRecords, { records: data.records, open: data.open })}</li>
          {data.removed.map(({ stage, records }) => (
            <li key={stage}>
              {t(settingsTexts.impactRemoved, {
                stage: of(stageOf({ ...pipeline, object: pipeline.object }, stage)?.label, stage),
                count: records,
              })}
            </li>
          ))}
          {data.judged > 0 && (
            <li>
              {t(settingsTexts.impactFailing, {
                judged: data.judged,
                failing: data.failing,
                now: data.failing_now ?? "–",
              })}
            </li>
          )}
        </ul>
      )}
    </>
  );
}
