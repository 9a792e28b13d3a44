import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { BreakdownRow } from "./breakdown-rows.ts";
import { Figure } from "./Figure.tsx";
import { daysText, exactText, percentText } from "./figures.ts";
import { insightScreenMessages } from "./insight.messages.ts";
import * as base from "../../../../ui/kit/base.module.css";

const right = { align: "right" } as const;

/** What was won and lost, how often, for how much, and how long it took. */
export function useFigureColumns() {
  const { t, language } = useLanguage();
  return [
    {
      key: "won",
      ...right,
      title: t(insightScreenMessages.won),
      render: ({ wins }: BreakdownRow) => <Figure value={wins?.won ?? 0} records={wins?.won_records} />,
    },
    {
      key: "lost",
      ...right,
      title: t(insightScreenMessages.lost),
      render: ({ wins }: BreakdownRow) => <Figure value={wins?.lost ?? 0} records={wins?.lost_records} />,
    },
    {
      key: "rate",
      ...right,
      title: t(insightScreenMessages.winRate),
      render: ({ wins }: BreakdownRow) => <span className={base.num}>{percentText(wins?.rate ?? null)}</span>,
    },
    {
      key: "amount",
      ...right,
      title: t(insightScreenMessages.wonAmount),
      render: ({ wins }: BreakdownRow) => (
        <span className={base.num}>{wins?.won ? exactText(wins.won_amount, language) : "—"}</span>
      ),
    },
    {
      key: "mean",
      ...right,
      title: t(insightScreenMessages.meanCycle),
      render: ({ cycle }: BreakdownRow) => <span className={base.num}>{daysText(cycle?.mean ?? null)}</span>,
    },
    {
      key: "median",
      ...right,
      title: t(insightScreenMessages.medianCycle),
      render: ({ cycle }: BreakdownRow) => (
        <span className={base.num}>{daysText(cycle?.median ?? null)}</span>
      ),
    },
    {
      key: "open",
      ...right,
      title: t(insightScreenMessages.open),
      render: ({ cycle }: BreakdownRow) => <Figure value={cycle?.open ?? 0} records={cycle?.open_records} />,
    },
  ];
}
