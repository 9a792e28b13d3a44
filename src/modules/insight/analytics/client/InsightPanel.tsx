import { type ReactNode, useState } from "react";
import { StaleWhileLoading } from "../../../../ui/kit/StaleWhileLoading.tsx";
import { QuietButton } from "../../../../ui/kit/QuietButton.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Definition } from "./Definition.tsx";
import { insightScreenMessages } from "./insight.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";
import * as styles from "./InsightPanel.module.css";

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
    <section className={`${base.card} ${insightStyles.insightPanel}`} aria-label={title}>
      <header>
        <h2>{title}</h2>
        <Definition metric={metric} />
        <span className={base.grow} />
        {tools}
        {chart !== undefined && (
          <span className={`${base.line} ${insightStyles.insightSwitch}`}>
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
          <div className={insightStyles.insightTable}>{table}</div>
        ) : (
          <div className={styles.insightFigurePlace}>{chart}</div>
        )}
      </StaleWhileLoading>
    </section>
  );
}
