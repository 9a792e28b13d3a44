import { useQuery } from "@tanstack/react-query";
import type { PagePartProps } from "../../../../../ui/slots/pages.ts";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { stageOf } from "../../../pipeline/shared/public.ts";
import { readImpact } from "../../shared/gate-reports.contract.ts";
import { usePipeline } from "../../../pipeline/client/public.ts";
import { gateReportMessages } from "./gate-reports.messages.ts";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import * as diffListStyles from "../../../../../ui/kit/diff-list.module.css";

/** How many records a publication concerns, and how many could not go on under it. */
export function Impact({ id, version }: PagePartProps) {
  const pipeline = usePipeline(id).data;
  const { t, of } = useLanguage();
  const found = useQuery({
    queryKey: ["pipeline", id, "impact", version ?? "draft"],
    staleTime: 0,
    queryFn: ({ signal }) =>
      call(readImpact, {
        params: { id },
        query: version === undefined ? {} : { version: String(version) },
        signal,
      }),
  });
  return (
    <>
      <h3>{t(gateReportMessages.impact)}</h3>
      <QueryResult query={found} rows={2} small>
        {(data) =>
          pipeline && (
            <ul className={diffListStyles.diffList}>
              <li>{t(gateReportMessages.impactRecords, { records: data.records, open: data.open })}</li>
              {data.removed.map(({ stage, records }) => (
                <li key={stage}>
                  {t(gateReportMessages.impactRemoved, {
                    stage: of(stageOf({ ...pipeline, object: pipeline.object }, stage)?.label, stage),
                    count: records,
                  })}
                </li>
              ))}
              {data.judged > 0 && (
                <li>
                  {t(gateReportMessages.impactFailing, {
                    judged: data.judged,
                    failing: data.failing,
                    now: data.failing_now ?? "–",
                  })}
                </li>
              )}
            </ul>
          )
        }
      </QueryResult>
    </>
  );
}
