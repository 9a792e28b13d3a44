import { type ReactNode, useState } from "react";
import { StaleWhileLoading } from "../../../../ui/kit/StaleWhileLoading.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Definition } from "./Definition.tsx";
import { insightScreenMessages } from "./insight.messages.ts";

export interface InsightPanelProps {
  readonly title: string;
  readonly metric: string;
  readonly tools?: ReactNode;
  readonly chart?: ReactNode;
  readonly table: ReactNode;
  /** The figures still answer the question before. */
  readonly earlier?: boolean;
  readonly children?: ReactNode;
}

/** A block of the page: title and definition, a chart, and the table behind it. */
export function InsightPanel({
  title,
  metric,
  tools,
  chart,
  table,
  earlier = false,
  children,
}: InsightPanelProps) {
  const { t } = useLanguage();
  const [shown, show] = useState<"chart" | "table">("chart");
  const isTable = chart === undefined || shown === "table";
  return (
    <section className="card insight-panel" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Definition metric={metric} />
        <span className="grow" />
        {tools}
        {chart !== undefined && (
          <span className="line insight-switch">
            <QuietButton
              icon="chart"
              aria-label={t(insightScreenMessages.chart)}
              aria-pressed={!isTable}
              onClick={() => show("chart")}
            />
            <QuietButton
              icon="table"
              aria-label={t(insightScreenMessages.table)}
              aria-pressed={isTable}
              onClick={() => show("table")}
            />
          </span>
        )}
      </header>
      <StaleWhileLoading busy={earlier}>
        {children}
        {isTable ? (
          <div className="insight-table">{table}</div>
        ) : (
          <div className="insight-figure-place">{chart}</div>
        )}
      </StaleWhileLoading>
    </section>
  );
}
