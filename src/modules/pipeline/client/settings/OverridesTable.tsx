import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { request } from "../../../../ui/data/request.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
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
interface OverrideGroup {
  readonly person: string | null;
  readonly name: string | null;
  readonly stage: string;
  readonly road: string;
  readonly moves: number;
  readonly overrides: number;
}
interface Overrides {
  readonly groups: readonly OverrideGroup[];
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
  const roadName = (name: string) => (isRoad(name) ? t(roadTexts[name]) : name);
  return (
    <div className="pipeline-pane stack">
      <DataTable<OverrideGroup>
        label={t(settingsTexts.overrides)}
        rows={data.groups}
        rowKey={(group) => `${group.person}${group.stage}${group.road}`}
        columns={[
          { key: "person", title: t(settingsTexts.person), render: (group) => group.name ?? "–" },
          { key: "stage", title: t(settingsTexts.stage), render: (group) => stageName(group.stage) },
          { key: "road", title: t(settingsTexts.road), render: (group) => roadName(group.road) },
          { key: "moves", title: t(settingsTexts.moves), align: "right", render: (group) => <span className="num">{group.moves}</span> },
          { key: "overrides", title: t(settingsTexts.overridden), align: "right", render: (group) => <span className="num">{group.overrides}</span> },
        ]}
      />
      <DataTable<Override>
        label={t(pipelineTexts.overrideReason)}
        rows={data.data}
        rowKey={(one) => `${one.record}${one.entered_at}`}
        columns={[
          { key: "record", title: t(settingsTexts.record), render: (one) => <RecordLink {...one} /> },
          { key: "when", title: t(settingsTexts.when), render: (one) => <span className="num">{timeText(one.entered_at)}</span> },
          { key: "stage", title: t(settingsTexts.stage), render: (one) => stageName(one.stage) },
          { key: "person", title: t(settingsTexts.person), render: (one) => one.entered_by_name ?? "–" },
          { key: "reason", title: t(pipelineTexts.overrideReason), render: (one) => one.reason },
        ]}
      />
    </div>
  );
}

/** A record by its name; null where the caller may not read it. */
export function RecordLink({ object, record, title }: { readonly object: string; readonly record: string; readonly title: string | null }) {
  const { t } = useLanguage();
  return title === null ? t(settingsTexts.hiddenRecord) : <Link to={`/records/${object}/${record}`}>{title}</Link>;
}
