import { useQuery } from "@tanstack/react-query";
import { call } from "../../../../../ui/data/call.ts";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import type { Stage } from "../../shared/pipeline.ts";
import { countOpened, type OpenedRow } from "../../shared/guidance.contract.ts";
import { pipelineSettingsMessages } from "./settings.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as dataTableStyles from "../../../../../ui/kit/DataTable.module.css";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";

/** Who opened which guidance how often: what helps is read, the rest can go. */
export function GuidanceTable({
  pipeline,
  stages,
}: {
  readonly pipeline: string;
  readonly stages: readonly Stage[];
}) {
  const { t, of } = useLanguage();
  const found = useQuery({
    queryKey: ["pipeline", pipeline, "guidance-opened"],
    queryFn: async ({ signal }) => (await call(countOpened, { params: { id: pipeline }, signal })).data,
  });
  return (
    <QueryResult query={found} rows={4}>
      {(data) => {
        if (data.length === 0)
          return <Empty icon="book" title={t(pipelineSettingsMessages.noGuidanceOpened)} small />;
        const stageNamed = (name: string) => stages.find((one) => one.name === name);
        const titleOf = ({ stage, link }: OpenedRow) => {
          if (link === null) return t(pipelineSettingsMessages.guidancePanel);
          return of(stageNamed(stage)?.guidance?.links?.find(({ url }) => url === link)?.label, link);
        };
        return (
          <div className={`${paneStyles.pipelinePane} ${base.stack}`}>
            <div className={dataTableStyles.dataTable} data-part="data-table">
              <table>
                <thead>
                  <tr>
                    {[
                      pipelineSettingsMessages.stage,
                      pipelineSettingsMessages.openedWhat,
                      pipelineSettingsMessages.person,
                      pipelineSettingsMessages.openedTimes,
                      pipelineSettingsMessages.openedLast,
                    ].map((text) => (
                      <th key={text.en}>{t(text)}</th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {data.map((row) => (
                    <tr key={`${row.stage}${row.link ?? ""}${row.person}`}>
                      <td>{of(stageNamed(row.stage)?.label, row.stage)}</td>
                      <td>{titleOf(row)}</td>
                      <td>{row.name ?? "–"}</td>
                      <td className={base.num} data-part="num">
                        {row.opened}
                      </td>
                      <td>{timeText(row.last_at)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          </div>
        );
      }}
    </QueryResult>
  );
}
