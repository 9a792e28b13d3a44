import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { BreakdownRow } from "./breakdown-rows.ts";
import { Figure } from "./Figure.tsx";
import { daysText, exactText, percentText } from "./figures.ts";
import { insightTexts } from "./insight.messages.ts";

const right = { align: "right" } as const;

/** What was won and lost, how often, for how much, and how long it took. */
export function useFigureColumns() {
  const { t, language } = useLanguage();
  return [
    {
      key: "won",
      ...right,
      title: t(insightTexts.won),
      render: ({ wins }: BreakdownRow) => <Figure value={wins?.won ?? 0} records={wins?.won_records} />,
    },
    {
      key: "lost",
      ...right,
      title: t(insightTexts.lost),
      render: ({ wins }: BreakdownRow) => <Figure value={wins?.lost ?? 0} records={wins?.lost_records} />,
    },
    {
      key: "rate",
      ...right,
      title: t(insightTexts.winRate),
      render: ({ wins }: BreakdownRow) => <span className="num">{percentText(wins?.rate ?? null)}</span>,
    },
    {
      key: "amount",
      ...right,
      title: t(insightTexts.wonAmount),
      render: ({ wins }: BreakdownRow) => (
        <span className="num">{wins?.won ? exactText(wins.won_amount, language) : "—"}</span>
      ),
    },
    {
      key: "mean",
      ...right,
      title: t(insightTexts.meanCycle),
      render: ({ cycle }: BreakdownRow) => <span className="num">{daysText(cycle?.mean ?? null)}</span>,
    },
    {
      key: "median",
      ...right,
      title: t(insightTexts.medianCycle),
      render: ({ cycle }: BreakdownRow) => <span className="num">{daysText(cycle?.median ?? null)}</span>,
    },
    {
      key: "open",
      ...right,
      title: t(insightTexts.open),
      render: ({ cycle }: BreakdownRow) => <Figure value={cycle?.open ?? 0} records={cycle?.open_records} />,
    },
  ];
}
