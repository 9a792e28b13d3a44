import { Tooltip } from "../../../../../ui/kit/Overlay.tsx";
import { DataTable } from "../../../../../ui/kit/DataTable.tsx";
import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { Counted } from "../../shared/gate-reports.contract.ts";
import { gateReportMessages } from "./gate-reports.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";

export interface GateRatesProps<T extends Counted> {
  readonly label: string;
  readonly rows: readonly T[];
  readonly first: string;
  readonly nameOf: (row: T) => string;
  readonly keyOf: (row: T) => string;
}
/** The rates of persons or of stages. */
export function GateRates<T extends Counted>({ label, rows, first, nameOf, keyOf }: GateRatesProps<T>) {
  const { t } = useLanguage();
  const number = (key: "moves" | "overrides" | "skips" | "refusals", title: string) => ({
    key,
    title,
    align: "right" as const,
    render: (row: T) => <span className={base.num}>{row[key]}</span>,
  });
  return (
    <DataTable<T>
      label={label}
      rows={rows}
      rowKey={keyOf}
      columns={[
        { key: "name", title: first, render: nameOf },
        number("moves", t(gateReportMessages.moves)),
        number("overrides", t(gateReportMessages.overridden)),
        number("skips", t(gateReportMessages.skips)),
        {
          key: "rate",
          title: (
            <Tooltip title={t(gateReportMessages.bypassRateHint)}>
              <span>{t(gateReportMessages.bypassRate)}</span>
            </Tooltip>
          ),
          align: "right",
          render: ({ rate }) => (
            <span className={base.num}>{rate === null ? "–" : `${(Number(rate) * 100).toFixed(1)}%`}</span>
          ),
        },
        number("refusals", t(gateReportMessages.refusals)),
      ]}
    />
  );
}
