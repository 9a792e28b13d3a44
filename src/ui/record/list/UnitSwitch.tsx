import { useMoneyUnit } from "../../field/money-unit.ts";
import { QuietButton } from "../../kit/QuietButton.tsx";
import { kitMessages } from "../../kit/kit.messages.ts";
import { useLanguage } from "../../kit/language.tsx";
import type { MoneyUnit } from "../../kit/money-text.ts";
import { recordScreenMessages } from "../record.messages.ts";
import * as listStyles from "./list.module.css";

const UNITS: readonly { unit: MoneyUnit; label: (typeof kitMessages)["wan"] }[] = [
  { unit: "one", label: kitMessages.yuan },
  { unit: "wan", label: kitMessages.wan },
  { unit: "yi", label: kitMessages.yi },
];
/** In which unit amounts are shown. */
export function UnitSwitch() {
  const { t } = useLanguage();
  const [unit, setUnit] = useMoneyUnit();
  return (
    <div
      className={`${listStyles.segmented} ${listStyles.wideOnly}`}
      role="group"
      aria-label={t(recordScreenMessages.unitLabel)}
    >
      {UNITS.map((one) => (
        <QuietButton
          key={one.unit}
          on={unit === one.unit}
          aria-pressed={unit === one.unit}
          onClick={() => setUnit(one.unit)}
        >
          {t(one.label)}
        </QuietButton>
      ))}
    </div>
  );
}
