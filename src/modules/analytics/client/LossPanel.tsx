import type { ObjectInfo } from "../../../ui/data/objects.ts";
import { DataTable } from "../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../ui/kit/States.tsx";
import type { LossAnswer, LossCell } from "../shared/insight.contract.ts";
import { Figure } from "./Figure.tsx";
import { countText } from "./figures.ts";
import { type InsightQuery, useInsight } from "./insight-data.ts";
import { insightTexts } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";

/** Reasons of losses by the stage they were lost from. */
export function LossPanel({ object, query }: { readonly object: ObjectInfo; readonly query: InsightQuery }) {
  const { t } = useLanguage();
  const answer = useInsight("loss", query, object.byName["lost_reason"] !== undefined);
  if (!object.byName["lost_reason"]) return null;
  const table = answer.isError ? (
    <Failure small error={answer.error} onRetry={() => void answer.refetch()} />
  ) : !answer.data ? (
    <Skeleton rows={4} />
  ) : answer.data.cells.length === 0 ? (
    <Empty small icon="flag" title={t(insightTexts.noData)} />
  ) : (
    <LossTable object={object} answer={answer.data} />
  );
  return <InsightPanel title={t(insightTexts.loss)} metric="loss" earlier={answer.isPlaceholderData} table={table} />;
}

interface Row {
  readonly reason: string | null;
  readonly cells: readonly LossCell[];
  readonly count: number;
}
function LossTable({ object, answer }: { readonly object: ObjectInfo; readonly answer: LossAnswer }) {
  const { t, of } = useLanguage();
  const reasons = [...new Set(answer.cells.map(({ reason }) => reason))];
  const rows = reasons
    .map((reason): Row => {
      const cells = answer.cells.filter((cell) => cell.reason === reason);
      return { reason, cells, count: cells.reduce((sum, { count }) => sum + count, 0) };
    })
    .toSorted((a, b) => b.count - a.count);
  const known = answer.stages.map(({ stage, label }) => ({ stage, title: of(label, stage) }));
  const others = [...new Set(answer.cells.map(({ stage }) => stage))].filter((stage) => !known.some((one) => one.stage === stage));
  const stages = [...known, ...others.map((stage) => ({ stage, title: stage ?? t(insightTexts.straight) }))].filter(({ stage }) =>
    answer.cells.some((cell) => cell.stage === stage),
  );
  const field = object.byName["lost_reason"];
  const wordOf = (reason: string | null): string => {
    const option = field?.kind === "select" ? field.options.find(({ name }) => name === reason) : undefined;
    return option ? of(option.label) : (reason ?? t(insightTexts.noReason));
  };
  const most = Math.max(1, ...answer.cells.map(({ count }) => count));
  const columns = [
    { key: "reason", title: t(insightTexts.reason), render: ({ reason }: Row) => wordOf(reason) },
    ...stages.map(({ stage, title }) => ({
      key: stage ?? "",
      title,
      align: "right" as const,
      render: ({ cells }: Row) => {
        const cell = cells.find((one) => one.stage === stage);
        return cell ? (
          <span className="insight-heat" style={{ background: `color-mix(in srgb, var(--accent-line) ${Math.round((cell.count / most) * 60)}%, transparent)` }}>
            <Figure value={cell.count} records={cell.records} />
          </span>
        ) : null;
      },
    })),
    { key: "total", title: t(insightTexts.total), align: "right" as const, render: ({ count }: Row) => <strong className="num">{countText(count)}</strong> },
  ];
  return <DataTable keepsColumns label={t(insightTexts.loss)} columns={columns} rows={rows} rowKey={({ reason }) => reason ?? ""} />;
}
