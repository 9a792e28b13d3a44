import { Link } from "react-router";
import { BarsLoading } from "../../../../ui/charts/BarsLoading.tsx";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { Icon } from "../../../../ui/kit/Icon.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure } from "../../../../ui/kit/States.tsx";
import type { FunnelAnswer, FunnelStage } from "../shared/insight.contract.ts";
import { Figure } from "./Figure.tsx";
import { FunnelChart } from "./FunnelChart.tsx";
import { countText, exactText, percentText } from "./figures.ts";
import { type InsightQuery, listOf, useInsight } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

export interface FunnelPanelProps {
  readonly query: InsightQuery;
  /** So many bars are to be expected. */
  readonly stages: number;
}
/** How many reach each stage, and where most are lost. */
export function FunnelPanel({ query, stages }: FunnelPanelProps) {
  const { t } = useLanguage();
  const answer = useInsight("funnel", query);
  const title = t(insightScreenMessages.funnel);
  const metric = query.mode === "cohort" ? "funnel_cohort" : "funnel_flow";
  if (!answer.data)
    return (
      <InsightPanel
        title={title}
        metric={metric}
        table={
          answer.isError ? (
            <Failure small error={answer.error} onRetry={() => void answer.refetch()} />
          ) : (
            <BarsLoading rows={stages} isTold />
          )
        }
      />
    );
  const { data } = answer;
  if (data.stages.every(({ entered }) => entered === 0) && data.lost.every(({ entered }) => entered === 0))
    return (
      <InsightPanel
        title={title}
        metric={metric}
        table={
          <Empty
            small
            icon="funnel"
            title={t(insightScreenMessages.noData)}
            detail={t(insightScreenMessages.noDataDetail)}
          />
        }
      />
    );
  const chart = <FunnelChart answer={data} />;
  return (
    <InsightPanel
      title={title}
      metric={metric}
      earlier={answer.isPlaceholderData}
      chart={chart}
      table={<FunnelTable answer={data} />}
    >
      <FunnelNotes answer={data} />
    </InsightPanel>
  );
}

function FunnelNotes({
  answer: { biggest_drop: drop, stages, lost, mode },
}: {
  readonly answer: FunnelAnswer;
}) {
  const { t, of } = useLanguage();
  return (
    <div className={insightStyles.insightNotes}>
      {drop && (
        <span className={insightStyles.insightDrop}>
          <Icon name="warning" size={15} />
          {t(insightScreenMessages.biggestDrop, {
            stage: of(drop.label, drop.stage),
            share: percentText(drop.share),
            count: countText(drop.count),
          })}
        </span>
      )}
      {stages.map((stage) =>
        stage.reopened && stage.reopened.count > 0 ? (
          <Link key={stage.stage} to={listOf(stage.reopened.records)} className={base.num}>
            {t(insightScreenMessages.reopened, {
              stage: of(stage.label, stage.stage),
              count: countText(stage.reopened.count),
            })}
          </Link>
        ) : null,
      )}
      {mode === "flow" &&
        lost.map((stage) => (
          <Link key={stage.stage} to={listOf(stage.records)} className={base.num}>
            {t(insightScreenMessages.lostTotal, {
              stage: of(stage.label, stage.stage),
              count: countText(stage.entered),
            })}
          </Link>
        ))}
    </div>
  );
}

function FunnelTable({ answer: { stages, lost, mode } }: { readonly answer: FunnelAnswer }) {
  const { t, of, language } = useLanguage();
  const isCohort = mode === "cohort";
  const right = { align: "right" } as const;
  const columns = [
    {
      key: "stage",
      title: t(insightScreenMessages.stage),
      render: (stage: FunnelStage) => of(stage.label, stage.stage),
    },
    {
      key: "entered",
      ...right,
      title: t(isCohort ? insightScreenMessages.entered : insightScreenMessages.enteredFlow),
      render: (stage: FunnelStage) => <Figure value={stage.entered} records={stage.records} />,
    },
    {
      key: "amount",
      ...right,
      title: t(insightScreenMessages.amount),
      render: (stage: FunnelStage) => <span className={base.num}>{exactText(stage.amount, language)}</span>,
    },
    {
      key: "rate",
      ...right,
      title: t(insightScreenMessages.rate),
      render: (stage: FunnelStage) => <span className={base.num}>{percentText(stage.rate)}</span>,
    },
    {
      key: "cumulative",
      ...right,
      title: t(insightScreenMessages.cumulative),
      render: (stage: FunnelStage) => <span className={base.num}>{percentText(stage.cumulative)}</span>,
    },
    ...(isCohort
      ? (
          [
            ["skipped", insightScreenMessages.skipped],
            ["still_open", insightScreenMessages.stillOpenShort],
            ["lost_here", insightScreenMessages.lostHereShort],
          ] as const
        ).map(([key, title]) => ({
          key,
          ...right,
          title: t(title),
          render: (stage: FunnelStage) =>
            stage[key] ? <Figure value={stage[key].count} records={stage[key].records} /> : null,
        }))
      : []),
  ];
  return (
    <DataTable
      keepsColumns
      label={t(insightScreenMessages.funnel)}
      columns={columns}
      rows={[...stages, ...lost]}
      rowKey={(stage) => stage.stage}
    />
  );
}
