import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type BreakdownRow, nameOf } from "./breakdown-rows.ts";
import { GroupName } from "./GroupName.tsx";
import type { Grouping, InsightState } from "./insight-state.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { useFigureColumns } from "./use-figure-columns.tsx";

const HEADS = {
  product: insightScreenMessages.product,
  owner: insightScreenMessages.owner,
  department: insightScreenMessages.department,
  source: insightScreenMessages.source,
  month: insightScreenMessages.monthOf,
} as const;

export interface BreakdownTableProps {
  readonly object: ObjectInfo;
  readonly rows: readonly BreakdownRow[];
  readonly by: Grouping;
  readonly field: string;
  readonly change: (change: Partial<InsightState>) => void;
}
/** A row for each group with its figures, and one for all of them. */
export function BreakdownTable({ object, rows, by, field, change }: BreakdownTableProps) {
  const { t } = useLanguage();
  const figures = useFigureColumns();
  const group = {
    key: "group",
    title: t(HEADS[by]),
    render: ({ head }: BreakdownRow) =>
      head ? (
        <GroupName head={head} object={object} by={by} field={field} change={change} />
      ) : (
        <strong>{t(insightScreenMessages.total)}</strong>
      ),
  };
  return (
    <DataTable
      keepsColumns
      label={t(insightScreenMessages.breakdown)}
      columns={[group, ...figures]}
      rows={rows}
      rowKey={({ head }) => (head ? nameOf(head.key) : "total")}
    />
  );
}
