import { useMemo } from "react";
import { Segmented } from "antd";
import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import { type BreakdownRow, rowsOf } from "./breakdown-rows.ts";
import { BreakdownTable } from "./BreakdownTable.tsx";
import { type InsightQuery, useInsight } from "./insight-data.ts";
import { type Grouping, GROUPINGS, type InsightState } from "./insight-state.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import * as styles from "./BreakdownPanel.module.css";

const TITLES = {
  product: insightScreenMessages.byProduct,
  owner: insightScreenMessages.byOwner,
  department: insightScreenMessages.byDepartment,
  source: insightScreenMessages.bySource,
  month: insightScreenMessages.byMonth,
} as const;

export interface BreakdownPanelProps {
  readonly object: ObjectInfo;
  readonly query: InsightQuery;
  readonly state: InsightState;
  readonly change: (change: Partial<InsightState>) => void;
}
/**
 * The same figures by product, person, office or month. A name narrows the page to it; a number opens its
 * records.
 */
export function BreakdownPanel({ object, query, state, change }: BreakdownPanelProps) {
  const { t } = useLanguage();
  const choices = GROUPINGS.filter((name) => name === "month" || object.byName[name] !== undefined);
  const by: Grouping = choices.includes(state.by) ? state.by : "owner";
  const field =
    by === "month"
      ? { field: query.mode === "cohort" ? "created_at" : "stage_entered_at", bucket: "month" as const }
      : { field: by };
  const wins = useInsight("win_rate", { ...query, group_by: [field] });
  const cycle = useInsight("cycle", { ...query, unit: state.unit, group_by: [field] });
  const all = useInsight("cycle", { ...query, unit: state.unit });
  const rows = useMemo(
    () => rowsOf(wins.data?.groups ?? [], cycle.data?.groups ?? [], by === "month" ? field.field : null),
    [wins.data, cycle.data, by, field.field],
  );
  const tools = (
    <Segmented
      size="small"
      className={styles.insightGroupings}
      aria-label={t(insightScreenMessages.groupBy)}
      value={by}
      options={choices.map((name) => ({ value: name, label: t(TITLES[name]) }))}
      onChange={(name) => change({ by: name })}
    />
  );
  const failed = wins.error ?? cycle.error;
  const total: BreakdownRow = { head: null, wins: wins.data?.total, cycle: all.data?.groups[0] };
  const table = failed ? (
    <Failure small error={failed} onRetry={() => void Promise.all([wins.refetch(), cycle.refetch()])} />
  ) : !wins.data || !cycle.data ? (
    <Skeleton rows={5} />
  ) : rows.length === 0 ? (
    <Empty
      small
      icon="table"
      title={t(insightScreenMessages.noData)}
      detail={t(insightScreenMessages.noDataDetail)}
    />
  ) : (
    <BreakdownTable object={object} rows={[...rows, total]} by={by} field={field.field} change={change} />
  );
  return (
    <InsightPanel
      title={t(insightScreenMessages.breakdown)}
      metric="win_rate"
      earlier={wins.isPlaceholderData || cycle.isPlaceholderData}
      tools={tools}
      table={table}
    />
  );
}
