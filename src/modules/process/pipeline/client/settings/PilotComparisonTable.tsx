import { useLanguage } from "../../../../../ui/kit/language.tsx";
import type { PilotComparison } from "../../shared/pilot.contract.ts";
import { percent } from "./pilot-figures.ts";
import { Median, Records, Worth } from "./PilotCells.tsx";
import { PilotRow } from "./PilotRow.tsx";
import { pilotMessages } from "./pilot.messages.ts";
import * as base from "../../../../../ui/kit/base.module.css";
import * as dataTableStyles from "../../../../../ui/kit/DataTable.module.css";
import * as pilotStyles from "./pilot.module.css";

/** The pilot beside the rest and its own time before; every number opens its records. */
export function PilotComparisonTable({ found }: { readonly found: PilotComparison }) {
  const { t } = useLanguage();
  return (
    <div className={`${dataTableStyles.dataTable} ${pilotStyles.pilotTable}`} data-part="data-table">
      <table>
        <thead>
          <tr>
            <th />
            <th className={base.num}>{t(pilotMessages.pilot)}</th>
            <th className={base.num}>{t(pilotMessages.others)}</th>
            <th className={base.num}>
              {t(pilotMessages.before)}
              <small className={base.muted}>{t(pilotMessages.days, found.before)}</small>
            </th>
          </tr>
        </thead>
        <tbody>
          <Whole found={found} />
        </tbody>
      </table>
    </div>
  );
}

/** What came of all records together. */
function Whole({ found }: { readonly found: PilotComparison }) {
  const { t } = useLanguage();
  return (
    <>
      <PilotRow
        name={t(pilotMessages.won)}
        found={found}
        read={(one) => <Worth of={one.won} amount={one.won_amount} />}
      />
      <PilotRow name={t(pilotMessages.lost)} found={found} read={(one) => <Records of={one.lost} />} />
      <PilotRow
        name={t(pilotMessages.winRate)}
        found={found}
        read={(one) => (
          <>
            {percent(one.win_rate)}{" "}
            {one.win_rate !== null && (
              <small className={base.muted}>
                {t(pilotMessages.ofDeals, { count: one.won.count + one.lost.count })}
              </small>
            )}
          </>
        )}
      />
      <PilotRow name={t(pilotMessages.cycle)} found={found} read={(one) => <Median of={one.cycle} />} />
      <PilotRow
        name={t(pilotMessages.open)}
        found={found}
        read={(one) => (one.open ? <Worth of={one.open} amount={one.open_amount} /> : "–")}
      />
    </>
  );
}
