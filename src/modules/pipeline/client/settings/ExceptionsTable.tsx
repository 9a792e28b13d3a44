import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "../../../../ui/data/request.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { pipelineTexts } from "../pipeline.messages.ts";
import { settingsTexts } from "./settings.messages.ts";

interface ExceptionRow {
  readonly record: string;
  readonly object: string;
  readonly title: string | null;
  readonly stage: string | null;
  readonly criterion: string;
  readonly until: string;
  readonly granted_by_name: string | null;
  readonly reason: string;
  readonly is_over: boolean;
}
/** Open records that were let past a criterion for a time: those whose time is over first. */
export function ExceptionsTable({ pipeline, stages }: { readonly pipeline: string; readonly stages: readonly Stage[] }) {
  const { t, of } = useLanguage();
  const { data, isPending, isError, error } = useQuery({
    queryKey: ["pipeline", pipeline, "exceptions"],
    queryFn: async ({ signal }) => (await request<{ data: readonly ExceptionRow[] }>(`/pipelines/${pipeline}/exceptions`, { signal })).data,
  });
  if (isPending) return <Skeleton rows={3} />;
  if (isError) return <Failure error={error} small />;
  const heads = [
    settingsTexts.record,
    settingsTexts.stage,
    settingsTexts.criterionId,
    settingsTexts.exceptionUntil,
    settingsTexts.person,
    pipelineTexts.overrideReason,
  ];
  return (
    <div className="pipeline-pane stack">
      <h3>{t(settingsTexts.exceptions)}</h3>
      {data.length === 0 ? (
        <Empty icon="check" title={t(settingsTexts.noExceptions)} small />
      ) : (
        <div className="data-table">
          <table>
            <thead>
              <tr>
                {heads.map((text) => (
                  <th key={text.en}>{t(text)}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {data.map((row) => (
                <tr key={`${row.record}${row.criterion}`}>
                  <td>
                    <Link to={`/records/${row.object}/${row.record}`}>{row.title ?? t(settingsTexts.hiddenRecord)}</Link>
                  </td>
                  <td>{of(stages.find((stage) => stage.name === row.stage)?.label, row.stage ?? "–")}</td>
                  <td>{nameOf(row.criterion, stages, of)}</td>
                  <td>
                    {row.until} {row.is_over && <strong className="note-error">{t(settingsTexts.exceptionOver)}</strong>}
                  </td>
                  <td>{row.granted_by_name ?? "–"}</td>
                  <td>{row.reason}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </div>
  );
}
function nameOf(criterion: string, stages: readonly Stage[], of: ReturnType<typeof useLanguage>["of"]): string {
  const found = stages.flatMap((stage) => [...stage.entry, ...stage.exit]).find((one) => one.id === criterion);
  return of(found?.message, criterion);
}
