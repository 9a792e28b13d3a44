import { DataTable } from "../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../ui/kit/language.tsx";
import type { ComparedBaseline } from "../shared/baseline.contract.ts";
import { type MovementName, MOVEMENTS } from "../shared/movement.contract.ts";
import type { Days } from "./compare-answer.ts";
import { frozenStep, moreBy } from "./compare-figures.ts";
import { baselineMessages } from "./baseline.messages.ts";
import { Figure } from "./Figure.tsx";
import { countText, exactText } from "./figures.ts";
import { movementMessages } from "./movement.messages.ts";
import { signOf } from "./waterfall.ts";
import * as base from "../../../../ui/kit/base.module.css";

type Row = MovementName | "forecast";
const right = { align: "right" } as const;

export interface ComparedStepsProps {
  readonly before: ComparedBaseline;
  readonly after: ComparedBaseline;
  readonly days: Days;
}
/** Every step as it was saved then and then, each number a way to its records of that time. */
export function ComparedSteps({ before, after, days }: ComparedStepsProps) {
  const { t, language } = useLanguage();
  const counts = (side: ComparedBaseline, key: string, title: string) => ({
    key,
    title,
    ...right,
    render: (row: Row) =>
      row === "forecast" ? "" : <Figure value={frozenStep(side, row).count} records={side.records[row]} />,
  });
  const amountOf = (side: ComparedBaseline, row: Row) =>
    row === "forecast" ? side.forecast : frozenStep(side, row).amount;
  const amounts = (side: ComparedBaseline, key: string, title: string) => ({
    key,
    title,
    ...right,
    render: (row: Row) => <span className={base.num}>{exactText(amountOf(side, row), language)}</span>,
  });
  const difference = {
    key: "difference",
    title: t(baselineMessages.difference),
    ...right,
    render: (row: Row) => <Difference row={row} before={before} after={after} amountOf={amountOf} />,
  };
  const columns = [
    {
      key: "step",
      title: t(movementMessages.step),
      render: (row: Row) =>
        row === "forecast"
          ? t(baselineMessages.forecast)
          : `${signOf(row)} ${t(movementMessages[row])}`.trim(),
    },
    counts(before, "before", t(movementMessages.count)),
    amounts(before, "before-amount", days.before),
    counts(after, "after", t(movementMessages.count)),
    amounts(after, "after-amount", days.after),
    difference,
  ];
  return (
    <DataTable
      keepsColumns
      label={t(baselineMessages.sideBySide)}
      columns={columns}
      rows={[...MOVEMENTS, ...(before.forecast && after.forecast ? (["forecast"] as const) : [])]}
      rowKey={(row) => row}
    />
  );
}

interface DifferenceProps {
  readonly row: Row;
  readonly before: ComparedBaseline;
  readonly after: ComparedBaseline;
  readonly amountOf: (side: ComparedBaseline, row: Row) => ReturnType<typeof frozenStep>["amount"];
}
/** In money; in records where there is none to compare. */
function Difference({ row, before, after, amountOf }: DifferenceProps) {
  const { language } = useLanguage();
  const sum = moreBy(amountOf(after, row), amountOf(before, row));
  if (sum) {
    const sign = sum.amount.startsWith("-") ? "−" : Number(sum.amount) === 0 ? "" : "+";
    const size = { ...sum, amount: sum.amount.replace(/^-/, "") };
    return <span className={base.num}>{`${sign}${exactText(size, language)}`}</span>;
  }
  if (row === "forecast") return "—";
  const more = frozenStep(after, row).count - frozenStep(before, row).count;
  return <span className={base.num}>{`${more > 0 ? "+" : ""}${countText(more)}`}</span>;
}
