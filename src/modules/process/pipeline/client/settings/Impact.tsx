import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { Failure, Skeleton } from "../../../../../ui/kit/States.tsx";
import { stageOf } from "../../shared/pipeline.ts";
import { readImpact } from "../../shared/gate-reports.contract.ts";
import type { PipelineView } from "../../../../../shared/wire/pipelines.contract.ts";
import { settingsTexts } from "./settings.messages.ts";

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
      call(readImpact, {
        params: { id: pipeline.id },
        query: version === undefined ? {} : { version: String(version) },
        signal,
      }),
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
