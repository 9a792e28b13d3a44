import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty, Failure, Skeleton } from "../../../../ui/kit/States.tsx";
import type { LossAnswer, LossCell, LossGroup } from "../shared/insight.contract.ts";
import { Figure } from "./Figure.tsx";
import { countText } from "./figures.ts";
import { type InsightQuery, useInsight } from "./insight-data.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { InsightPanel } from "./InsightPanel.tsx";
import * as base from "../../../../ui/kit/base.module.css";
import * as styles from "./LossPanel.module.css";

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
    <Empty small icon="flag" title={t(insightScreenMessages.noData)} />
  ) : (
    <LossTable object={object} answer={answer.data} />
  );
  return (
    <InsightPanel
      title={t(insightScreenMessages.loss)}
      metric="loss"
      earlier={answer.isPlaceholderData}
      table={table}
    />
  );
}

type Counted = Pick<LossCell, "stage" | "count" | "records">;
interface Row {
  readonly key: string;
  readonly title: string;
  /** A group's row stands above those of its reasons. */
  readonly isGroup: boolean;
  readonly isInGroup: boolean;
  readonly cells: readonly Counted[];
  readonly count: number;
}
const total = (cells: readonly Counted[]): number => cells.reduce((sum, { count }) => sum + count, 0);
function LossTable({ object, answer }: { readonly object: ObjectInfo; readonly answer: LossAnswer }) {
  const { t, of } = useLanguage();
  const known = answer.stages.map(({ stage, label }) => ({ stage, title: of(label, stage) }));
  const others = [...new Set(answer.cells.map(({ stage }) => stage))].filter(
    (stage) => !known.some((one) => one.stage === stage),
  );
  const stages = [
    ...known,
    ...others.map((stage) => ({ stage, title: stage ?? t(insightScreenMessages.straight) })),
  ].filter(({ stage }) => answer.cells.some((cell) => cell.stage === stage));
  const field = object.byName["lost_reason"];
  const wordOf = (reason: string | null): string => {
    const option = field?.kind === "select" ? field.options.find(({ name }) => name === reason) : undefined;
    return option ? of(option.label) : (reason ?? t(insightScreenMessages.noReason));
  };
  const rows = rowsOf(answer, wordOf, of);
  const most = Math.max(1, ...answer.cells.map(({ count }) => count));
  const columns = [
    { key: "reason", title: t(insightScreenMessages.reason), render: LossReason },
    ...stages.map(({ stage, title }) => ({
      key: stage ?? "",
      title,
      align: "right" as const,
      render: ({ cells }: Row) => {
        const cell = cells.find((one) => one.stage === stage);
        return cell ? (
          <span
            className={styles.insightHeat}
            style={{
              background: `color-mix(in srgb, var(--accent-line) ${Math.round(Math.min(1, cell.count / most) * 60)}%, transparent)`,
            }}
          >
            <Figure value={cell.count} records={cell.records} />
          </span>
        ) : null;
      },
    })),
    {
      key: "total",
      title: t(insightScreenMessages.total),
      align: "right" as const,
      render: ({ count }: Row) => <strong className={base.num}>{countText(count)}</strong>,
    },
  ];
  return (
    <DataTable
      keepsColumns
      label={t(insightScreenMessages.loss)}
      columns={columns}
      rows={rows}
      rowKey={({ key }) => key}
    />
  );
}

const LossReason = ({ title, isGroup, isInGroup }: Row) =>
  isGroup ? (
    <strong>{title}</strong>
  ) : (
    <span className={isInGroup ? styles.lossReason : undefined}>{title}</span>
  );

/**
 * Groups with their reasons below them, each with the most first; reasons without a group stand beside the
 * groups.
 */
function rowsOf(
  answer: LossAnswer,
  wordOf: (reason: string | null) => string,
  of: (label: LossGroup["group"]) => string,
): readonly Row[] {
  const inGroup = new Set(answer.groups.flatMap(({ reasons }) => reasons));
  const reasons = [...new Set(answer.cells.map(({ reason }) => reason))];
  const rowOf = (reason: string | null, isInGroup: boolean): Row => {
    const cells = answer.cells.filter((cell) => cell.reason === reason);
    return {
      key: `reason ${reason ?? ""}`,
      title: wordOf(reason),
      isGroup: false,
      isInGroup,
      cells,
      count: total(cells),
    };
  };
  const byCount = (one: { readonly count: number }, other: { readonly count: number }) =>
    other.count - one.count;
  const names = [...new Map(answer.groups.map(({ group }) => [JSON.stringify(group), group])).values()];
  const groups = names.map((group): { readonly count: number; readonly rows: readonly Row[] } => {
    const cells = answer.groups.filter((one) => JSON.stringify(one.group) === JSON.stringify(group));
    const members = reasons
      .filter((reason) => reason !== null && (cells[0]?.reasons ?? []).includes(reason))
      .map((reason) => rowOf(reason, true));
    const head: Row = {
      key: `group ${JSON.stringify(group)}`,
      title: of(group),
      isGroup: true,
      isInGroup: false,
      cells,
      count: total(cells),
    };
    return { count: head.count, rows: [head, ...members.toSorted(byCount)] };
  });
  const alone = reasons
    .filter((reason) => reason === null || !inGroup.has(reason))
    .map((reason) => rowOf(reason, false));
  return [...groups, ...alone.map((row) => ({ count: row.count, rows: [row] }))]
    .toSorted(byCount)
    .flatMap(({ rows }) => rows);
}
