import { type ReactNode, useState } from "react";
import { Earlier } from "../../../../ui/kit/Earlier.tsx";
import { Ghost } from "../../../../ui/kit/Ghost.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Definition } from "./Definition.tsx";
import { insightTexts } from "./insight.messages.ts";

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
            <Ghost
              icon="chart"
              aria-label={t(insightTexts.chart)}
              aria-pressed={!isTable}
              onClick={() => show("chart")}
            />
            <Ghost
              icon="table"
              aria-label={t(insightTexts.table)}
              aria-pressed={isTable}
              onClick={() => show("table")}
            />
          </span>
        )}
      </header>
      <Earlier busy={earlier}>
        {children}
        {isTable ? (
          <div className="insight-table">{table}</div>
        ) : (
          <div className="insight-figure-place">{chart}</div>
        )}
      </Earlier>
    </section>
  );
}
