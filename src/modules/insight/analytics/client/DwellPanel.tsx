import { Tooltip } from "../../../../ui/kit/Overlay.tsx";
import { BarsLoading } from "../../../../ui/charts/BarsLoading.tsx";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Failure } from "../../../../ui/kit/States.tsx";
import type { DwellAnswer, DwellGroup } from "../shared/durations.contract.ts";
import type { DurationUnit } from "../shared/insight-body.contract.ts";
import { Figure } from "./Figure.tsx";
import { DwellChart } from "./DwellChart.tsx";
import { daysText } from "./figures.ts";
import { type InsightQuery, useInsight } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

export interface DwellPanelProps {
  readonly query: InsightQuery;
  /** So many rows are to be expected. */
  readonly stages: number;
  readonly unit: DurationUnit;
  readonly onUnit: (unit: DurationUnit) => void;
}

/** How long records stay in each stage; who has stood there too long is counted, and one click away. */
export function DwellPanel({ query, stages, unit, onUnit }: DwellPanelProps) {
  const { t } = useLanguage();
  const answer = useInsight("dwell", { ...query, unit });
  const tools = (
    <span
      className={`${base.line} ${insightStyles.insightSwitch}`}
      role="group"
      aria-label={t(insightScreenMessages.unit)}
    >
      <QuietButton aria-pressed={unit === "calendar_days"} onClick={() => onUnit("calendar_days")}>
        {t(insightScreenMessages.calendarDays)}
      </QuietButton>
      <QuietButton aria-pressed={unit === "working_days"} onClick={() => onUnit("working_days")}>
        {t(insightScreenMessages.workingDays)}
      </QuietButton>
    </span>
  );
  const title = t(insightScreenMessages.dwell);
  if (!answer.data)
    return (
      <InsightPanel
        title={title}
        metric="dwell"
        table={
          answer.isError ? (
            <Failure small error={answer.error} onRetry={() => void answer.refetch()} />
          ) : (
            <BarsLoading rows={stages} />
          )
        }
      />
    );
  const chart = <DwellChart object={query.object} answer={answer.data} />;
  return (
    <InsightPanel
      title={title}
      metric="dwell"
      earlier={answer.isPlaceholderData}
      tools={tools}
      chart={chart}
      table={<DwellTable answer={answer.data} />}
    />
  );
}

function DwellTable({ answer: { groups } }: { readonly answer: DwellAnswer }) {
  const { t, of } = useLanguage();
  const right = { align: "right" } as const;
  const days = (key: "mean" | "median" | "p90") => ({
    key,
    ...right,
    title: t(insightScreenMessages[key]),
    render: (group: DwellGroup) => <span className={base.num}>{daysText(group[key])}</span>,
  });
  const columns = [
    {
      key: "stage",
      title: t(insightScreenMessages.stage),
      render: (group: DwellGroup) => of(group.label, group.stage),
    },
    {
      key: "n",
      ...right,
      title: t(insightScreenMessages.records),
      render: (group: DwellGroup) => <Figure value={group.n} records={group.records} />,
    },
    days("mean"),
    days("median"),
    days("p90"),
    {
      key: "open",
      ...right,
      title: t(insightScreenMessages.standing),
      render: (group: DwellGroup) => <Figure value={group.open} records={group.open_records} />,
    },
    {
      key: "limit",
      ...right,
      title: t(insightScreenMessages.limit),
      render: (group: DwellGroup) => <Limit limit={group.limit} />,
    },
    {
      key: "outliers",
      ...right,
      title: t(insightScreenMessages.outliers),
      render: (group: DwellGroup) => <Figure value={group.outliers.count} records={group.outliers.records} />,
    },
    {
      key: "overdue",
      ...right,
      title: t(insightScreenMessages.overdue),
      render: (group: DwellGroup) => <Figure value={group.overdue.count} records={group.overdue.records} />,
    },
  ];
  return (
    <DataTable
      keepsColumns
      label={t(insightScreenMessages.dwell)}
      columns={columns}
      rows={groups}
      rowKey={(group) => group.stage}
    />
  );
}

function Limit({ limit }: { readonly limit: DwellGroup["limit"] }) {
  const { t } = useLanguage();
  if (!limit) return <span className={base.muted}>—</span>;
  return (
    <Tooltip
      title={t(limit.by === "p90_won" ? insightScreenMessages.limitWon : insightScreenMessages.limitIqr)}
    >
      <span className={base.num}>{daysText(limit.days)}</span>
    </Tooltip>
  );
}
