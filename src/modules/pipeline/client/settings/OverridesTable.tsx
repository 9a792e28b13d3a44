import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "../../../../ui/data/request.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import { isRoad, roadTexts } from "../../../../ui/record/page/event-words.tsx";
import type { Stage } from "../../shared/pipeline.ts";
import { pipelineTexts } from "../pipeline.messages.ts";
import { settingsTexts } from "./settings.messages.ts";

interface Override {
  readonly object: string;
  readonly record: string;
  /** Null where the caller may not read the record. */
  readonly title: string | null;
  readonly stage: string;
  readonly entered_by_name: string | null;
  readonly entered_at: string;
  readonly reason: string;
}
interface Overrides {
  readonly groups: readonly {
    readonly person: string | null;
    readonly name: string | null;
    readonly stage: string;
    readonly road: string;
    readonly moves: number;
    readonly overrides: number;
  }[];
  readonly data: readonly Override[];
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
                <td>{isRoad(group.road) ? t(roadTexts[group.road]) : group.road}</td>
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
              {[settingsTexts.when, settingsTexts.record, settingsTexts.stage, settingsTexts.person, pipelineTexts.overrideReason].map((text) => (
                <th key={text.en}>{t(text)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {data.data.map((one) => (
              <tr key={`${one.record}${one.entered_at}`}>
                <td className="num">{timeText(one.entered_at)}</td>
                <td>{one.title === null ? t(settingsTexts.hiddenRecord) : <Link to={`/records/${one.object}/${one.record}`}>{one.title}</Link>}</td>
                <td>{stageName(one.stage)}</td>
                <td>{one.entered_by_name ?? "–"}</td>
                <td>{one.reason}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}
