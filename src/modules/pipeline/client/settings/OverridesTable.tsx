import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "../../../../ui/data/request.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { Stage } from "../../shared/pipeline.ts";
import { pipelineTexts } from "../pipeline.messages.ts";
import { settingsTexts } from "./settings.messages.ts";

interface Overrides {
  readonly groups: readonly {
    readonly person: string | null;
    readonly name: string | null;
    readonly stage: string;
    readonly road: string;
    readonly moves: number;
    readonly overrides: number;
  }[];
  readonly data: readonly { readonly object: string; readonly record: string; readonly stage: string; readonly entered_at: string; readonly reason: string }[];
}
/** Who passed which gates by right instead of by criterion, and why. */
export function OverridesTable({ pipeline, stages }: { readonly pipeline: string; readonly stages: readonly Stage[] }) {
  const { t, of } = useLanguage();
  const { data, isPending, isError, error } = useQuery({
    queryKey: ["pipeline", pipeline, "overrides"],
    queryFn: ({ signal }) => request<Overrides>(`/pipelines/${pipeline}/overrides`, { signal }),
  });
  if (isPending) return <Skeleton rows={4} />;
  if (isError) return <Failure error={error} />;
  if (data.groups.length === 0) return <Empty icon="check" title={t(settingsTexts.noOverrides)} small />;
  const stageName = (name: string) => of(stages.find((stage) => stage.name === name)?.label, name);
  return (
    <div className="pipeline-pane stack">
      <div className="data-table">
        <table>
          <thead>
            <tr>
              {[settingsTexts.person, settingsTexts.stage, settingsTexts.road, settingsTexts.moves, settingsTexts.overridden].map((text) => (
                <th key={text.en}>{t(text)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.groups.map((group) => (
              <tr key={`${group.person}${group.stage}${group.road}`}>
                <td>{group.name ?? "–"}</td>
                <td>{stageName(group.stage)}</td>
                <td>{group.road}</td>
                <td className="num">{group.moves}</td>
                <td className="num">{group.overrides}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="data-table">
        <table>
          <thead>
            <tr>
              {[settingsTexts.when, settingsTexts.stage, pipelineTexts.overrideReason].map((text) => (
                <th key={text.en}>{t(text)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.data.map((one) => (
              <tr key={`${one.record}${one.entered_at}`}>
                <td>
                  <Link to={`/records/${one.object}/${one.record}`}>{timeText(one.entered_at)}</Link>
                </td>
                <td>{stageName(one.stage)}</td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
