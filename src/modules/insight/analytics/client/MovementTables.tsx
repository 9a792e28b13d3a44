import type { ObjectInfo } from "../../../../ui/data/objects.ts";
import type { PipelineInfo } from "../../../../ui/data/pipelines.ts";
import { textValue } from "../../../../ui/data/values.ts";
import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { Empty } from "../../../../ui/kit/States.tsx";
import {
  type Movement,
  type MovementAnswer,
  type MovementName,
  MOVEMENTS,
} from "../shared/movement.contract.ts";
import type { GroupHead } from "../shared/insight-parts.contract.ts";
import { Figure } from "./Figure.tsx";
import { countText, exactText } from "./figures.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import { movementMessages } from "./movement.messages.ts";
import type { MovementGroup, MovementState } from "./movement-state.ts";
import { signOf } from "./waterfall.ts";
import * as base from "../../../../ui/kit/base.module.css";
import * as insightStyles from "./insight.module.css";

/** The steps one below the other. */
export function MovementSteps({ movement }: { readonly movement: Movement }) {
  const { t, language } = useLanguage();
  const columns = [
    {
      key: "step",
      title: t(movementMessages.step),
      render: (name: MovementName) => <span>{`${signOf(name)} ${t(movementMessages[name])}`.trim()}</span>,
    },
    {
      key: "count",
      title: t(movementMessages.count),
      align: "right" as const,
      render: (name: MovementName) => (
        <Figure value={movement[name].count} records={movement[name].records} />
      ),
    },
    {
      key: "amount",
      title: t(movementMessages.amount),
      align: "right" as const,
      render: (name: MovementName) => (
        <span className={base.num}>{exactText(movement[name].amount, language)}</span>
      ),
    },
  ];
  return (
    <DataTable
      keepsColumns
      label={t(movementMessages.waterfall)}
      columns={columns}
      rows={[...MOVEMENTS]}
      rowKey={(name) => name}
    />
  );
}

export interface MovementGroupsProps {
  readonly answer: MovementAnswer;
  readonly by: MovementGroup;
  readonly measure: "amount" | "count";
  readonly object: ObjectInfo;
  readonly pipeline: PipelineInfo;
  /** Absent: a name narrows nothing. */
  readonly change?: (change: Partial<MovementState>) => void;
}
type Row = { readonly head: GroupHead | null; readonly movement: Movement };

/** One line per group and the total below; a name narrows the page to it, a number opens its records. */
export function MovementGroups({ answer, by, measure, object, pipeline, change }: MovementGroupsProps) {
  const { t, of, language } = useLanguage();
  const field = by === "stage" ? (object.stageField ?? "stage") : by;
  const valueOf = (head: GroupHead): string => textValue(head.key[field]);
  const nameOf = (head: GroupHead): string => {
    const value = valueOf(head);
    if (value === "") return t(insightScreenMessages.unset);
    const stage = by === "stage" ? pipeline.stages.find(({ name }) => name === value) : undefined;
    return stage ? of(stage.label, stage.name) : textValue(head.titles?.[field]) || value;
  };
  const groupCell = (head: GroupHead) => {
    const narrows = (by === "owner" || by === "department") && valueOf(head) !== "";
    if (!narrows || !change) return nameOf(head);
    return (
      <button
        type="button"
        className={`${base.plain} ${insightStyles.insightFigure}`}
        title={t(insightScreenMessages.drill, { name: nameOf(head) })}
        onClick={() => change({ [by]: valueOf(head) })}
      >
        {nameOf(head)}
      </button>
    );
  };
  const columns = [
    {
      key: "group",
      title: t(by === "" ? insightScreenMessages.groupBy : insightScreenMessages[by]),
      render: ({ head }: Row) => (head ? groupCell(head) : <strong>{t(insightScreenMessages.total)}</strong>),
    },
    ...MOVEMENTS.map((name) => ({
      key: name,
      title: `${signOf(name)} ${t(movementMessages[name])}`.trim(),
      align: "right" as const,
      render: ({ movement }: Row) => (
        <Figure value={movement[name].count} records={movement[name].records}>
          {movement[name].count === 0
            ? "—"
            : measure === "count"
              ? countText(movement[name].count)
              : exactText(movement[name].amount, language)}
        </Figure>
      ),
    })),
  ];
  const order = (row: Row): number => -row.movement.end.count;
  const groups: readonly Row[] = (answer.groups ?? []).map((group) => ({ head: group, movement: group }));
  if (groups.length === 0) return <Empty small icon="table" title={t(movementMessages.nothing)} />;
  const rows = [...groups.toSorted((a, b) => order(a) - order(b)), { head: null, movement: answer }];
  return (
    <DataTable
      keepsColumns
      label={t(movementMessages.groups)}
      columns={columns}
      rows={rows}
      rowKey={({ head }) => (head ? JSON.stringify(head.key) : "total")}
    />
  );
}
