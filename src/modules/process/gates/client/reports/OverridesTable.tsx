import { useQuery } from "@tanstack/react-query";
import { Link } from "react-router";
import { call } from "../../../../../ui/data/call.ts";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import { QueryResult } from "../../../../../ui/kit/QueryResult.tsx";
import { Empty } from "../../../../../ui/kit/States.tsx";
import { timeText } from "../../../../../ui/kit/time-text.ts";
import { isRoad, roadMessages } from "../../../../../ui/record/page/event-words.tsx";
import type { Stage } from "../../../pipeline/shared/public.ts";
import { type Bypass, countOverrides } from "../../shared/gate-reports.contract.ts";
import { gateScreenMessages } from "../gate.messages.ts";
import { GateRates } from "./GateRates.tsx";
import { gateReportMessages } from "./gate-reports.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as paneStyles from "../../../../../ui/kit/pane.module.css";

/**
 * How the gates are got round: rates by person and by stage of all who move records, and the newest overrides
 * and skips with their reasons.
 */
export function OverridesTable({
  pipeline,
  stages,
}: {
  readonly pipeline: string;
  readonly stages: readonly Stage[];
}) {
  const { t, of } = useLanguage();
  const found = useQuery({
    queryKey: ["pipeline", pipeline, "overrides"],
    queryFn: ({ signal }) => call(countOverrides, { params: { id: pipeline }, signal }),
  });
  return (
    <QueryResult query={found} rows={4}>
      {(data) => {
        if (data.people.length === 0)
          return <Empty icon="check" title={t(gateReportMessages.noOverrides)} small />;
        const stageName = (name: string) => of(stages.find((stage) => stage.name === name)?.label, name);
        return (
          <div className={`${paneStyles.pipelinePane} ${base.stack}`}>
            <h3>{t(gateReportMessages.byPerson)}</h3>
            <GateRates
              label={t(gateReportMessages.byPerson)}
              rows={data.people}
              first={t(gateReportMessages.person)}
              nameOf={(one) => one.name ?? "–"}
              keyOf={(one) => one.person ?? ""}
            />
            <h3>{t(gateReportMessages.byStage)}</h3>
            <GateRates
              label={t(gateReportMessages.byStage)}
              rows={data.stages}
              first={t(gateReportMessages.stage)}
              nameOf={(one) => stageName(one.stage)}
              keyOf={(one) => one.stage}
            />
            <h3>{t(gateReportMessages.bypassList)}</h3>
            {data.data.length === 0 ? (
              <Empty icon="check" title={t(gateReportMessages.noBypasses)} small />
            ) : (
              <Bypasses rows={data.data} stageName={stageName} />
            )}
          </div>
        );
      }}
    </QueryResult>
  );
}

interface BypassesProps {
  readonly rows: readonly Bypass[];
  readonly stageName: (name: string) => string;
}
/** The newest overrides and skips, each with its reason. */
function Bypasses({ rows, stageName }: BypassesProps) {
  const { t, language } = useLanguage();
  const roadName = (name: string) => (isRoad(name) ? t(roadMessages[name]) : name);
  const skippedText = (names: readonly string[]) =>
    t(gateReportMessages.skippedStages, {
      stages: names.map(stageName).join(language === "en" ? ", " : "、"),
    });
  const whyOf = ({ reason, skipped }: Bypass) =>
    [reason, skipped ? skippedText(skipped) : null].filter((text) => text !== null).join(" · ");
  return (
    <DataTable<Bypass>
      label={t(gateReportMessages.bypassList)}
      rows={rows}
      rowKey={(one) => `${one.record}${one.entered_at}`}
      columns={[
        { key: "record", title: t(gateReportMessages.record), render: (one) => <RecordLink {...one} /> },
        {
          key: "when",
          title: t(gateReportMessages.when),
          render: (one) => <span className={base.num}>{timeText(one.entered_at)}</span>,
        },
        { key: "stage", title: t(gateReportMessages.stage), render: (one) => stageName(one.stage) },
        { key: "person", title: t(gateReportMessages.person), render: (one) => one.entered_by_name ?? "–" },
        { key: "road", title: t(gateReportMessages.road), render: (one) => roadName(one.road) },
        { key: "reason", title: t(gateScreenMessages.overrideReason), render: whyOf },
      ]}
    />
  );
}

/** A record by its name; null where the caller may not read it. */
export function RecordLink({
  object,
  record,
  title,
}: {
  readonly object: string;
  readonly record: string;
  readonly title: string | null;
}) {
  const { t } = useLanguage();
  return title === null ? (
    t(gateReportMessages.hiddenRecord)
  ) : (
    <Link to={`/records/${object}/${record}`}>{title}</Link>
  );
}
