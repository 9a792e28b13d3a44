import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { type BreakdownRow, nameOf } from "./breakdown-rows.ts";
import { GroupName } from "./GroupName.tsx";
import type { Grouping, InsightState } from "./insight-state.ts";
import { insightTexts } from "./insight.messages.ts";
import { useFigureColumns } from "./use-figure-columns.tsx";

const HEADS = {
  product: insightTexts.product,
  owner: insightTexts.owner,
  department: insightTexts.department,
  source: insightTexts.source,
  month: insightTexts.monthOf,
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
        <strong>{t(insightTexts.total)}</strong>
      ),
  };
  return (
    <DataTable
      keepsColumns
      label={t(insightTexts.breakdown)}
      columns={[group, ...figures]}
      rows={rows}
      rowKey={({ head }) => (head ? nameOf(head.key) : "total")}
    />
  );
}
