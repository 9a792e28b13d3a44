import { Link } from "react-router";
import type { PipelineView } from "../../../../shared/wire/pipelines.contract.ts";
import { type DataColumn, DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import { timeText } from "../../../../ui/kit/time-text.ts";
import type { RefusedMove, Simulation } from "../shared/simulation.contract.ts";
import { OUTCOME_TEXTS } from "./BlockedOutcomes.tsx";
import { useStageName } from "./use-stage-name.ts";
import { useValueText } from "./use-value-text.ts";
import { whatIfMessages } from "./what-if.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

interface BlockedMovesProps {
  readonly pipeline: PipelineView;
  readonly found: Simulation;
}
/** Each move that would have been stopped, the largest amounts first. */
export function BlockedMoves({ pipeline, found }: BlockedMovesProps) {
  const { t } = useLanguage();
  const columns = useMoveColumns(pipeline, found);
  return (
    <>
      <DataTable
        label={t(whatIfMessages.deals)}
        columns={columns}
        rows={found.refused}
        rowKey={(move) => `${move.record}${move.at}`}
      />
      {found.more > 0 && <p className={base.note}>{t(whatIfMessages.more, { count: found.more })}</p>}
    </>
  );
}

function useMoveColumns(pipeline: PipelineView, found: Simulation): readonly DataColumn<RefusedMove>[] {
  const { t, of, language } = useLanguage();
  const stageName = useStageName(pipeline);
  const valueText = useValueText();
  const lacked = (move: RefusedMove) =>
    move.criteria.map((id) =>
      of(found.gates.find((gate) => gate.criterion === id && gate.stage === move.to)?.text, id),
    );
  const value = (move: RefusedMove) => {
    const worth = move.value === null ? null : valueText(move.value);
    return (
      <span className={base.num} title={worth?.full}>
        {worth?.short ?? "–"}
      </span>
    );
  };
  return [
    {
      key: "record",
      title: t(whatIfMessages.record),
      render: (move) =>
        move.title === null ? (
          <span className={base.muted}>{t(whatIfMessages.hidden)}</span>
        ) : (
          <Link to={`/records/${pipeline.object}/${move.record}`}>{move.title}</Link>
        ),
    },
    { key: "when", title: t(whatIfMessages.when), width: 140, render: (move) => timeText(move.at) },
    {
      key: "move",
      title: t(whatIfMessages.move),
      render: (move) => (
        <>
          {stageName(move.from)} → {stageName(move.to)}
          {move.overridden && <span className={base.muted}> · {t(whatIfMessages.overriddenThen)}</span>}
        </>
      ),
    },
    {
      key: "unmet",
      title: t(whatIfMessages.unmet),
      render: (move) => lacked(move).join(language === "zh-CN" ? "；" : "; "),
    },
    {
      key: "outcome",
      title: t(whatIfMessages.outcome),
      width: 84,
      render: (move) => t(OUTCOME_TEXTS[move.outcome]),
    },
    { key: "value", title: t(whatIfMessages.value), align: "right", width: 96, render: value },
    {
      key: "late",
      title: t(whatIfMessages.late),
      align: "right",
      width: 110,
      render: (move) =>
        move.delay === null ? t(whatIfMessages.never) : t(whatIfMessages.days, { count: move.delay }),
    },
  ];
}
