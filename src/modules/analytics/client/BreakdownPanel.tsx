import { useMemo } from "react";
import { Segmented } from "antd";
import type { Values } from "../../../shared/metadata/object.ts";
import type { ObjectInfo } from "../../../ui/data/objects.ts";
import { textValue } from "../../../ui/data/values.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { CycleGroup, GroupHead, WinRateGroup } from "../shared/insight.contract.ts";
import { Figure } from "./Figure.tsx";
import { daysText, exactText, percentText } from "./figures.ts";
import { type InsightQuery, useInsight } from "./insight-data.ts";
import { type Grouping, GROUPINGS, type InsightState } from "./insight-state.ts";
import { insightTexts } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import { narrowTo } from "./narrow-to.ts";

const HEADS = {
  product: insightTexts.product,
  owner: insightTexts.owner,
  department: insightTexts.department,
  source: insightTexts.source,
  month: insightTexts.monthOf,
} as const;
const TITLES = {
  product: insightTexts.byProduct,
  owner: insightTexts.byOwner,
  department: insightTexts.byDepartment,
  source: insightTexts.bySource,
  month: insightTexts.byMonth,
} as const;

export interface BreakdownPanelProps {
  readonly object: ObjectInfo;
  readonly query: InsightQuery;
  readonly state: InsightState;
  readonly change: (change: Partial<InsightState>) => void;
}
interface Row {
  readonly head: GroupHead | null;
  readonly wins: WinRateGroup | undefined;
  readonly cycle: CycleGroup | undefined;
}
const nameOf = (key: Values): string => JSON.stringify(key);

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
      className="insight-groupings"
      aria-label={t(insightTexts.groupBy)}
      value={by}
      options={choices.map((name) => ({ value: name, label: t(TITLES[name]) }))}
      onChange={(name) => change({ by: name })}
    />
  );
  const failed = wins.error ?? cycle.error;
  const total: Row = { head: null, wins: wins.data?.total, cycle: all.data?.groups[0] };
  const table = failed ? (
    <Failure small error={failed} onRetry={() => void wins.refetch()} />
  ) : !wins.data || !cycle.data ? (
    <Skeleton rows={5} />
  ) : rows.length === 0 ? (
    <Empty small icon="table" title={t(insightTexts.noData)} detail={t(insightTexts.noDataDetail)} />
  ) : (
    <BreakdownTable object={object} rows={[...rows, total]} by={by} field={field.field} change={change} />
  );
  return (
    <InsightPanel
      title={t(insightTexts.breakdown)}
      metric="win_rate"
      earlier={wins.isPlaceholderData || cycle.isPlaceholderData}
      tools={tools}
      table={table}
    />
  );
}

/** Largest first; months in their order. */
function rowsOf(
  wins: readonly WinRateGroup[],
  cycles: readonly CycleGroup[],
  month: string | null,
): readonly Row[] {
  const byKey = new Map<string, Row>();
  for (const group of cycles)
    if (Object.keys(group.key).length > 0)
      byKey.set(nameOf(group.key), { head: group, wins: undefined, cycle: group });
  for (const group of wins)
    byKey.set(nameOf(group.key), { head: group, wins: group, cycle: byKey.get(nameOf(group.key))?.cycle });
  const order = (row: Row) => (month === null ? 0 : textValue(row.head?.key[month]));
  return [...byKey.values()].toSorted((a, b) =>
    month === null ? (b.wins?.n ?? 0) - (a.wins?.n ?? 0) : order(a) < order(b) ? -1 : 1,
  );
}

interface BreakdownTableProps {
  readonly object: ObjectInfo;
  readonly rows: readonly Row[];
  readonly by: Grouping;
  readonly field: string;
  readonly change: (change: Partial<InsightState>) => void;
}
function BreakdownTable({ object, rows, by, field, change }: BreakdownTableProps) {
  const { t, of, language } = useLanguage();
  const right = { align: "right" } as const;
  const wordOf = ({ key, titles }: GroupHead): string => {
    const value = textValue(key[field]);
    if (value === "") return t(insightTexts.unset);
    if (by === "month") return value.slice(0, 7);
    const kind = object.byName[field];
    const option = kind?.kind === "select" ? kind.options.find((one) => one.name === value) : undefined;
    return option ? of(option.label, value) : textValue(titles?.[field]) || value;
  };
  const columns = [
    {
      key: "group",
      title: t(HEADS[by]),
      render: ({ head }: Row) =>
        head ? (
          <button
            type="button"
            className="plain insight-figure"
            title={t(insightTexts.drill, { name: wordOf(head) })}
            onClick={() => change(narrowTo(by, textValue(head.key[field])))}
          >
            {wordOf(head)}
          </button>
        ) : (
          <strong>{t(insightTexts.total)}</strong>
        ),
    },
    {
      key: "won",
      ...right,
      title: t(insightTexts.won),
      render: ({ wins }: Row) => <Figure value={wins?.won ?? 0} records={wins?.won_records} />,
    },
    {
      key: "lost",
      ...right,
      title: t(insightTexts.lost),
      render: ({ wins }: Row) => <Figure value={wins?.lost ?? 0} records={wins?.lost_records} />,
    },
    {
      key: "rate",
      ...right,
      title: t(insightTexts.winRate),
      render: ({ wins }: Row) => <span className="num">{percentText(wins?.rate ?? null)}</span>,
    },
    {
      key: "amount",
      ...right,
      title: t(insightTexts.wonAmount),
      render: ({ wins }: Row) => (
        <span className="num">{wins?.won ? exactText(wins.won_amount, language) : "—"}</span>
      ),
    },
    {
      key: "mean",
      ...right,
      title: t(insightTexts.meanCycle),
      render: ({ cycle }: Row) => <span className="num">{daysText(cycle?.mean ?? null)}</span>,
    },
    {
      key: "median",
      ...right,
      title: t(insightTexts.medianCycle),
      render: ({ cycle }: Row) => <span className="num">{daysText(cycle?.median ?? null)}</span>,
    },
    {
      key: "open",
      ...right,
      title: t(insightTexts.open),
      render: ({ cycle }: Row) => <Figure value={cycle?.open ?? 0} records={cycle?.open_records} />,
    },
  ];
  return (
    <DataTable
      keepsColumns
      label={t(insightTexts.breakdown)}
      columns={columns}
      rows={rows}
      rowKey={({ head }) => (head ? nameOf(head.key) : "total")}
    />
  );
}
